/** What the peers are built with. */
import { join } from 'node:path';
import type { PeerSite } from '../content/peer-page.ts';
import { cache } from '../places.ts';
import type { EngineId, Variant } from '../variants.ts';
import { writeBare } from './bare/write-bare.ts';
import { writeDocusaurus } from './docusaurus/write-docusaurus.ts';
import { writeStarlight } from './starlight/write-starlight.ts';
import { writeVitePress } from './vitepress/write-vitepress.ts';

/** How an engine is used; paths are below a site's folder. */
export interface Engine {
  readonly name: string;
  /** Writes the project of a site into its folder. */
  readonly write: (site: PeerSite, folder: string, id: string) => void;
  /** The program that builds, below `node_modules`; left out where writing is all. */
  readonly program?: string;
  /** What a build makes. */
  readonly dist: string;
  /** What it leaves besides, by which a second build is warm. */
  readonly caches: readonly string[];
}

/** The engines of the peers. */
export const engines: Readonly<Record<Exclude<EngineId, 'guide'>, Engine>> = {
  starlight: {
    name: 'Starlight',
    write: writeStarlight,
    program: 'astro/bin/astro.mjs',
    dist: 'dist',
    caches: ['.astro', 'node_modules'],
  },
  vitepress: {
    name: 'VitePress',
    write: writeVitePress,
    program: 'vitepress/bin/vitepress.js',
    dist: '.vitepress/dist',
    caches: ['.vitepress/cache', '.vitepress/.temp'],
  },
  docusaurus: {
    name: 'Docusaurus',
    write: writeDocusaurus,
    program: '@docusaurus/core/bin/docusaurus.mjs',
    dist: 'build',
    caches: ['.docusaurus', 'node_modules'],
  },
  bare: { name: 'Bare HTML', write: writeBare, dist: 'dist', caches: [] },
};

/** The engines whose packages are installed. */
export const installed = (Object.keys(engines) as (keyof typeof engines)[]).filter((id) => engines[id].program);

/** The folder of an engine: its packages and its sites. */
export const toEngineFolder = (id: EngineId): string => join(cache, id);

/** The folder of a peer's project. */
export const toPeerFolder = ({ engine, id }: Variant): string => join(toEngineFolder(engine), id);

/** The engine of a peer. */
export const toEngine = ({ engine }: Variant): Engine => {
  if (engine === 'guide') throw new Error('The guide is no peer.');
  return engines[engine];
};
