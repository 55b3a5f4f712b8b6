/** Draws what a first visit costs, by engine, as one SVG that can be read on light and dark pages. */
import { toKb } from './progress.ts';
import type { PageResult, Results } from './results.ts';
import { variants } from './variants.ts';

/** Sizes in CSS pixels. */
const width = 760;
const left = 236;
const right = 64;
const row = 20;
const gap = 44;

// Its own ground makes it readable where the page's theme is not the system's.
const style = `.ground{fill:#fff}text{font:13px system-ui,sans-serif;fill:#24292f}.head{font-weight:600}.bar{fill:#8c959f}.own .bar{fill:#0969da}.own text{font-weight:600}
@media(prefers-color-scheme:dark){.ground{fill:#0d1117}text{fill:#e6edf3}.bar{fill:#6e7681}.own .bar{fill:#4493f8}}`;

interface Chart {
  readonly title: string;
  readonly measure: (id: (typeof variants)[number]['id']) => number;
}

const toCharts = ({ pages }: Results): Chart[] => {
  const of = (role: PageResult['sample']['role']): PageResult[] => pages.filter(({ sample }) => sample.role === role);
  return [
    ...of('text').map(
      ({ load }) => ({ title: 'A text page, before scrolling, kB', measure: (id) => load[id].unscrolled }) as Chart,
    ),
    ...of('diagrams').map(
      ({ sample, load }) =>
        ({
          title: `A page with ${sample.diagrams} diagrams, before scrolling, kB`,
          measure: (id) => load[id].unscrolled,
        }) as Chart,
    ),
    ...of('diagrams').map(
      ({ load }) =>
        ({ title: 'Its script, to its end, kB', measure: (id) => load[id].script + load[id].inlineScript }) as Chart,
    ),
  ];
};

const renderChart = ({ title, measure }: Chart, top: number): string => {
  const most = Math.max(...variants.map(({ id }) => measure(id)));
  const rows = variants.map(({ id, name }, index) => {
    const y = top + 10 + index * row;
    const bytes = measure(id);
    const length = Math.max(1, ((width - left - right) * bytes) / most);
    return [
      `<g${id === 'guide' ? ' class="own"' : ''}><text x="${left - 8}" y="${y + 13}" text-anchor="end">${name}</text>`,
      `<rect class="bar" x="${left}" y="${y + 2}" width="${length.toFixed(1)}" height="${row - 6}" rx="2"/>`,
      `<text x="${(left + length + 6).toFixed(1)}" y="${y + 13}">${toKb(bytes)}</text></g>`,
    ].join('');
  });
  return [`<text class="head" x="${left}" y="${top}">${title}</text>`, ...rows].join('\n');
};

/** The plot of a run. */
export const renderPlot = (results: Results): string => {
  const charts = toCharts(results);
  const step = variants.length * row + gap;
  const height = charts.length * step - gap + 28;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="plot-title">`,
    `<title id="plot-title">Compressed bytes of a first visit: ${charts.map(({ title, measure }) => `${title}: ${variants.map(({ id, name }) => `${name} ${toKb(measure(id))}`).join(', ')}`).join('; ')}</title>`,
    `<style>${style}</style>`,
    '<rect class="ground" width="100%" height="100%" rx="6"/>',
    ...charts.map((chart, index) => renderChart(chart, 20 + index * step)),
    '</svg>\n',
  ].join('\n');
};
