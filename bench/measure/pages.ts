/** Chooses the pages that are measured, and opens them. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { Shelf } from '../content/shelf.ts';
import type { Variant } from '../variants.ts';
import type { ServedSite } from './serve-site.ts';

/** A page to measure. */
export interface Sample {
  readonly role: 'text' | 'term' | 'diagrams' | 'longest';
  /** What it is, for tables. */
  readonly label: string;
  /** Its address in the guide. */
  readonly url: string;
  readonly diagrams: number;
}

/** A variant with its running server. */
export interface Subject {
  readonly variant: Variant;
  readonly site: ServedSite;
}

/** The screen of a phone. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
};

/** The page with many diagrams. */
const diagramsPage = '1.2';

/** The glossary entry that stands for all. */
const termPage = 'pilot-light';

/** A page with the fewest diagrams, a glossary entry, the page of many diagrams, and the longest other one. */
export const chooseSamples = ({ sections, terms }: Shelf): Sample[] => {
  const chapters = sections.map(({ url, title, body }) => ({
    url,
    // A guide has no number.
    number: /^[\d.]+(?= )/.exec(title)?.[0] ?? title,
    length: body.length,
    diagrams: body.split('```mermaid').length - 1,
  }));
  const rich = chapters.find(({ number }) => number === diagramsPage);
  const others = chapters.filter((chapter) => chapter !== rich);
  const [plain] = [...others].sort((a, b) => a.diagrams - b.diagrams);
  const [longest] = [...others].sort((a, b) => b.length - a.length);
  const term = terms.find(({ page }) => page.id === termPage) ?? terms[0];
  if (!rich || !plain || !longest || !term)
    throw new Error(`The content has no section ${diagramsPage}, or no glossary.`);
  const toLabel = (what: string, { number, diagrams }: typeof plain): string =>
    `${number}, ${what}${diagrams > 0 ? `, ${diagrams} ${diagrams === 1 ? 'diagram' : 'diagrams'}` : ''}`;
  return [
    {
      role: 'text',
      label: toLabel(plain.diagrams > 0 ? 'fewest diagrams' : 'text only', plain),
      url: plain.url,
      diagrams: plain.diagrams,
    },
    { role: 'term', label: `${term.title}, glossary entry`, url: term.url, diagrams: 0 },
    { role: 'diagrams', label: toLabel('many diagrams', rich), url: rich.url, diagrams: rich.diagrams },
    { role: 'longest', label: toLabel('longest', longest), url: longest.url, diagrams: longest.diagrams },
  ];
};

/** Gives a new profile's page to a task and closes it afterwards, whatever happens. */
export const withPage = async <T>(
  browser: Browser,
  options: BrowserContextOptions,
  task: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext(options);
  try {
    return await task(await context.newPage(), context);
  } finally {
    await context.close();
  }
};

/** The whole address of a sample on a site. */
export const toAddress = ({ variant, site }: Subject, sample: Sample): string => site.url + variant.toUrl(sample.url);

/** Waits until the network is quiet and all diagrams are drawn. */
export const settle = async (page: Page, { variant }: Subject, { diagrams }: Sample): Promise<void> => {
  await page.waitForLoadState('networkidle', { timeout: 120_000 });
  await page.waitForFunction(
    ({ drawing, diagrams }) => !drawing || document.querySelectorAll(drawing).length >= diagrams,
    { drawing: variant.drawing, diagrams },
    { timeout: 120_000 },
  );
  await page.waitForTimeout(300);
};
