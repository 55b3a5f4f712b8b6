import { site } from '../../src/site.ts';
import { toNavigation, toPeerPages } from '../content/export.ts';
import type { Shelf } from '../content/shelf.ts';
import { peers, type Variant } from '../variants.ts';
import { toEngine, toPeerFolder } from './engines.ts';

/** Writes the projects of the peers with the guide's content. */
export const writePeers = (shelf: Shelf, wanted: readonly Variant[] = peers): void => {
  const content = { title: site.title, pages: toPeerPages(shelf), navigation: toNavigation(shelf) };
  for (const peer of wanted) toEngine(peer).write(content, toPeerFolder(peer), peer.id);
};
