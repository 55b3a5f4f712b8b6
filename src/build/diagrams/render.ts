import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import type { Mermaid } from 'mermaid';
import { prepareSource } from './prepare-source.ts';
import { toSyntaxProblem, toTypeProblem } from './problem.ts';
import { font, mermaidConfig } from './theme.ts';

declare global {
  interface Window {
    mermaid: Mermaid;
  }
}

/** A page with Mermaid and the site's font in it, which draws any number of diagrams. */
export interface Renderer {
  /** Mermaid's own SVG for a source; throws a DiagramProblem where Mermaid refuses it. */
  render: (name: string, source: string) => Promise<string>;
}

/** Opens a page without network that has Mermaid and the font loaded. */
export async function openRenderer(browser: Browser): Promise<Renderer> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.abort());
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await loadFont(page);
  await page.addScriptTag({ path: getPath('mermaid/dist/mermaid.min.js') });
  await page.evaluate((config) => window.mermaid.initialize(config), mermaidConfig);
  return { render: (name, source) => render(page, name, source) };
}

async function loadFont(page: Page): Promise<void> {
  const bytes = await readFile(getPath(`${font.package}/${font.file}`));
  await page.evaluate(
    async ({ family, data }) => {
      const face = new FontFace(family, `url(data:font/woff2;base64,${data})`, { weight: '200 800' });
      document.fonts.add(await face.load());
    },
    { family: font.family, data: bytes.toString('base64') },
  );
}

async function render(page: Page, name: string, source: string): Promise<string> {
  const drawn = await page.evaluate(drawInPage, { name, source: prepareSource(source) });
  if (drawn.svg !== undefined) return drawn.svg;
  const message = drawn.refusal ?? 'Mermaid gave no reason.';
  if (message.startsWith('No diagram type detected')) throw toTypeProblem(source.trim().split(/\s/)[0] ?? '');
  throw toSyntaxProblem(message, source);
}

async function drawInPage({
  name,
  source,
}: {
  name: string;
  source: string;
}): Promise<{ svg?: string; refusal?: string }> {
  try {
    return { svg: (await window.mermaid.render(name, source)).svg };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

function getPath(file: string): string {
  return createRequire(import.meta.url).resolve(file);
}
