/** The promises that the guide makes against its peers. They are told, never enforced: a machine's bad hour breaks no build. */
import type { FirstLoad } from './measure/first-load.ts';
import type { Paint } from './measure/paint.ts';
import { toKb } from './progress.ts';
import type { BySite, Gate, PageResult, Results } from './results.ts';
import { rivals } from './variants.ts';

type Measured = Pick<Results, 'builds' | 'stage' | 'pages' | 'searches'>;

/** The peers that draw diagrams in the reader's browser. */
const browserDrawn = ['browser', 'vitepress', 'docusaurus'] as const;

const withoutFont = ({ total, font }: FirstLoad): number => total - font;

/** The peer that is lighter or quicker in something. */
const toBest = <T>(sites: BySite<T>, measure: (site: T) => number): number =>
  Math.min(...rivals.map(({ id }) => measure(sites[id])));

const toShort = ({ sample }: PageResult): string => sample.label.split(',')[0] ?? '';

/** One gate over several pages: it holds when it holds on each. */
const onPages = (
  promise: string,
  pages: readonly PageResult[],
  judge: (page: PageResult) => { holds: boolean; numbers: string },
): Gate => {
  const verdicts = pages.map((page) => ({ page, ...judge(page) }));
  return {
    promise,
    holds: verdicts.every(({ holds }) => holds),
    numbers: verdicts.map(({ page, numbers }) => `${toShort(page)}: ${numbers}`).join('; '),
  };
};

const atMost = (
  ours: number,
  limit: number,
  write: (value: number) => string,
): { holds: boolean; numbers: string } => ({
  holds: ours <= limit,
  numbers: `${write(ours)}, at most ${write(limit)}`,
});

const kb = (bytes: number): string => `${toKb(bytes)} kB`;
const ms = (time: number): string => `${Math.round(time)} ms`;

const toPaintGate = (promise: string, pages: readonly PageResult[], key: keyof Paint): Gate =>
  onPages(promise, pages, ({ paint }) =>
    atMost(
      paint.guide[key],
      toBest(paint, (site) => site[key]),
      ms,
    ),
  );

const toWeightGates = ({ pages }: Measured): Gate[] => {
  const plain = pages.filter(({ sample }) => sample.role === 'text' || sample.role === 'term');
  const drawn = pages.filter(({ sample }) => sample.role === 'diagrams');
  return [
    onPages('A text page has at most half of any peer’s bytes, the font left out', plain, ({ load }) =>
      atMost(withoutFont(load.guide), toBest(load, withoutFont) / 2, kb),
    ),
    onPages('A text page has no more bytes than any peer’s, the font included', plain, ({ load }) =>
      atMost(
        load.guide.total,
        toBest(load, ({ total }) => total),
        kb,
      ),
    ),
    onPages('Scripts are at most 6 kB, inline ones included', pages, ({ load }) =>
      atMost(load.guide.script + load.guide.inlineScript, 6000, kb),
    ),
    onPages('A page with diagrams has at most a quarter of the bytes of drawing in the browser', drawn, ({ load }) =>
      atMost(load.guide.total, Math.min(...browserDrawn.map((id) => load[id].total)) / 4, kb),
    ),
    onPages('A page with diagrams has fewer bytes than one drawn at build time', drawn, ({ load }) => ({
      ...atMost(load.guide.total, load['build-time'].total, kb),
      holds: load.guide.total < load['build-time'].total,
    })),
  ];
};

const toPageGates = ({ pages }: Measured): Gate[] => [
  toPaintGate('The first paint is no later than any peer’s', pages, 'first'),
  toPaintGate('The largest paint is no later than any peer’s', pages, 'largest'),
  onPages('Nothing moves while a page loads', pages, ({ paint }) => ({
    holds: paint.guide.shift === 0,
    numbers: `layout shift ${paint.guide.shift.toFixed(3)}`,
  })),
  onPages('The first screen’s text is complete in the first 14,600 bytes', pages, ({ screen }) => ({
    holds: screen.guide.complete === screen.guide.blocks,
    numbers: `${screen.guide.complete} of ${screen.guide.blocks} blocks`,
  })),
];

const toSearchGates = ({ searches }: Measured): Gate[] => {
  const gate = (
    promise: string,
    manner: string,
    limit: number,
    write: (value: number) => string,
    key: 'bytes' | 'afterLetter',
  ): Gate => {
    const own = searches.filter((search) => search.manner === manner);
    return {
      promise,
      holds: own.every(({ sites }) => (sites.guide?.[key] ?? 0) <= limit),
      numbers: own.map(({ query, sites }) => `“${query}”: ${write(sites.guide?.[key] ?? 0)}`).join('; '),
    };
  };
  return [
    gate('A first search costs at most 130 kB', 'at once', 130_000, kb, 'bytes'),
    gate('The answer stands there 100 ms after the last letter', 'at rest', 100, ms, 'afterLetter'),
  ];
};

const toBuildGate = ({ stage: { seconds, pages } }: Measured): Gate[] => {
  if (seconds === undefined) return [];
  const promise = 'A domain is built in less than 10 s';
  return [{ promise, holds: seconds < 10, numbers: `the first one, ${pages} pages: ${seconds.toFixed(1)} s` }];
};

/** Holds every promise against the numbers. */
export const judge = (measured: Measured): Gate[] => [
  ...toWeightGates(measured),
  ...toPageGates(measured),
  ...toSearchGates(measured),
  ...toBuildGate(measured),
];
