import type { XastElement } from 'svgo';
import { add, type Point, toElement } from './svg-tree.ts';

/** What stands at an end of a line: a filled tip for a call, an open one for a message without answer, a cross for a path that does not work. */
export type Head = 'filled' | 'open' | 'cross';

const tipLength = 9;
const tipHalfWidth = 4.5;
const crossArm = 5;

interface Command {
  letter: string;
  points: Point[];
}

/** The points of a path that is written in absolute M, L and C commands only, control points included. */
export function toPoints(path: string): Point[] {
  return toCommands(path).flatMap(({ points }) => points);
}

/** The same path, moved. */
export function movePath(path: string, by: Point): string {
  const commands = toCommands(path).map(({ letter, points }) => {
    const moved = points.map((point) => add(point, by));
    return letter + moved.map(({ x, y }) => `${x},${y}`).join(' ');
  });
  return commands.join('');
}

/** Points that stand close together along a path, from its start to its end. */
export function toTrack(path: string): Point[] {
  const track: Point[] = [];
  for (const { letter, points } of toCommands(path)) {
    const from = track.at(-1);
    const [a, b, end] = points;
    if (letter === 'M' || !from) track.push(...points);
    else if (letter === 'L') track.push(...between(from, points[0] ?? from));
    else if (a && b && end) track.push(...along(from, a, b, end));
  }
  return track;
}

/** The head at the end of a line that comes through `before` and ends `gap` px before what it points at. */
export function toHead(head: Head, before: Point, end: Point, gap: number): XastElement {
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const unit = { x: (end.x - before.x) / length, y: (end.y - before.y) / length };
  const at = (forward: number, sideways: number) => {
    const x = end.x + unit.x * forward - unit.y * sideways;
    const y = end.y + unit.y * forward + unit.x * sideways;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  if (head === 'cross') {
    const [near, far] = [-2, -2 - 2 * crossArm];
    const d = `M${at(near, crossArm)}L${at(far, -crossArm)}M${at(far, crossArm)}L${at(near, -crossArm)}`;
    return toElement('path', { class: 'd-cross', d });
  }
  const back = gap - tipLength;
  const corners = `M${at(back, tipHalfWidth)}L${at(gap, 0)}L${at(back, -tipHalfWidth)}`;
  return toElement(
    'path',
    head === 'filled' ? { class: 'd-head', d: `${corners}z` } : { class: 'd-head-open', d: corners },
  );
}

/** The point that a line comes from when it reaches its last point. */
export function findBefore(points: Point[]): Point {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  return points.findLast((point) => Math.hypot(point.x - end.x, point.y - end.y) > 1) ?? { x: end.x - 1, y: end.y };
}

function toCommands(path: string): Command[] {
  const strange = /[^MLC\d\s,.e+-]/.exec(path);
  if (strange)
    throw new Error(`A line is drawn with the path command "${strange[0]}", which this renderer does not know.`);
  return [...path.matchAll(/([MLC])([^MLC]*)/g)].map(([, letter = '', rest = '']) => {
    const numbers = [...rest.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
    return {
      letter,
      points: numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : [])),
    };
  });
}

function between(from: Point, to: Point): Point[] {
  const steps = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 4));
  return Array.from({ length: steps }, (_, index) => {
    const t = (index + 1) / steps;
    return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
  });
}

function along(from: Point, a: Point, b: Point, to: Point): Point[] {
  const steps = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 4));
  return Array.from({ length: steps }, (_, index) => {
    const t = (index + 1) / steps;
    const [w0, w1, w2, w3] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
    return { x: w0 * from.x + w1 * a.x + w2 * b.x + w3 * to.x, y: w0 * from.y + w1 * a.y + w2 * b.y + w3 * to.y };
  });
}
