/** Writes the results as Markdown. */
import { toKb } from './progress.ts';
import type { BySite, Results } from './results.ts';
import { type Cell, toTable } from './table.ts';
import { type Variant, variants } from './variants.ts';

/** A measure of a site as a column. */
interface Column<T> {
  readonly head: string;
  readonly value: (site: T) => number | undefined;
  readonly write: (value: number) => string;
}

const whole = (value: number): string => value.toFixed(0);
const tenths = (value: number): string => value.toFixed(1);
const kb = toKb;
const column = <T>(head: string, value: Column<T>['value'], write = whole): Column<T> => ({ head, value, write });

/** A row for each site, and one for each peer with the ratio: the guide's value divided by the peer's. */
const toSiteRows = <T>(sites: Partial<BySite<T>>, columns: readonly Column<T>[]): Cell[][] => {
  const write = (site: T): string[] =>
    columns.map(({ value, write }) => {
      const number = value(site);
      return number === undefined ? '–' : write(number);
    });
  const divide = (id: Variant['id']): string[] =>
    columns.map(({ value }) => {
      const [ours, theirs] = [sites.guide && value(sites.guide), sites[id] && value(sites[id])];
      return ours === undefined || !theirs ? '–' : (ours / theirs).toFixed(2);
    });
  return variants.flatMap(({ id, name }) => {
    const site = sites[id];
    if (!site) return [];
    const row = [name, ...write(site)];
    return id === 'guide' ? [row] : [row, ['&nbsp;&nbsp;guide ÷ this', ...divide(id)]];
  });
};

const toSiteTable = <T>(sites: Partial<BySite<T>>, columns: readonly Column<T>[]): string =>
  toTable(['site', ...columns.map(({ head }) => head)], toSiteRows(sites, columns));

const toSetting = ({ setting, pages }: Results): string => {
  const packages = Object.entries(setting.packages).map(
    ([engine, versions]) =>
      `${engine}: ${Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ')}`,
  );
  return [
    '# The guide beside its peers',
    `Made by \`npm run bench\` on ${setting.date}; do not edit. ${setting.machine}, load ${setting.buildLoad.toFixed(1)} before the builds and ${setting.load.toFixed(1)} before the rest; Node ${setting.node}; ${setting.browser}.`,
    `The same content is built by the guide, by Starlight (with Mermaid drawn in the reader’s browser, and drawn at build time), by VitePress and by Docusaurus, each with its usual local search and Mermaid plugin (${packages.join('; ')}); and as bare HTML without style, script, navigation and drawings, the limit. The peers’ pages are made from the guide’s content by a script; entries of the glossary stand in no sidebar, as in the guide. One server on this machine, HTTP/1.1, gzip level 9. Sites take turns; times are medians of ${setting.runs}, builds of ${setting.builds}. Ratios travel, absolute times do not.`,
    `Pages: ${pages.map(({ sample }) => `${sample.label} (\`${sample.url}\`)`).join('; ')}.`,
  ].join('\n\n');
};

const toGates = ({ gates }: Results): string =>
  [
    '## Promises',
    toTable(
      ['', 'promise', 'numbers'],
      gates.map(({ promise, holds, numbers }) => [holds ? '✓' : '✗', promise, numbers]),
    ),
  ]
    .join('\n\n')
    .replace('| --- | ---: | ---: |', '| --- | --- | --- |');

const toBuilds = ({ builds }: Results): string =>
  [
    '## Builds',
    toSiteTable(builds, [
      column('cold, s', ({ seconds }) => seconds, tenths),
      column('warm, s', ({ warm }) => warm, tenths),
      column('processor, s', ({ cpu }) => cpu, tenths),
      column('largest process, MiB', ({ largest }) => largest),
      column('all processes, MiB', ({ tree }) => tree),
      column('packages, MB', ({ packages }) => packages, whole),
      column('output, MB', ({ size }) => size, tenths),
      column('files', ({ files }) => files),
      column('pages', ({ pages }) => pages),
    ]),
    'Cold is from nothing but the packages, warm a second time with the caches of the first; the guide keeps none. The guide’s build includes its content checks; its diagrams are drawn beforehand and committed. It has pages for print, an offline copy and a deck, which the peers have not. Its packages include all that tests it, and a Node of its own.',
  ].join('\n\n');

const toPages = ({ pages }: Results): string[] =>
  pages.flatMap(({ sample, load, paint, screen }) => [
    `## ${sample.label}`,
    'A first visit, compressed kB on the wire with the heads of the answers, to the end of the page; VitePress and Docusaurus also load, ahead, the pages that visible links lead to:',
    toSiteTable(load, [
      column('HTML', ({ html }) => html, kb),
      column('CSS', ({ style }) => style, kb),
      column('script', ({ script }) => script, kb),
      column('font', ({ font }) => font, kb),
      column('other', ({ other }) => other, kb),
      column('total', ({ total }) => total, kb),
      column('before scrolling', ({ unscrolled }) => unscrolled, kb),
      column('without font', ({ total, font }) => total - font, kb),
      column('requests', ({ requests }) => requests),
      column('inline script, in HTML', ({ inlineScript }) => inlineScript, kb),
      column('diagrams drawn', ({ drawn }) => drawn),
    ]),
    'A phone, 390×844, with 1.6 Mbit/s, 150 ms and a processor four times slower (ms), how long tasks blocked the page beyond 50 ms each after the first paint, and how many blocks of the first screen’s text are complete in the first 14,600 bytes of the answer:',
    toTable(
      ['site', 'first paint', 'largest paint', 'layout shift', 'blocked', 'first screen'],
      variants.map(({ id, name }) => [
        name,
        whole(paint[id].first),
        whole(paint[id].largest),
        paint[id].shift.toFixed(3),
        whole(paint[id].blocked),
        `${screen[id].complete} of ${screen[id].blocks}`,
      ]),
    ),
  ]);

const toSearches = ({ searches }: Results): string[] => [
  '## Search',
  'From opening the search to the first result of the whole query; letters are typed 100 ms apart. “At once” types as soon as there is a box, “at rest” two seconds later, “slow network” at once over 1.6 Mbit/s and 150 ms.',
  ...searches.flatMap(({ query, manner, sites }) => [
    `### “${query}”, ${manner}`,
    toSiteTable(sites, [
      column('kB', ({ bytes }) => bytes, kb),
      column('requests', ({ requests }) => requests),
      column('ms after the last letter', ({ afterLetter }) => afterLetter),
      column('ms after opening', ({ afterOpening }) => afterOpening),
    ]),
  ]),
];

/** The whole report. */
export const renderResults = (results: Results): string =>
  `${[toSetting(results), toGates(results), toBuilds(results), ...toPages(results), ...toSearches(results)].join('\n\n')}\n`;
