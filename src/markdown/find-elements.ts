import type { Nodes } from 'mdast';

type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** All elements of the authors' vocabulary with this name below a node, in order. */
export const findElements = (node: Nodes, name: string): JsxElement[] => {
  if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === name) return [node];
  return 'children' in node ? node.children.flatMap((child) => findElements(child, name)) : [];
};

/** The text of an element's attribute; empty where it has none. */
export const getAttribute = (element: JsxElement, name: string): string => {
  const found = element.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  return typeof found?.value === 'string' ? found.value : '';
};
