import { site } from '../../src/site.ts';
import { toNavigation, toPeerPages } from '../content/export.ts';
import type { Shelf } from '../content/shelf.ts';
import { peers, type Variant } from '../variants.ts';
import { toEngine } from './engines.ts';

/**
 * Writes the projects of peers with the guide's content.
 *
 * @param toFolder where the project of a peer stands
 */
export const writePeers = (
  shelf: Shelf,
  toFolder: (peer: Variant) => string,
  wanted: readonly Variant[] = peers,
): void => {
  const content = { title: site.title, pages: toPeerPages(shelf), navigation: toNavigation(shelf) };
  for (const peer of wanted) toEngine(peer).write(content, toFolder(peer), peer.id);
};
