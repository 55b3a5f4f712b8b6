import { expect, test } from 'vitest';
import { checkBudget } from '../support/check-budget.ts';

const budget = { what: 'the page', most: 1000, why: 'Because.' };

test('a figure within 15 % below its budget is fine', () => {
  for (const figure of [1000, 940, 870]) expect(checkBudget(budget, figure)).toBeUndefined();
});

test('a figure above its budget is named, with how much it grew and what to do', () => {
  expect(checkBudget(budget, 1250)).toBe(
    'the page: 1,250, which is 250 (25 %) more than the budget of 1,000 ("Because."). Make it smaller, or raise "most" in tests/budgets.ts and say in "why" what readers get for it.',
  );
});

test('a budget far above its figure is to be lowered, to a number that then holds', () => {
  expect(checkBudget(budget, 600)).toMatch(/lower "most" in tests\/budgets\.ts to 630\.$/);
  for (const figure of [1, 4, 7, 99, 263, 12_345])
    expect(checkBudget({ ...budget, most: Math.floor(figure * 1.05) }, figure)).toBeUndefined();
});
