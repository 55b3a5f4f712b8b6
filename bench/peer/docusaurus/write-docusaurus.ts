import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PeerSite, renderMarkdown, withFolderLinks } from '../../content/peer-page.ts';
import { peerFiles } from '../../places.ts';
import { mapParts, writePages } from '../write-files.ts';

/** Writes a project for Docusaurus; every page shows the one sidebar, whether it stands in it or not. */
export const writeDocusaurus = ({ title, pages, navigation }: PeerSite, folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
  writePages(join(folder, 'docs'), pages, '.md', ({ path, title, description, body }) =>
    renderMarkdown({ title, description, slug: `/${path}`, displayed_sidebar: 'site' }, withFolderLinks(body)),
  );
  cpSync(join(peerFiles, 'docusaurus/docusaurus.config.mjs'), join(folder, 'docusaurus.config.mjs'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'site', private: true }));
  const sidebar = mapParts<object>(
    navigation,
    ({ label, path }) => ({ type: 'doc', id: path, label }),
    (label, items) => ({ type: 'category', label, collapsed: true, items }),
  );
  writeFileSync(join(folder, 'sidebars.json'), JSON.stringify({ site: sidebar }));
  writeFileSync(join(folder, 'site.json'), JSON.stringify({ title }));
};
