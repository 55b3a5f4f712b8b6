/** A page of the peers' site: plain Markdown with what Starlight wants in the front matter. */
export interface PeerPage {
  /** The address without slashes at its ends, as in `1-high-availability/1.2-disaster-recovery`; empty for the home page. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/** The address of a page of ours on a peer's site: `/a/b.html#c` is `/a/b/#c` there. */
export const toPeerUrl = (url: string): string => url.replace(/\.html(?=#|$)/, '/');

/** The page as a file for Starlight. The slug is given, because the default one eats the dot of `1.2-…`. */
export const renderPeerPage = ({ path, title, description, body }: PeerPage): string =>
  [
    '---',
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    ...(path ? [`slug: ${JSON.stringify(path)}`] : []),
    '---',
    '',
    body.trim(),
    '',
  ].join('\n');
