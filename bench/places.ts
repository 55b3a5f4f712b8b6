/** Where the benchmark keeps its things. */
import { fileURLToPath } from 'node:url';

/** The guide's own folder. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** Everything that can be made again: the peers, their packages, copies of what was built. Never committed. */
export const cache = fileURLToPath(new URL('../.cache/bench/', import.meta.url));

/** The files that the peers are made from. */
export const peerFiles = fileURLToPath(new URL('./peer/', import.meta.url));

/** The results, committed. */
export const results = {
  json: fileURLToPath(new URL('./results.json', import.meta.url)),
  markdown: fileURLToPath(new URL('./results.md', import.meta.url)),
  plot: fileURLToPath(new URL('./results.svg', import.meta.url)),
  growth: fileURLToPath(new URL('./growth.json', import.meta.url)),
  growthMarkdown: fileURLToPath(new URL('./growth.md', import.meta.url)),
};
