/** Keeps the results of growth, a row for each scale, and writes them as Markdown. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { results as files } from '../places.ts';
import { toKb } from '../progress.ts';
import { toTable } from '../table.ts';
import { guide, rivals } from '../variants.ts';
import { limit } from './build-grown.ts';
import type { Growth } from './measure-growth.ts';

/** What was measured of a site, and how many times it held the content. */
type Size = Pick<Growth, 'scale' | 'cpu'>;

const write = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '–';

/** Processor time for each copy of the content, in that of another size. */
const toShare = (size: Size, other: Size): string => {
  const each = ({ cpu, scale }: Size): number => (cpu ?? Number.NaN) / scale;
  const share = each(size) / each(other);
  return Number.isNaN(share) ? '–' : share.toFixed(2);
};

const toRow = (growth: Growth, first: Growth): (string | number)[] => {
  return [
    `${growth.scale} ×`,
    growth.pages,
    write(growth.seconds, 1),
    write(growth.warm, 1),
    write(growth.cpu, 1),
    toShare(growth, first),
    write(growth.largest, 0),
    write(growth.size, 1),
    toKb(growth.page),
    toKb(growth.sidebar),
    ...Object.values(growth.search).map(toKb),
    growth.load.toFixed(1),
    growth.date,
  ];
};

/** A row for each site of each size; the smallest size is what the others are held against. */
const toPeerRows = (growths: readonly Growth[]): (string | number)[][] =>
  [guide, ...rivals].flatMap(({ id, name }) => {
    const sizes = growths.flatMap(({ peers = {}, ...own }) => {
      const site = id === guide.id ? own : peers[id];
      return Object.keys(peers).length > 0 && site ? { ...site, scale: own.scale } : [];
    });
    const built = sizes.filter((size) => !('failure' in size));
    return sizes.map((size) => {
      const start = [name, `${size.scale} ×`];
      if ('failure' in size) return [...start, size.failure, '–', '–', '–', '–', '–'];
      const { seconds, warm, cpu, largest, size: output } = size;
      const share = toShare(size, built[0] ?? size);
      return [...start, write(seconds, 1), write(warm, 1), write(cpu, 1), share, write(largest, 0), write(output, 1)];
    });
  });

const renderPeers = (growths: readonly Growth[]): string[] => {
  const rows = toPeerRows(growths);
  if (rows.length === 0) return [];
  return [
    '## Beside its peers',
    `Made with \`--peers\`: the same content in each, with as much memory as the guide. A build is given up after ${limit / 60} minutes; one that takes more than half of that is not made a second time.`,
    toTable(
      [
        'site',
        'content',
        'cold, s',
        'warm, s',
        'processor, s',
        'against its smallest',
        'largest process, MiB',
        'output, MB',
      ],
      rows,
    ),
  ];
};

const render = (growths: readonly Growth[]): string => {
  const [first] = growths;
  if (!first) return '';
  const searches = Object.keys(first.search).map((query) => `search “${query}”, kB`);
  return `${[
    '# How the guide grows',
    'Made by `npm run bench -- --scale N`; do not edit. The sections, guides and glossary stand in a project N times, each copy with its own numbers, ids, names of terms and links. Cold is a build from nothing but the packages, warm a second one with what the first left. “Against 1 ×” is processor time for each copy, divided by that of the guide as it is: 1.00 is linear growth.',
    toTable(
      [
        'content',
        'pages',
        'cold, s',
        'warm, s',
        'processor, s',
        'against 1 ×',
        'largest process, MiB',
        'output, MB',
        'a text page, kB',
        'its navigation, kB',
        ...searches,
        'load before',
        'date',
      ],
      growths.map((growth) => toRow(growth, first)),
    ),
    ...renderPeers(growths),
  ].join('\n\n')}\n`;
};

/** Adds a result to those that are kept, in place of an older one of its scale, whose other peers stay; and writes them. */
export const keepGrowth = (growth: Growth): void => {
  const kept: Growth[] = existsSync(files.growth) ? JSON.parse(readFileSync(files.growth, 'utf8')) : [];
  const older = kept.find(({ scale }) => scale === growth.scale);
  const added = { ...growth, peers: { ...older?.peers, ...growth.peers } };
  const growths = [...kept.filter((other) => other !== older), added].sort((a, b) => a.scale - b.scale);
  writeFileSync(files.growth, `${JSON.stringify(growths, undefined, 2)}\n`);
  writeFileSync(files.growthMarkdown, render(growths));
};
