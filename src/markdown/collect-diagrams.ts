import type { Root } from 'mdast';
import { defineMdastPlugin } from 'satteri';
import { findElements, getAttribute } from './find-elements.ts';

/** A diagram as a page shows it. */
export interface PlacedDiagram {
  readonly id: string;
  readonly caption: string;
}

/** Notes a page's diagrams in its front matter, for the list of all diagrams. */
export const collectDiagrams = defineMdastPlugin({
  name: 'collect-diagrams',
  before(root: Readonly<Root>, context) {
    const astro = context.data['astro'] as { frontmatter: Record<string, unknown> } | undefined;
    if (!astro) return;
    astro.frontmatter['diagrams'] = findElements(root as Root, 'Diagram').map(
      (element): PlacedDiagram => ({
        id: getAttribute(element, 'id'),
        caption: getAttribute(element, 'caption'),
      }),
    );
  },
});
