import { expect, type Page } from '@playwright/test';

/** Answers the first question of a section's page that is open. */
export const answerQuestion = async (page: Page, isRight = true): Promise<void> => {
  const id = await page.locator('.question:not([data-outcome])').first().getAttribute('id');
  const question = page.locator(`[id="${id}"]`);
  const names = await question.locator('.answer li').evaluateAll((all) => all.map(({ className }) => className));
  const right = names.flatMap((name, at) => (name === 'right' ? at : []));
  const wrong = names.flatMap((name, at) => (name === 'right' ? [] : at));
  for (const at of isRight ? right : [...wrong, ...right].slice(0, right.length))
    await question.locator('.choices label').nth(at).click();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.getByRole('status')).toHaveText(isRight ? 'Right.' : /^Wrong/);
};
