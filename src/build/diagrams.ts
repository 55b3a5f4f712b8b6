import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';
import { toCleanSvg } from './diagrams/clean-svg.ts';
import { isStale, toDigest } from './diagrams/digest.ts';
import { DiagramProblem } from './diagrams/problem.ts';
import { openRenderer, type Renderer } from './diagrams/render.ts';

interface Diagram {
  name: string;
  file: string;
  source: string;
}

interface Problem {
  file: string;
  problem: DiagramProblem;
}

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const asked = process.argv.slice(2);
const diagrams = await findDiagrams();
const problems = [...findMisnamed(diagrams), ...findUnknownNames(diagrams)];
const due = await findDue(diagrams.filter(({ file }) => !problems.some((problem) => problem.file === file)));
if (due.length > 0) problems.push(...(await drawAll(due)));
else if (problems.length === 0) console.log(`All ${diagrams.length} diagrams are up to date.`);
report(problems);

async function findDiagrams(): Promise<Diagram[]> {
  const files = await Array.fromAsync(glob('content/**/*.mmd'));
  const named = files.sort().map(async (found) => {
    const file = found.replaceAll('\\', '/');
    return { name: basename(file, '.mmd'), file, source: await readFile(file, 'utf8') };
  });
  return Promise.all(named);
}

function findMisnamed(all: Diagram[]): Problem[] {
  return all.flatMap(({ name, file }) => {
    const twin = all.find((other) => other.name === name && other.file < file);
    if (!/^[a-z][a-z0-9-]*$/.test(name)) {
      const what = `"${name}" cannot be a diagram's name.`;
      return [
        {
          file,
          problem: new DiagramProblem(
            'diagram-name',
            what,
            'Use lower-case letters, digits and hyphens, a letter first.',
          ),
        },
      ];
    }
    if (!twin) return [];
    const what = `"${name}" is also the name of ${twin.file}, and a name is used once in the whole guide.`;
    return [
      { file, problem: new DiagramProblem('diagram-name', what, 'Rename one of the two, and its <Diagram id="…" />.') },
    ];
  });
}

function findUnknownNames(all: Diagram[]): Problem[] {
  const unknown = asked.filter((name) => !all.some((diagram) => diagram.name === name));
  return unknown.map((name) => ({
    file: `content/**/${name}.mmd`,
    problem: new DiagramProblem(
      'unknown-diagram',
      `No diagram is named "${name}".`,
      'Give the file name of a .mmd without its ending.',
    ),
  }));
}

/** The diagrams to draw: those asked for by name, else those whose drawing is missing or stale. */
async function findDue(all: Diagram[]): Promise<Diagram[]> {
  if (asked.length > 0) return all.filter(({ name }) => asked.includes(name));
  const due = await Promise.all(
    all.map(
      async (diagram) =>
        !existsSync(toSvgFile(diagram)) || isStale(diagram.source, await readFile(toSvgFile(diagram), 'utf8')),
    ),
  );
  return all.filter((_, index) => due[index]);
}

async function drawAll(due: Diagram[]): Promise<Problem[]> {
  const browser = await launchBrowser();
  try {
    const renderer = await openRenderer(browser);
    const found: Problem[] = [];
    for (const diagram of due) {
      const problem = await draw(renderer, diagram);
      if (problem) found.push({ file: diagram.file, problem });
    }
    return found;
  } finally {
    await browser.close();
  }
}

async function draw(renderer: Renderer, diagram: Diagram): Promise<DiagramProblem | undefined> {
  try {
    const mermaidSvg = await renderer.render(diagram.name, diagram.source);
    const svg = toCleanSvg(mermaidSvg, { name: diagram.name, digest: toDigest(diagram.source) });
    await writeFile(toSvgFile(diagram), svg);
    console.log(`drew ${toSvgFile(diagram)} (${(Buffer.byteLength(svg) / 1000).toFixed(1)} kB)`);
    return undefined;
  } catch (error) {
    return error instanceof DiagramProblem ? error : toFault(error);
  }
}

function toFault(error: unknown): DiagramProblem {
  const what = error instanceof Error ? error.message : String(error);
  return new DiagramProblem('diagram-fault', what, 'Draw it with simpler means, or mend src/build/diagrams/.');
}

function toSvgFile({ file }: Diagram): string {
  return file.replace(/\.mmd$/, '.svg');
}

function report(all: Problem[]): void {
  for (const { file, problem } of all) {
    const { line = 1, rule, message, advice } = problem;
    console.error(`\n${file}:${line}  ${rule}\n  ${message}\n  ${advice}`);
  }
  if (all.length === 0) return;
  console.error(`\n${all.length} ${all.length === 1 ? 'problem' : 'problems'}.`);
  process.exitCode = 1;
}
