/** A document, as its pages name it. */
interface Document {
  /** What stands at the top left of its pages. */
  readonly title: string;
  /** What it is a part of. */
  readonly series: string;
  readonly chapters: readonly Chapter[];
}

interface Chapter {
  /** The value of the chapter's `data-running`. */
  readonly id: string;
  /** What stands at the top right of its pages. */
  readonly head: string;
  /** The domain that it belongs to: its pages carry the domain's tab, and its title at the top left. */
  readonly domain?: { readonly number: string; readonly title: string } | undefined;
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
 * Page boxes know no element but the root, so each domain's tab is written out. It is important, because Chromium lets the
 * site's own sheet, which comes later, win over the name of the page.
 */
const renderDomain = ({ number, title }: NonNullable<Chapter['domain']>): string => {
  const tab = {
    content: `"${number}"`,
    'margin-top': `calc(${Number(number) - 1} * var(--tab-step))`,
    background: `oklch(0.5 0.11 var(--hue-${number}))`,
  };
  const styles = Object.entries(tab).map(([name, value]) => `${name}: ${value} !important`);
  return `@top-left { content: ${toCssString(`${number} ${title}`)} } @right-top { ${styles.join('; ')} }`;
};

/**
 * A style sheet that sets the document's or the domain's title at the top left of its pages, the chapter at the top right and the
 * series below. Chromium knows no `string-set`, so each chapter is a page type of its own.
 */
export const renderRunningHeads = ({ title, series, chapters }: Document): string =>
  [
    `@page { @top-left { content: ${toCssString(title)} } @bottom-left { content: ${toCssString(series)} } }`,
    '@page cover { @top-left { content: none } @bottom-left { content: none } }',
    ...chapters.map(
      ({ id, head, domain }, index) =>
        `[data-running="${id}"] { page: chapter-${index} }\n` +
        `@page chapter-${index} { @top-right { content: ${toCssString(head)} }${domain ? ` ${renderDomain(domain)}` : ''} }`,
    ),
    '',
  ].join('\n');
