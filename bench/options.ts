import { parseArgs } from 'node:util';
import { rivals, type Variant } from './variants.ts';

/** What can be chosen on the command line, after `npm run bench --`. */
export interface Options {
  /** How often each measurement of time is taken. */
  readonly runs: number;
  /** How often each site is built; 0 measures what the last run built. */
  readonly builds: number;
  /** Instead of all that: how many times the content is multiplied to see how the guide grows. */
  readonly scale?: number;
  /** With a scale: the peers that are built at it, too, in this order. */
  readonly peers: readonly Variant[];
}

const toCount = (name: string, value: string, least: number): number => {
  const count = Number(value);
  if (Number.isInteger(count) && count >= least) return count;
  throw new Error(`--${name} is "${value}". Give a whole number of ${least} or more.`);
};

const toPeers = (value: string): Variant[] => {
  if (value === '') return [];
  const ids = rivals.map(({ id }) => id);
  return (value === 'all' ? ids : value.split(',')).map((name) => {
    const peer = rivals.find(({ id }) => id === name);
    if (peer) return peer;
    throw new Error(`--peers names "${name}". Give "all", or some of these with commas: ${ids.join(', ')}.`);
  });
};

/** Reads the command line. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '5' },
      builds: { type: 'string', default: '3' },
      scale: { type: 'string' },
      peers: { type: 'string', default: '' },
    },
  });
  return {
    runs: toCount('runs', values.runs, 1),
    builds: toCount('builds', values.builds, 0),
    peers: toPeers(values.peers),
    ...(values.scale === undefined ? {} : { scale: toCount('scale', values.scale, 1) }),
  };
};
