import { type Box, toBoxAround, toOverlap } from './box.ts';
import type { Point } from './svg-tree.ts';

/** A line's label before it has its place. */
export interface Label {
  /** Points close together along the label's line. */
  track: Point[];
  width: number;
  height: number;
}

/**
 * Moves each label along its line to the place nearest the middle where it covers nothing: Mermaid puts it in the
 * middle, even where a boundary, its title or another label stands.
 */
export function placeLabels(labels: Label[], obstacles: Box[]): Point[] {
  const taken = [...obstacles];
  return labels.map((label) => {
    const place = findPlace(label, taken);
    taken.push(toBoxAround(place, label.width, label.height));
    return place;
  });
}

function findPlace({ track, width, height }: Label, taken: Box[]): Point {
  const middle = Math.floor(track.length / 2);
  const nearestFirst = track.map((_, index) => index).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  let best = track[middle] ?? { x: 0, y: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const index of nearestFirst) {
    const place = track[index] ?? best;
    const box = toBoxAround(place, width, height);
    const covered = taken.reduce((sum, other) => sum + toOverlap(box, other), 0);
    if (covered === 0) return place;
    if (covered < least) [best, least] = [place, covered];
  }
  return best;
}
