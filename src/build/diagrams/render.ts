import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type { Mermaid } from 'mermaid';
import { font, mermaidConfig } from './theme.ts';

declare global {
  interface Window {
    mermaid: Mermaid;
  }
}

/** Mermaid's refusal of a source, with the line it points at where it gives one. */
export interface Refusal {
  message: string;
  line?: number;
}

/** A page with Mermaid and the site's font in it; it draws any number of diagrams, one after the other. */
export interface Renderer {
  render: (name: string, source: string) => Promise<{ svg: string } | { refusal: Refusal }>;
}

/** Opens a page without network that has Mermaid and the font loaded. */
export async function openRenderer(browser: Browser): Promise<Renderer> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.abort());
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await loadFont(page);
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js')) });
  await page.evaluate((config) => window.mermaid.initialize(config), mermaidConfig);
  return { render: (name, source) => page.evaluate(drawInPage, { name, source }) };
}

async function loadFont(page: Page): Promise<void> {
  const bytes = await readFile(fileURLToPath(import.meta.resolve(`${font.package}/${font.file}`)));
  await page.evaluate(
    async ({ family, data }) => {
      const face = new FontFace(family, `url(data:font/woff2;base64,${data})`, { weight: '200 800' });
      document.fonts.add(await face.load());
    },
    { family: font.family, data: bytes.toString('base64') },
  );
}

async function drawInPage({ name, source }: { name: string; source: string }) {
  try {
    const { svg } = await window.mermaid.render(name, source);
    return { svg };
  } catch (error) {
    const { message, hash } = error as Error & { hash?: { loc?: { first_line: number } } };
    const line = hash?.loc?.first_line;
    return { refusal: line === undefined ? { message } : { message, line } };
  }
}
