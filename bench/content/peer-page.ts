/** A page of the peers' sites: plain Markdown. Links are addresses of the guide; asides are written `:::tip[label]`. */
export interface PeerPage {
  /** The address without a slash at its start and without an ending, as in `1-high-availability/1.2-disaster-recovery`; empty for the home page. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/** A part of the peers' navigation: a page by its path, or a folded group of pages. */
export type PeerPart =
  | { readonly label: string; readonly path: string }
  | { readonly label: string; readonly items: readonly PeerPart[] };

/** What a peer's site is made of. */
export interface PeerSite {
  readonly title: string;
  readonly pages: readonly PeerPage[];
  readonly navigation: readonly PeerPart[];
}

/** The body with addresses of folders: `/a/b.html#c` is `/a/b/#c`. */
export const withFolderLinks = (body: string): string => body.replaceAll(/(\]\(\/[^)\s]*?)\.html(?=[#)])/g, '$1/');

/** A page as a Markdown file with front matter; values that are undefined are left out. */
export const renderMarkdown = (matter: Readonly<Record<string, string | undefined>>, body: string): string =>
  [
    '---',
    ...Object.entries(matter).flatMap(([key, value]) =>
      value === undefined ? [] : `${key}: ${JSON.stringify(value)}`,
    ),
    '---',
    '',
    body.trim(),
    '',
  ].join('\n');
