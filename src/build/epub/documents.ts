/** Chapters and contents as XHTML documents (https://www.w3.org/TR/epub-33/#sec-xhtml, #sec-nav). */
import { type Chapter, escapeXml } from './book.ts';

/** The style sheet of all documents. */
export const sheet = 'book.css';

const toDocument = (title: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="${sheet}"/>
</head>
<body>
${body}
</body>
</html>
`;

/** The types that assistive technology knows, too (https://www.w3.org/TR/dpub-aria-1.1/). */
const roles = ['part', 'chapter', 'glossary'];

/** A chapter as a document. */
export const renderChapter = ({ title, type, body }: Chapter): string => {
  const role = roles.includes(type) ? ` role="doc-${type}"` : '';
  return toDocument(
    title,
    `<section epub:type="${type}"${role} aria-label="${escapeXml(title)}">\n${body}\n</section>`,
  );
};

const toItem = (href: string, title: string, below = ''): string =>
  `<li><a href="${href}">${escapeXml(title)}</a>${below}</li>\n`;

/** Parts are for the reader's menu; on the page they would make the contents many pages long. */
const toParts = ({ file, parts }: Chapter): string =>
  parts.length === 0
    ? ''
    : `<ol hidden="hidden">\n${parts.map(({ id, title }) => toItem(`${file}#${id}`, title)).join('')}</ol>`;

const toItems = (chapters: readonly Chapter[]): string =>
  chapters
    .map((chapter) =>
      toItem(
        chapter.file,
        chapter.title,
        chapter.below.length > 0 ? `<ol>\n${toItems(chapter.below)}</ol>` : toParts(chapter),
      ),
    )
    .join('');

/** The contents' own document. */
export const navFile = 'nav.xhtml';

/**
 * The contents, for readers' menus and as a page, and the places that menus name by themselves.
 *
 * @param chapters what the contents name
 * @param landmarks the documents of which a book has one each
 */
export const renderNav = (chapters: readonly Chapter[], landmarks: readonly Chapter[]): string => {
  const places = [...landmarks, { file: navFile, type: 'toc', title: 'Contents' }].map(
    ({ file, type, title }) => `<li><a epub:type="${type}" href="${file}">${escapeXml(title)}</a></li>`,
  );
  return toDocument(
    'Contents',
    `<nav epub:type="toc" role="doc-toc" id="toc">\n<h1>Contents</h1>\n<ol>\n${toItems(chapters)}</ol>\n</nav>
<nav epub:type="landmarks" aria-label="Landmarks" hidden="hidden">\n<ol>\n${places.join('\n')}\n</ol>\n</nav>`,
  );
};
