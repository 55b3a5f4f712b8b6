import { rmSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/build/checks/index.ts';
import { vocabulary } from '../../src/build/checks/markup.ts';
import { rules } from '../../src/build/issue.ts';
import { renderReport } from '../../src/build/report.ts';
import { brokenContents, makeProject, readExpected, writeExpected } from '../support/project.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an author is told what is wrong', () => {
  test('sound content has no problems', () => {
    folder = makeProject();
    expect(renderReport(checkContent(folder))).toBe('0 problems in 0 files.');
  });

  test('every rule has a broken content that trips it', () => {
    expect(brokenContents.toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  test.each(brokenContents)('%s', (name) => {
    folder = makeProject(name);
    const issues = checkContent(folder);
    const report = renderReport(issues);
    if (process.env['UPDATE_EXPECTED']) writeExpected(name, report);
    expect(issues.map(({ rule }) => rule)).toContain(name);
    expect(report).toBe(readExpected(name));
  });
});

test('the vocabulary that is checked is the one that pages have', async () => {
  const source = await import('node:fs').then(({ readFileSync }) =>
    readFileSync(new URL('../../src/components/prose/index.ts', import.meta.url), 'utf8'),
  );
  const components = [...source.matchAll(/^ {2}([A-Z]\w+),$/gm)].map(([, name]) => name);
  expect(Object.keys(vocabulary).toSorted()).toEqual(components.toSorted());
});
