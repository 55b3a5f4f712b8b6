import { type Box, toBoxAround, toOverlap } from './box.ts';
import type { Point } from './svg-tree.ts';

/** A line's label where Mermaid put it. */
export interface Label {
  /** Points close together along the label's line. */
  track: Point[];
  box: Box;
}

/**
 * Moves each label along its line to the place nearest the middle where it covers nothing: Mermaid puts it in the
 * middle, even where a boundary, its title or another label stands.
 */
export function placeLabels(labels: Label[], obstacles: Box[]): Box[] {
  const taken = [...obstacles];
  return labels.map((label) => {
    const box = findPlace(label, taken);
    taken.push(box);
    return box;
  });
}

function findPlace({ track, box }: Label, taken: Box[]): Box {
  const middle = Math.floor(track.length / 2);
  const nearestFirst = [...track.entries()].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle));
  let best = box;
  let least = Number.POSITIVE_INFINITY;
  for (const [, place] of nearestFirst) {
    const moved = toBoxAround(place, box.right - box.left, box.bottom - box.top);
    const covered = taken.reduce((sum, other) => sum + toOverlap(moved, other), 0);
    if (covered < least) [best, least] = [moved, covered];
    if (covered === 0) break;
  }
  return best;
}
