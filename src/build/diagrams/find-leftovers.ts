import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const svgNamespace = 'http://www.w3.org/2000/svg';
const elements = ['svg', 'title', 'desc', 'g', 'rect', 'circle', 'path', 'text', 'tspan'];

const attributes = [
  ...['xmlns', 'class', 'id', 'role', 'aria-labelledby', 'data-digest', 'viewBox'],
  ...['x', 'y', 'width', 'height', 'rx', 'cx', 'cy', 'r', 'd'],
];

/**
 * What a drawing holds that it must not hold: styles, colors, fonts, scripts, references, ids of other drawings.
 * Reads it as browsers read the page that it stands in, which is not how they read it as a file.
 */
export function findLeftovers(svg: string, name: string): string[] {
  const nodes = parseFragment(svg).childNodes.filter((node) => !isBlank(node));
  const [root] = nodes;
  const isOne = nodes.length === 1 && root !== undefined && isElement(root) && root.tagName === 'svg';
  return [
    ...new Set([
      ...(isOne ? [] : ['something other than one <svg>']),
      ...nodes.flatMap((node) => findInNode(node, name)),
    ]),
  ];
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isBlank(node: Node): boolean {
  return 'value' in node && node.value.trim() === '';
}

function findInNode(node: Node, name: string): string[] {
  if (isElement(node))
    return [...findInElement(node, name), ...node.childNodes.flatMap((child) => findInNode(child, name))];
  if (node.nodeName === '#comment') return ['a comment'];
  // Mermaid's own form of codes such as "#quot;", which a line break can cut in two.
  return 'value' in node && /ﬂ|¶ß/.test(node.value) ? [`the halves of a code in "${node.value.trim()}"`] : [];
}

function findInElement({ tagName, namespaceURI, attrs }: Element, name: string): string[] {
  const given = new Map(attrs.map((attribute) => [attribute.name, attribute.value]));
  const toWords = (key: string): string[] => (given.get(key) ?? '').split(/\s+/).filter(Boolean);
  const classes = toWords('class');
  return [
    ...(elements.includes(tagName) && namespaceURI === svgNamespace ? [] : [`element <${tagName}>`]),
    ...[...given.keys()].filter((key) => !attributes.includes(key)).map((key) => `attribute ${key}=""`),
    ...[...toWords('id'), ...toWords('aria-labelledby')]
      .filter((id) => !id.startsWith(`${name}-`))
      .map((id) => `id "${id}" without the prefix "${name}-"`),
    ...classes.filter((one) => !one.startsWith('d-')).map((one) => `class "${one}"`),
    ...(['rect', 'circle', 'path', 'text'].includes(tagName) && classes.length === 0
      ? [`<${tagName}> without a class`]
      : []),
  ];
}
