import { type Box, toBoxOfBoxes, toMiddle } from './box.ts';
import type { Point } from './svg-tree.ts';

/** Free px between a boundary's left, right and lower sides and what it holds. */
const room = 16;

/** Free px between a boundary's upper side and what it holds: its title, and the tip of a line that enters there. */
const headroom = 34;

/** A subgraph as Mermaid placed it. */
export interface Frame {
  box: Box;
  titleWidth: number;
}

/** A line of the drawing: what it covers with its label, and where it starts and ends. */
export interface Run {
  box: Box;
  ends: Point[];
}

/**
 * Draws every boundary close around what it holds: nodes, smaller boundaries, and the lines between them. Mermaid
 * leaves no room for the titles of nested boundaries, and too much elsewhere. A side where a line ends stays.
 */
export function fitBoundaries(frames: Frame[], nodes: Box[], runs: Run[]): Box[] {
  const fitted = new Map<Frame, Box>();
  const smallestFirst = [...frames].sort((a, b) => toArea(a.box) - toArea(b.box));
  for (const [index, frame] of smallestFirst.entries()) {
    const smaller = smallestFirst.slice(0, index).filter(({ box }) => isInside(toMiddle(box), frame.box));
    const held = [
      ...nodes.filter((node) => isInside(toMiddle(node), frame.box)),
      ...smaller.map((inner) => fitted.get(inner) ?? inner.box),
      ...runs.filter(({ ends }) => ends.every((end) => isInside(end, frame.box))).map(({ box }) => box),
    ];
    fitted.set(
      frame,
      held.length > 0
        ? toFitted(
            frame,
            toBoxOfBoxes(held),
            runs.flatMap(({ ends }) => ends),
          )
        : frame.box,
    );
  }
  return frames.map((frame) => fitted.get(frame) ?? frame.box);
}

/** Whether a place lies in a box. */
export function isInside({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom;
}

function toFitted({ box, titleWidth }: Frame, held: Box, ends: Point[]): Box {
  const isEnd = (side: Box) => ends.some((end) => isInside(end, side));
  const [leftSide, rightSide, topSide, bottomSide] = [
    { ...box, left: box.left - 6, right: box.left + 6 },
    { ...box, left: box.right - 6, right: box.right + 6 },
    { ...box, top: box.top - 6, bottom: box.top + 6 },
    { ...box, top: box.bottom - 6, bottom: box.bottom + 6 },
  ];
  const missing = Math.max(0, titleWidth + 24 - (held.right - held.left + 2 * room));
  return {
    left: isEnd(leftSide) ? box.left : held.left - room - missing / 2,
    right: isEnd(rightSide) ? box.right : held.right + room + missing / 2,
    top: isEnd(topSide) ? box.top : held.top - headroom,
    bottom: isEnd(bottomSide) ? box.bottom : held.bottom + room,
  };
}

function toArea({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}
