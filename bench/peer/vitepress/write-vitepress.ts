import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PeerSite, renderMarkdown } from '../../content/peer-page.ts';
import { peerFiles } from '../../places.ts';
import { mapParts, writePages } from '../write-files.ts';

const kinds: Record<string, string> = { caution: 'warning', note: 'info', tip: 'tip' };

/** Asides in VitePress's words. */
const toContainers = (body: string): string =>
  body.replaceAll(/^( *):::(\w+)\[(.*)\]$/gm, (_, indent, kind, label) => `${indent}::: ${kinds[kind]} ${label}`);

/** Vue takes two braces for its own, in code within a line too. */
const hideBraces = (body: string): string => body.replaceAll(/`([^`\n]*\{\{[^`\n]*)`/g, '<code v-pre>$1</code>');

/** Writes a project for VitePress, which shows no title of its own. */
export const writeVitePress = ({ title, pages, navigation }: PeerSite, folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
  writePages(folder, pages, '.md', ({ title, description, body }) =>
    renderMarkdown({ title, description }, `# ${title}\n\n${hideBraces(toContainers(body))}`),
  );
  mkdirSync(join(folder, '.vitepress'), { recursive: true });
  cpSync(join(peerFiles, 'vitepress/config.mjs'), join(folder, '.vitepress/config.mjs'));
  const sidebar = mapParts<object>(
    navigation,
    ({ label, path }) => ({ text: label, link: `/${path}` }),
    (text, items) => ({ text, collapsed: true, items }),
  );
  writeFileSync(join(folder, '.vitepress/site.json'), JSON.stringify({ title, sidebar }));
};
