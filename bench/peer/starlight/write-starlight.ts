import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PeerSite, renderMarkdown, withFolderLinks } from '../../content/peer-page.ts';
import { peerFiles } from '../../places.ts';
import { mapParts, writePages } from '../write-files.ts';

/** Writes a project for Starlight; the slug is given, because the default one eats the dot of `1.2-…`. */
export const writeStarlight = ({ title, pages, navigation }: PeerSite, folder: string, id: string): void => {
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  writePages(join(folder, 'src/content/docs'), pages, '.md', ({ path, title, description, body }) =>
    renderMarkdown({ title, description, slug: path || undefined }, withFolderLinks(body)),
  );
  cpSync(join(peerFiles, 'starlight/content.config.mjs'), join(folder, 'src/content.config.mjs'));
  cpSync(join(peerFiles, `starlight/${id}.config.mjs`), join(folder, 'astro.config.mjs'));
  const sidebar = mapParts<object>(
    navigation,
    ({ path }) => ({ slug: path }),
    (label, items) => ({ label, collapsed: true, items }),
  );
  writeFileSync(join(folder, 'site.json'), JSON.stringify({ title, sidebar }));
};
