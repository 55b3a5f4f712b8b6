import { expect, section, test } from '../support/browser.ts';

test.use({ javaScriptEnabled: false });

test('a reader without scripts reads the text and what the notes said', async ({ page }) => {
  await page.goto(section);
  await expect(page.locator('.prose > p').first()).toBeVisible();
  await expect(page.locator('.then').first()).toBeVisible();
});

test('a reader without scripts is shown no button that would do nothing', async ({ page }) => {
  await page.goto(section);
  await expect(page.getByRole('link', { name: 'Glossary' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /search|theme|enlarge/i })).toHaveCount(0);
});

test('a reader without scripts goes from term to entry and from section to section', async ({ page }) => {
  await page.goto(section);
  await page.getByRole('navigation', { name: 'Previous and next page' }).getByRole('link').last().click();
  await expect(page).not.toHaveURL(new RegExp(`${section}$`));
  await page.locator('a.term').first().click();
  await expect(page).toHaveURL(/\/glossary\/[\w-]+\.html$/);
  await expect(page.locator('[data-definition] p').first()).toBeVisible();
});

test('a reader without scripts goes to a part of the page by its contents', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(section);
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Questions' }).click();
  await expect(page.getByRole('heading', { name: /^Questions/ })).toBeInViewport();
});

test('a reader without scripts answers a question before seeing why', async ({ page }) => {
  await page.goto(section);
  const question = page.locator('.question').first();
  await expect(question.locator('.choices')).toBeVisible();
  await expect(question.getByText(/, right:/).first()).toBeHidden();
  await question.getByText('Answer and reasons').click();
  await expect(question.getByText(/, right:/).first()).toBeVisible();
});

test('a reader without scripts opens the contents of the guide and of the page on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(section);
  const tree = page.getByRole('navigation', { name: 'Contents of the guide' });
  await expect(tree).toBeHidden();
  await page.getByRole('button', { name: 'Contents of the guide' }).click();
  await expect(tree).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tree).toBeHidden();
  const part = page.getByRole('link', { name: 'Questions', exact: true });
  await expect(part).toBeHidden();
  await page.getByText('On this page').click();
  await expect(part).toBeVisible();
});
