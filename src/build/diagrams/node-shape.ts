import type { XastElement } from 'svgo';
import { type Box, toBoxAround, toBoxOf, toMiddle, toRect } from './box.ts';
import { toPoints } from './edge-path.ts';
import { DiagramProblem } from './problem.ts';
import {
  add,
  findAll,
  findChildren,
  hasClass,
  type Point,
  toElement,
  toNumber,
  toOffset,
  toPlainText,
} from './svg-tree.ts';

/** A flowchart's node as we draw it. */
export interface NodeShape {
  /** The class that says what it is: `d-box`, `d-store`, `d-dns`, `d-user`, `d-stored-thing` or `d-choice`. */
  kind: string;
  shape: XastElement;
  box: Box;
  /** Where the middle of the text goes. */
  middle: Point;
}

/** Tells from Mermaid's outline of a node what the node is, and draws it anew. */
export function toNodeShape(node: XastElement, center: Point): NodeShape {
  const [outline] = findChildren(node);
  if (outline?.name === 'rect') return toBoxShape(outline, center);
  if (outline?.name === 'polygon') return toPolygon(outline, center);
  if (outline?.name === 'path') return toCylinder(outline, center);
  if (outline && hasClass(outline, 'outer-path')) return toPill(outline, center);
  throw new DiagramProblem(
    'unknown-shape',
    `The node "${findLines(node).join(' ')}" has a shape that this guide does not use.`,
    'Use ([users]), [compute], [(store)], {{DNS}}, [/stored thing/] or {choice}.',
  );
}

/** Mermaid writes the codes of signs, as in `#quot;`, into a label without decoding them. */
function decode(words: string): string {
  return words
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
}

/** The lines of a label as Mermaid broke them. */
export function findLines(element: XastElement): string[] {
  const rows = findAll(element, (child) => hasClass(child, 'text-outer-tspan'));
  return rows.map((row) => decode(toPlainText(row)).trim()).filter(Boolean);
}

function toBoxShape(outline: XastElement, center: Point): NodeShape {
  const box = toBoxAround(center, toNumber(outline, 'width'), toNumber(outline, 'height'));
  return { kind: 'd-box', shape: toRect('d-shape', box, 4), box, middle: center };
}

function toPolygon(outline: XastElement, center: Point): NodeShape {
  const origin = add(center, toOffset(outline));
  const numbers = (outline.attributes['points'] ?? '').split(/[\s,]+/).map(Number);
  const corners = numbers.flatMap((x, index) =>
    index % 2 === 0 ? [add(origin, { x, y: numbers[index + 1] ?? 0 })] : [],
  );
  const heights = new Set(corners.map(({ y }) => y.toFixed(0)));
  const isDiamond = corners.length === 4 && heights.size === 3;
  const kind = corners.length === 6 ? 'd-dns' : isDiamond ? 'd-choice' : 'd-stored-thing';
  const d = `M${corners.map(({ x, y }) => `${x},${y}`).join('L')}z`;
  const box = toBoxOf(corners);
  return { kind, shape: toElement('path', { class: 'd-shape', d }), box, middle: toMiddle(box) };
}

function toCylinder(outline: XastElement, center: Point): NodeShape {
  // Mermaid writes "M0,lid a w/2,lid 0,0,0 w,0 a w/2,lid 0,0,0 -w,0 l0,side …".
  const numbers = [...(outline.attributes['d'] ?? '').matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
  const [lid = 0, width = 0, side = 0] = [numbers[1], numbers[7], numbers[17]];
  const { x: left, y: top } = add(center, toOffset(outline));
  const arc = `a${width / 2},${lid} 0 0 0`;
  const d = `M${left},${top + lid}${arc} ${width},0${arc} ${-width},0v${side}${arc} ${width},0v${-side}`;
  const box = { left, right: left + width, top, bottom: top + side + 2 * lid };
  const middle = { x: left + width / 2, y: top + 1.5 * lid + side / 2 };
  return { kind: 'd-store', shape: toElement('path', { class: 'd-shape', d }), box, middle };
}

function toPill(outline: XastElement, center: Point): NodeShape {
  const { right, bottom } = toBoxOf(toPoints(findChildren(outline)[0]?.attributes['d'] ?? ''));
  const box = toBoxAround(center, 2 * right, 2 * bottom);
  return { kind: 'd-user', shape: toRect('d-shape', box, bottom), box, middle: center };
}
