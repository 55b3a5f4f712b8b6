import { requestBudgets } from '../budgets.ts';
import { expect, test } from '../support/browser.ts';
import { checkBudget } from '../support/check-budget.ts';

for (const budget of requestBudgets)
  test(`a reader who opens ${budget.page} and does nothing causes no more requests than needed`, async ({ page }) => {
    const urls: string[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/favicon.svg')) urls.push(request.url());
    });
    await page.goto(budget.page);
    await expect.poll(() => checkBudget(budget, urls.length)).toBeUndefined();
    await page.waitForLoadState('networkidle');
    expect(checkBudget(budget, urls.length), urls.join('\n')).toBeUndefined();
  });
