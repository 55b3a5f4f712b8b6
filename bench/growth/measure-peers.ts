/** Builds the peers with the guide's content several times over, as far as they get. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readShelf } from '../content/shelf.ts';
import { toPlan } from '../measure/build-sites.ts';
import { measureFolder, type Output, type Run, runBuild } from '../measure/run-build.ts';
import { toEngine, toEngineFolder } from '../peer/engines.ts';
import { installPeers } from '../peer/install-peers.ts';
import { writePeers } from '../peer/write-peers.ts';
import { say } from '../progress.ts';
import { rivals, type Variant } from '../variants.ts';
import { giveMemory, limit } from './limits.ts';

/** A peer's site of a size, or why there is none. */
export type PeerGrowth = (Run & Output) | { readonly failure: string };

/** Beside the peer's own site, so that it finds its packages. */
const toFolder = ({ engine, id }: Variant): string => join(toEngineFolder(engine), `${id}-grown`);

const explain = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes('was not built within')) return `not built within ${limit / 60} minutes`;
  return /out of memory|heap limit/i.test(text) ? 'ran out of memory' : 'failed';
};

const measurePeer = async (peer: Variant): Promise<PeerGrowth> => {
  const folder = toFolder(peer);
  say(`Building ${peer.name} …`);
  try {
    const run = await runBuild({ ...giveMemory(toPlan(peer, folder)), limit });
    say(`  ${run.seconds.toFixed(1)} s`);
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
 * Builds each peer once, from nothing but its packages.
 *
 * @param project the folder of the guide that holds the content
 */
export const measurePeers = async (project: string): Promise<Record<string, PeerGrowth>> => {
  await installPeers();
  const shelf = readShelf(project);
  const results: Record<string, PeerGrowth> = {};
  for (const peer of rivals) {
    writePeers(shelf, toFolder, [peer]);
    results[peer.id] = await measurePeer(peer);
  }
  return results;
};
