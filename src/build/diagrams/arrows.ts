import type { XastElement } from 'svgo';
import { add, type Point, toElement } from './svg-tree.ts';

/** What stands at an end of a line: a filled tip for a call, an open one for a message without answer, a cross for a path that does not work. */
export type Head = 'filled' | 'open' | 'cross';

const tipLength = 9;
const tipHalfWidth = 4.5;
const crossArm = 5;

/** The points of a path that is written in absolute M, L, C and Q commands only, control points included. */
export function toPoints(path: string): Point[] {
  const strange = /[^MLCQ\d\s,.e+-]/.exec(path);
  if (strange) throw new Error(`An edge is drawn with the path command "${strange[0]}", which this renderer does not know.`);
  const numbers = [...path.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}

/** The same path, moved; absolute M, L, C and Q commands only. */
export function movePath(path: string, by: Point): string {
  const points = toPoints(path).map((point) => add(point, by));
  let next = 0;
  return path.replace(/(-?[\d.]+(?:e-?\d+)?)[\s,]+(-?[\d.]+(?:e-?\d+)?)/g, () => {
    const point = points[next++];
    return `${point?.x},${point?.y}`;
  });
}

/** The head at the end of a line that comes through `before` and ends `gap` px before what it points at. */
export function toHead(head: Head, before: Point, end: Point, gap: number): XastElement {
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const along = { x: (end.x - before.x) / length, y: (end.y - before.y) / length };
  const at = (forward: number, sideways: number) => {
    const x = end.x + along.x * forward - along.y * sideways;
    const y = end.y + along.y * forward + along.x * sideways;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  if (head === 'cross') {
    const [near, far] = [gap - 8 + crossArm, gap - 8 - crossArm];
    const d = `M${at(near, crossArm)}L${at(far, -crossArm)}M${at(far, crossArm)}L${at(near, -crossArm)}`;
    return toElement('path', { class: 'd-cross', d });
  }
  const back = gap - tipLength;
  const corners = `M${at(back, tipHalfWidth)}L${at(gap, 0)}L${at(back, -tipHalfWidth)}`;
  return toElement('path', head === 'filled' ? { class: 'd-head', d: `${corners}z` } : { class: 'd-head-open', d: corners });
}

/** The point that a line comes from when it reaches its last point. */
export function findBefore(points: Point[]): Point {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  return points.findLast((point) => Math.hypot(point.x - end.x, point.y - end.y) > 1) ?? { x: end.x - 1, y: end.y };
}
