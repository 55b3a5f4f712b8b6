/** Builds the peers with the guide's content several times over, as far as they get. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readShelf } from '../content/shelf.ts';
import { toPlan } from '../measure/build-sites.ts';
import { measureFolder, type Output } from '../measure/run-build.ts';
import { toEngine, toEngineFolder } from '../peer/engines.ts';
import { installPeers } from '../peer/install-peers.ts';
import { writePeers } from '../peer/write-peers.ts';
import { say } from '../progress.ts';
import type { Variant } from '../variants.ts';
import { buildGrown, type GrownRun, limit } from './build-grown.ts';

/** A peer's site of a size, or why there is none. */
export type PeerGrowth = (GrownRun & Output) | { readonly failure: string };

/** Beside the peer's own site, so that it finds its packages. */
const toFolder = ({ engine, id }: Variant): string => join(toEngineFolder(engine), `${id}-grown`);

const explain = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes('was not built within')) return `not built within ${limit / 60} minutes`;
  return /out of memory|heap limit/i.test(text) ? 'ran out of memory' : 'failed';
};

const measurePeer = async (peer: Variant): Promise<PeerGrowth> => {
  const folder = toFolder(peer);
  try {
    const run = await buildGrown(toPlan(peer, folder));
    return { ...run, ...measureFolder(join(folder, toEngine(peer).dist)) };
  } catch (error) {
    const failure = explain(error);
    say(`  ${failure}${failure === 'failed' ? `: ${error}` : ''}`);
    return { failure };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Builds peers one after the other, and gives each as soon as it is measured.
 *
 * @param project the folder of the guide that holds the content
 */
export async function* measurePeers(
  project: string,
  peers: readonly Variant[],
): AsyncGenerator<Readonly<Record<string, PeerGrowth>>> {
  await installPeers();
  const shelf = readShelf(project);
  for (const peer of peers) {
    rmSync(toFolder(peer), { recursive: true, force: true });
    writePeers(shelf, toFolder, [peer]);
    yield { [peer.id]: await measurePeer(peer) };
  }
}
