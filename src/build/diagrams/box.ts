import type { XastElement } from 'svgo';
import { type Point, toElement, toNumber } from './svg-tree.ts';

/** A rectangle, by its sides. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box of a size around a place. */
export function toBoxAround({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** The box of a `<rect>` whose coordinates start at `origin`. */
export function toBox(rect: XastElement, origin: Point = { x: 0, y: 0 }): Box {
  const [left, top] = [origin.x + toNumber(rect, 'x'), origin.y + toNumber(rect, 'y')];
  return { left, top, right: left + toNumber(rect, 'width'), bottom: top + toNumber(rect, 'height') };
}

/** The smallest box around some places. */
export function toBoxOf(places: Point[]): Box {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The smallest box around some boxes. */
export function toBoxOfBoxes(boxes: Box[]): Box {
  return toBoxOf(
    boxes.flatMap(({ left, top, right, bottom }) => [
      { x: left, y: top },
      { x: right, y: bottom },
    ]),
  );
}

/** The middle of a box. */
export function toMiddle({ left, top, right, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Draws a box; `rx` is the radius of its corners in px. */
export function toRect(className: string, { left, top, right, bottom }: Box, rx = 0): XastElement {
  const sides = { x: left, y: top, width: right - left, height: bottom - top };
  return toElement('rect', rx > 0 ? { class: className, ...sides, rx } : { class: className, ...sides });
}

/** How much of two boxes lies on one another, in square px. */
export function toOverlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Four thin boxes along the sides of a box, each `width` px wide. */
export function toBorders({ left, top, right, bottom }: Box, width: number): Box[] {
  const half = width / 2;
  return [
    { left, right, top: top - half, bottom: top + half },
    { left, right, top: bottom - half, bottom: bottom + half },
    { left: left - half, right: left + half, top, bottom },
    { left: right - half, right: right + half, top, bottom },
  ];
}
