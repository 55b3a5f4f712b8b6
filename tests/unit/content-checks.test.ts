import { appendFileSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { vocabulary } from '../../src/build/checks/components.ts';
import { checkContent } from '../../src/build/checks/index.ts';
import { contentRules } from '../../src/build/issue.ts';
import { renderReport } from '../../src/build/report.ts';
import { makeProject, mistakes, readExpected, writeExpected } from '../support/project.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an author is told what is wrong', () => {
  test('sound content has no problems', () => {
    folder = makeProject();
    expect(renderReport(checkContent(folder))).toBe('0 problems in 0 files.');
  });

  test('content with the line ends of Windows has no problems either', () => {
    folder = makeProject();
    for (const file of globSync('content/**/*.*', { cwd: folder })) {
      const path = join(folder, file);
      if (statSync(path).isFile()) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    }
    expect(renderReport(checkContent(folder))).toBe('0 problems in 0 files.');
  });

  test('a paragraph on one long line is as sound as one on many', () => {
    folder = makeProject();
    appendFileSync(join(folder, 'content/domains/1-example/1.2-second/index.mdx'), `\n${'word '.repeat(20_000)}\n`);
    expect(renderReport(checkContent(folder))).toBe('0 problems in 0 files.');
  });

  test('every rule has a mistake that trips it', () => {
    const tripped = new Set(mistakes.map((mistake) => mistake.split('/')[0]));
    expect([...tripped].toSorted()).toEqual(Object.keys(contentRules).toSorted());
  });

  test.each(mistakes)('%s', (mistake) => {
    folder = makeProject(mistake);
    const issues = checkContent(folder);
    const report = renderReport(issues);
    if (process.env['UPDATE_EXPECTED']) writeExpected(mistake, report);
    expect(issues.map(({ rule }) => rule)).toContain(mistake.split('/')[0]);
    expect(report).toBe(readExpected(mistake));
  });
});

test('the vocabulary that is checked is the one that pages have', () => {
  const source = readFileSync(new URL('../../src/components/prose/index.ts', import.meta.url), 'utf8');
  const components = [...source.matchAll(/^ {2}([A-Z]\w+),$/gm)].map(([, name]) => name);
  expect(Object.keys(vocabulary).toSorted()).toEqual(components.toSorted());
});
