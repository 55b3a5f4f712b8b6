/** `npm run diagrams`: draws every diagram whose source is newer than its drawing, or those that are named. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { toSuggestion } from '../lib/nearest.ts';
import { launchBrowser } from './browser.ts';
import { checkIds } from './checks/ids.ts';
import { checkNames } from './checks/names.ts';
import { type Diagram, readLibrary } from './content.ts';
import { toCleanSvg } from './diagrams/clean-svg.ts';
import { isStale, toDigest } from './diagrams/digest.ts';
import { addStyle, readPicture } from './diagrams/picture.ts';
import { toProblem } from './diagrams/problem.ts';
import { openRenderer, type Renderer } from './diagrams/render.ts';
import type { Issue } from './issue.ts';
import { renderReport } from './report.ts';

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const asked = process.argv.slice(2);
const library = readLibrary('.');
const diagrams = [...library.diagrams, readPicture('.')];
const issues = [
  ...[...library.issues, ...checkNames(library), ...checkIds(library)].filter(({ file }) => file.endsWith('.mmd')),
  ...findUnknownNames(),
];
const due = diagrams.filter(isDue);
if (due.length > 0) issues.push(...(await drawAll()));
else if (issues.length === 0) console.log(`All ${diagrams.length} diagrams are up to date.`);
if (issues.length > 0) {
  console.error(`\n${renderReport(issues)}`);
  process.exitCode = 1;
}

function findUnknownNames(): Issue[] {
  const names = diagrams.map(({ id }) => id);
  return asked
    .filter((name) => !names.includes(name))
    .map((name) => ({
      rule: 'unknown-diagram',
      file: `content/**/${name}.mmd`,
      line: 1,
      message: `No diagram is named "${name}".`,
      hint: `${toSuggestion(name, names)} Give the name of a .mmd file without its ending.`,
    }));
}

/** Whether a diagram is to be drawn: it was asked for, or nothing was and its drawing is missing or stale. */
function isDue({ id, file, source, svg }: Diagram): boolean {
  if (issues.some((issue) => issue.file === file)) return false;
  return asked.length > 0 ? asked.includes(id) : svg === undefined || isStale(source, svg);
}

async function drawAll(): Promise<Issue[]> {
  const browser = await launchBrowser();
  try {
    const renderer = await openRenderer(browser);
    const found: Issue[] = [];
    for (const diagram of due) found.push(...(await draw(renderer, diagram)));
    return found;
  } finally {
    await browser.close();
  }
}

async function draw(renderer: Renderer, { id, file, source }: Diagram): Promise<Issue[]> {
  try {
    const svg = toCleanSvg(await renderer.render(id, source), { name: id, digest: toDigest(source) });
    const drawing = file.replace(/\.mmd$/, '.svg');
    await writeFile(drawing, addStyle(svg, id));
    console.log(`drew ${drawing} (${(Buffer.byteLength(svg) / 1000).toFixed(1)} kB)`);
    return [];
  } catch (error) {
    const { rule, message, advice, line = 1 } = toProblem(error);
    return [{ rule, file, line, message, hint: advice }];
  }
}
