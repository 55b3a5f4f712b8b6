import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose result can differ between the themes. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page in both themes: its rules for WCAG 2.2 AA and its best practices.
 *
 * @param part the part of the page to look at, as a selector
 */
export const findBarriers = async (page: Page, part = 'html'): Promise<string[]> => {
  const barriers: string[] = [];
  for (const [colorScheme, runOnly] of [
    ['light', standards],
    ['dark', colorRules],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include(part).options({ runOnly: [...runOnly], resultTypes: ['violations'] });
    // The site has no frames, and looking for them takes most of the time.
    const { violations } = await axe.setLegacyMode().analyze();
    for (const { id, help, nodes } of violations)
      barriers.push(`${id} (${help}) at ${nodes.length} places in the ${colorScheme} theme, first: ${nodes[0]?.html}`);
  }
  return barriers;
};
