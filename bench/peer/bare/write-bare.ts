import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToHtml } from 'satteri';
import type { PeerPage, PeerSite } from '../../content/peer-page.ts';
import { writePages } from '../write-files.ts';

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Asides as quotations, which plain Markdown has. */
const toQuotations = (body: string): string =>
  body.replaceAll(/^:::\w+\[(.*)\]\n([\s\S]*?)\n:::$/gm, (_, label, text) =>
    `**${label}**\n\n${text}`.replaceAll(/^/gm, '> '),
  );

const renderPage = ({ title, body }: PeerPage): string =>
  [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeText(title)}</title><main><h1>${escapeText(title)}</h1>`,
    markdownToHtml(toQuotations(body)).html,
    '</main></html>',
  ].join('\n');

/** Writes the text as bare HTML, without style, script and navigation: what no site can be lighter than. Diagrams stay source. */
export const writeBare = ({ pages }: PeerSite, folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
  writePages(join(folder, 'dist'), pages, '.html', renderPage);
};
