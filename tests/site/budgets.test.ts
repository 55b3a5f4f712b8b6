import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type FileBudget, loadedBudgets, pageBudgets } from '../budgets.ts';
import { checkBudget } from '../support/check-budget.ts';
import { dist } from '../support/dist.ts';

const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Bytes as a host sends them: what is not compressed by itself, compressed. */
const toBytes = (path: string): number => {
  const bytes = readFileSync(join(dist, path));
  return /\.(?:html|js|json|css|webmanifest)$/.test(path) ? gzipSync(bytes, { level: 9 }).length : bytes.length;
};

const filesOf = ({ files }: FileBudget): string[] => paths.filter((path) => files.test(path));

/** The paths that are not of exactly one of the budgets. */
const findStray = (all: readonly string[], budgets: readonly FileBudget[]): string[] =>
  all.filter((path) => budgets.filter(({ files }) => files.test(path)).length !== 1);

test('every page on screen and every script has one budget', () => {
  const pages = paths.filter((path) => path.endsWith('.html') && !path.startsWith('print/'));
  const scripts = paths.filter((path) => path.endsWith('.js'));
  expect([...findStray(pages, pageBudgets), ...findStray(scripts, loadedBudgets)]).toEqual([]);
});

test.each(pageBudgets)('the largest page of its kind fits its budget: $what', (budget) => {
  const sizes = filesOf(budget).map((path) => [path, toBytes(path)] as const);
  const [largest] = sizes.toSorted(([, a], [, b]) => b - a);
  expect(largest, `No page is "${budget.what}" any more: remove its budget.`).toBeDefined();
  const [path, bytes] = largest ?? ['', 0];
  expect(checkBudget({ ...budget, what: `${budget.what} (${path})` }, bytes)).toBeUndefined();
});

test.each(loadedBudgets)('what pages load fits its budget: $what', (budget) => {
  const bytes = filesOf(budget).reduce((sum, path) => sum + toBytes(path), 0);
  expect(budget.most, 'This budget is never raised.').toBeLessThanOrEqual(budget.never ?? Number.POSITIVE_INFINITY);
  expect(checkBudget(budget, bytes)).toBeUndefined();
});
