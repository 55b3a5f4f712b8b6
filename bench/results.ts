/** What a whole run found, as it is written to results.json. */
import type { BuildResult, Builds } from './measure/build-sites.ts';
import type { FirstLoad } from './measure/first-load.ts';
import type { FirstScreen } from './measure/first-screen.ts';
import type { Sample } from './measure/pages.ts';
import type { Paint } from './measure/paint.ts';
import type { Manner, Search } from './measure/search.ts';
import type { Variant } from './variants.ts';

/** One value for each site. */
export type BySite<T> = Record<Variant['id'], T>;

/** A page with what was measured of it on each site. */
export interface PageResult {
  readonly sample: Sample;
  readonly load: BySite<FirstLoad>;
  readonly paint: BySite<Paint>;
  readonly screen: BySite<FirstScreen>;
}

/** A query and a manner of searching. */
export interface SearchResult {
  readonly query: string;
  readonly manner: Manner;
  /** Sites without a search are missing. */
  readonly sites: Partial<BySite<Search>>;
}

/** A promise of the guide, whether it holds, and the numbers. */
export interface Gate {
  readonly promise: string;
  readonly holds: boolean;
  readonly numbers: string;
}

/** Where and with what the numbers were taken. */
export interface Setting {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly browser: string;
  /** Processes that were running or waiting when the run began, the mean of a minute. */
  readonly load: number;
  /** The same when the builds began. */
  readonly buildLoad: number;
  readonly runs: number;
  readonly builds: number;
  /** Versions of packages by the name of the engine. */
  readonly packages: Record<string, Record<string, string>>;
}

/** All of it. */
export interface Results {
  readonly setting: Setting;
  readonly builds: BySite<BuildResult>;
  /** What the guide's first domain takes alone. */
  readonly stage: Builds['stage'];
  readonly pages: readonly PageResult[];
  readonly searches: readonly SearchResult[];
  readonly gates: readonly Gate[];
}
