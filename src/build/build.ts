/** `npm run build`: checks the content, then makes the whole site in `dist/`. The last good `dist/` stays until the new one is complete. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { build } from 'astro';
import { writeAnkiDeck } from './anki-deck.ts';
import { checkContent } from './checks/index.ts';
import { finishSite } from './finish.ts';
import { writeHostFiles } from './host-files.ts';
import { writeOfflineCopy } from './offline.ts';
import { placePdfs } from './pdf/editions.ts';
import { renderReport } from './report.ts';
import { writeSearchIndex } from './search-index.ts';
import { findSourceTime } from './source-time.ts';
import { step } from './step.ts';

const next = '.cache/next';
const last = '.cache/last';

const issues = await step('Content', () => checkContent(process.cwd()));
if (issues.length > 0) {
  console.error(`\n${renderReport(issues)}\nNothing was built; dist/ is as it was.`);
  process.exit(1);
}

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
rmSync(next, { recursive: true, force: true });
mkdirSync('.cache', { recursive: true });
try {
  // The cache of rendered definitions does not know that their links depend on the whole glossary.
  await step('Pages', () => build({ outDir: next, logLevel: 'error', force: true }));
  await step('Addresses and policy', () => finishSite(next, process.env['SITE_URL']));
  await step('Deck for Anki', () => writeAnkiDeck(next, process.env['SITE_URL'], findSourceTime()));
  await step('Search index', () => writeSearchIndex(next));
  await step('Offline copy', () => writeOfflineCopy(next));
  writeHostFiles(next, process.env['SITE_URL']);
  await step('PDFs that were printed before', () => placePdfs(next));
  rmSync(last, { recursive: true, force: true });
  try {
    renameSync('dist', last);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(next, 'dist');
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\nThe build stopped; dist/ is as it was.`);
  process.exit(1);
}
console.error('Built dist/.');
