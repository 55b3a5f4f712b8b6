import type { XastChild, XastElement } from 'svgo';

/** A place in the drawing, in px at 16 px text. */
export interface Point {
  x: number;
  y: number;
}

/** One text of a drawing: its lines, and the middle of the block they form. */
export interface TextBlock {
  lines: string[];
  middle: Point;
  /** Size of the text in px, as `diagrams.css` sets it for the class. */
  size: 13 | 14 | 16;
}

/** Makes an element; numbers are rounded to one decimal. */
export function toElement(
  name: string,
  attributes: Record<string, string | number>,
  children: XastChild[] = [],
): XastElement {
  const written = Object.entries(attributes).map(([key, value]) => [
    key,
    String(typeof value === 'number' ? round(value) : value),
  ]);
  return { type: 'element', name, attributes: Object.fromEntries(written), children };
}

/** Makes a `<text>`, with one `<tspan>` a line where there are several; `d-*` classes decide how it is anchored. */
export function toText(className: string, { lines, middle, size }: TextBlock): XastElement {
  const lineHeight = size * 1.15;
  // Capitals of the site's font are 0.67 em high, so that their middle is 0.335 em above the baseline.
  const firstBaseline = middle.y - ((lines.length - 1) * lineHeight) / 2 + size * 0.335;
  const [first = ''] = lines;
  if (lines.length <= 1)
    return toElement('text', { class: className, x: middle.x, y: firstBaseline }, toWords(className, first));
  const rows = lines.map((line, index) => {
    const y = firstBaseline + index * lineHeight;
    return toElement('tspan', { x: middle.x, y }, toWords(className, line));
  });
  // The space lets a search, a copy and a screen reader see two words where a line ends.
  const children = rows.flatMap((row, index) => (index === 0 ? [row] : [textOf(' '), row]));
  return toElement('text', { class: className }, children);
}

/** All text inside an element, as one string. */
export function toPlainText(element: XastElement): string {
  const parts = element.children.map((child) => {
    if (child.type === 'element') return toPlainText(child);
    return child.type === 'text' || child.type === 'cdata' ? child.value : '';
  });
  return parts.join('');
}

/** The elements directly inside an element. */
export function findChildren(element: XastElement): XastElement[] {
  return element.children.filter((child) => child.type === 'element');
}

/** All elements inside an element that pass the test, in document order. */
export function findAll(element: XastElement, test: (child: XastElement) => boolean): XastElement[] {
  return findChildren(element).flatMap((child) => [...(test(child) ? [child] : []), ...findAll(child, test)]);
}

/** The classes of an element. */
export function findClasses(element: XastElement): string[] {
  return (element.attributes['class'] ?? '').split(/\s+/).filter(Boolean);
}

/** Whether an element has a class. */
export function hasClass(element: XastElement, className: string): boolean {
  return findClasses(element).includes(className);
}

/** An attribute as a number; 0 where it is missing. */
export function toNumber(element: XastElement, attribute: string): number {
  return Number.parseFloat(element.attributes[attribute] ?? '0');
}

/** How far an element's `transform="translate(…)"` moves it. */
export function toOffset(element: XastElement): Point {
  const [, x = '0', y = '0'] =
    /translate\(\s*([-\d.e]+)[\s,]*([-\d.e]+)?/.exec(element.attributes['transform'] ?? '') ?? [];
  return { x: Number(x), y: Number(y) };
}

/** Where a `<line>` starts and ends. */
export function toLineEnds(line: XastElement): Point[] {
  return [
    { x: toNumber(line, 'x1'), y: toNumber(line, 'y1') },
    { x: toNumber(line, 'x2'), y: toNumber(line, 'y2') },
  ];
}

/** The sum of two places. */
export function add(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

/** A number with at most one decimal. */
function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}

/** The words of a line; in the label of a line of the drawing, a number in front stands out. */
function toWords(className: string, line: string): XastChild[] {
  const [, step, rest = ''] = (className === 'd-label-text' && /^([A-Z]?\d+[a-z]?)(\s.*)$/.exec(line)) || [];
  return step ? [toElement('tspan', { class: 'd-step' }, [textOf(step)]), textOf(rest)] : [textOf(line)];
}

function textOf(value: string): XastChild {
  return { type: 'text', value };
}
