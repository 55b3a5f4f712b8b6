/** The book's record of itself: metadata, files, reading order (https://www.w3.org/TR/epub-33/#sec-package-doc). */
import { createHash } from 'node:crypto';
import { site } from '../../site.ts';
import { type Chapter, escapeXml } from './book.ts';
import { navFile, sheet } from './documents.ts';
import { coverImage } from './front.ts';

/** The namespace that RFC 9562 gives to names of hosts; the guide has none of its own. */
const namespace = '6ba7b8109dad11d180b400c04fd430c8';

/** A name-based identifier (RFC 9562, version 5): the same for every edition of the guide, so that readers keep their place. */
export const toIdentifier = (name: string): string => {
  const bytes = createHash('sha1').update(Buffer.from(namespace, 'hex')).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
};

/** What is true of every chapter (https://www.w3.org/community/reports/publishingcg/CG-FINAL-a11y-discov-vocab-20241209/). */
const accessibility = {
  accessMode: ['textual', 'visual'],
  accessModeSufficient: ['textual,visual', 'textual'],
  accessibilityFeature: [
    'alternativeText',
    'displayTransformability',
    'longDescription',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    'unlocked',
  ],
  accessibilityHazard: ['none'],
  accessibilitySummary: [
    'The text reflows and takes the reader’s own fonts and colors. Headings, lists and tables are marked as such. Every diagram is drawn in the color of the text and is described in words. The cover is the only picture.',
  ],
};

/** A file's name as an XML id, which begins with a letter. */
const toItemId = (file: string): string => `file-${file}`;

const toItem = (file: string, mediaType: string, properties = ''): string =>
  `<item id="${toItemId(file)}" href="${file}" media-type="${mediaType}"${properties && ` properties="${properties}"`}/>`;

/**
 * Renders the package document.
 *
 * @param chapters all documents in reading order, without the contents
 * @param contentsAfter how many of them stand before the contents
 * @param checked the day of the newest checked fact; it stands for the day of the edition
 */
export const renderPackage = (chapters: readonly Chapter[], contentsAfter: number, checked: string): string => {
  const items = [
    toItem(navFile, 'application/xhtml+xml', 'nav'),
    toItem(sheet, 'text/css'),
    toItem(coverImage, 'image/png', 'cover-image'),
    ...chapters.map(({ file, figures }) => toItem(file, 'application/xhtml+xml', figures.length > 0 ? 'svg' : '')),
  ];
  const order = chapters.map(({ file }) => file).toSpliced(contentsAfter, 0, navFile);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${toIdentifier(site.title)}</dc:identifier>
<dc:title id="title">${escapeXml(site.title)}</dc:title>
<meta refines="#title" property="title-type">main</meta>
<dc:title id="subtitle">${escapeXml(site.tagline)}</dc:title>
<meta refines="#subtitle" property="title-type">subtitle</meta>
<dc:language>en</dc:language>
<dc:creator>${escapeXml(site.title)}</dc:creator>
<dc:publisher>${escapeXml(site.title)}</dc:publisher>
<dc:description>${escapeXml(site.description)}</dc:description>
<dc:date>${checked}</dc:date>
<meta property="dcterms:modified">${checked}T00:00:00Z</meta>
${Object.entries(accessibility)
  .flatMap(([name, values]) => values.map((value) => `<meta property="schema:${name}">${escapeXml(value)}</meta>`))
  .join('\n')}
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine>
${order.map((file) => `<itemref idref="${toItemId(file)}"/>`).join('\n')}
</spine>
</package>
`;
};
