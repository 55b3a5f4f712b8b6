/** A document, as its pages name it. */
interface Document {
  readonly title: string;
  /** What it is a part of. */
  readonly series: string;
  /** The value of each chapter's `data-running`, and its name. */
  readonly chapters: readonly { readonly id: string; readonly text: string }[];
}

/** Writes a text as a CSS string (https://drafts.csswg.org/cssom/#serialize-a-string). */
const toCssString = (text: string): string => {
  const escaped = text
    .replaceAll('\0', '\ufffd')
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll(/\p{Cc}/gu, (control) => `\\${control.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
};

/**
 * A style sheet that sets the document's title at the top left of its pages, the chapter at the top right and the series below.
 * Chromium knows no `string-set`, so each chapter is a page type of its own.
 */
export const renderRunningHeads = ({ title, series, chapters }: Document): string =>
  [
    `@page { @top-left { content: ${toCssString(title)} } @bottom-left { content: ${toCssString(series)} } }`,
    '@page cover { @top-left { content: none } @bottom-left { content: none } }',
    ...chapters.map(
      ({ id, text }, index) =>
        `[data-running="${id}"] { page: chapter-${index} }\n` +
        `@page chapter-${index} { @top-right { content: ${toCssString(text)} } }`,
    ),
    '',
  ].join('\n');
