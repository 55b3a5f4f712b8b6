import type { Budget } from '../budgets.ts';

/** How far a budget may stand above its figure. */
const slack = 1.15;

const toText = (number: number): string => number.toLocaleString('en-US');

/** What is wrong between a budget and its figure, with what to do; undefined when nothing is. */
export const checkBudget = ({ what, most, why }: Budget, figure: number): string | undefined => {
  if (figure > most) {
    const over = `${toText(figure - most)} (${Math.ceil((100 * (figure - most)) / most)} %)`;
    return `${what}: ${toText(figure)}, which is ${over} more than the budget of ${toText(most)} ("${why}"). Make it smaller, or raise "most" in tests/budgets.ts and say in "why" what readers get for it.`;
  }
  if (most > figure * slack)
    return `${what}: ${toText(figure)}, and the budget of ${toText(most)} is more than 15 % above. Keep what was saved: lower "most" in tests/budgets.ts to ${toText(Math.floor(figure * 1.05))}.`;
  return undefined;
};
