import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** The first element of a parsed page that fulfills a wish. */
export const findElement = (
  node: DefaultTreeAdapterTypes.Node,
  isWanted: (element: Element) => boolean,
): Element | undefined => {
  if ('tagName' in node && isWanted(node)) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findElement(child, isWanted);
    if (found) return found;
  }
  return undefined;
};
