/** What a reader does, in a browser that Playwright cannot drive as it is installed. */
export interface OtherBrowser {
  readonly open: (url: string) => Promise<void>;
  /** Clicks the first element that the selector finds. */
  readonly click: (selector: string) => Promise<void>;
  /** Types text, or presses a key (`Escape`), wherever the focus is. */
  readonly type: (text: string) => Promise<void>;
  /** What a JavaScript expression is in the page; undefined where it cannot be said, as while a page is being left. */
  readonly read: (expression: string) => Promise<unknown>;
  /** What the browser complained of: errors and breaches of the policy. */
  readonly readComplaints: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}
