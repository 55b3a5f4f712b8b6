import { optimize, type XastElement } from 'svgo';
import { findClasses } from './svg-tree.ts';

const elements = ['svg', 'title', 'desc', 'g', 'rect', 'circle', 'path', 'text', 'tspan'];

const attributes = [
  ...['xmlns', 'class', 'id', 'role', 'aria-labelledby', 'data-digest', 'viewBox'],
  ...['x', 'y', 'width', 'height', 'rx', 'cx', 'cy', 'r', 'd'],
];

/** What a drawing holds that it must not hold: styles, colors, fonts, scripts, references, ids of other drawings. */
export function findLeftovers(svg: string, name: string): string[] {
  const found = new Set<string>();
  const look = (element: XastElement) => {
    for (const leftover of findInElement(element, name)) found.add(leftover);
  };
  optimize(svg, { plugins: [{ name: 'look', fn: () => ({ element: { enter: look } }) }] });
  return [...found];
}

function findInElement(element: XastElement, name: string): string[] {
  const { id, 'aria-labelledby': labels = '' } = element.attributes;
  const names = [...(id === undefined ? [] : [id]), ...labels.split(/\s+/).filter(Boolean)];
  return [
    ...(elements.includes(element.name) ? [] : [`element <${element.name}>`]),
    ...Object.keys(element.attributes)
      .filter((key) => !attributes.includes(key))
      .map((key) => `attribute ${key}=""`),
    ...names
      .filter((given) => !given.startsWith(`${name}-`))
      .map((given) => `id "${given}" without the prefix "${name}-"`),
    ...findClasses(element)
      .filter((given) => !given.startsWith('d-'))
      .map((given) => `class "${given}"`),
    ...(isPainted(element) && findClasses(element).length === 0 ? [`<${element.name}> without a class`] : []),
  ];
}

function isPainted({ name }: XastElement): boolean {
  return ['rect', 'circle', 'path', 'text'].includes(name);
}
