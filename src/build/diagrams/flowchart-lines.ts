import type { XastElement } from 'svgo';
import { type Box, toBoxAround, toBoxOf, toBoxOfBoxes, toMiddle, toRect } from './box.ts';
import { findBefore, type Head, movePath, toHead, toPoints, toTrack } from './edge-path.ts';
import type { Run } from './fit-boundaries.ts';
import type { Part } from './flowchart-parts.ts';
import { findLines } from './node-shape.ts';
import { placeLabels } from './place-labels.ts';
import { DiagramProblem } from './problem.ts';
import { findAll, hasClass, type Point, toElement, toNumber, toText } from './svg-tree.ts';

/** Mermaid ends a line this many px before the node, where its own arrow head would stand. */
const headGap = 4;

/** Draws a line with its heads. */
export function drawLine(line: Part): XastElement[] {
  const { element } = line;
  const d = toPath(line);
  const points = toPoints(d);
  const [start, end] = [findHead(element, 'marker-start'), findHead(element, 'marker-end')];
  const isDotted = hasClass(element, 'edge-pattern-dotted') || hasClass(element, 'edge-pattern-dashed');
  const isCrossed = start === 'cross' || end === 'cross';
  const classes = ['d-edge', isDotted && 'd-edge-dotted', isCrossed && 'd-edge-cross'].filter(Boolean);
  return [
    toElement('path', { class: classes.join(' '), d }),
    ...(start ? [toHeadOn(start, points.toReversed())] : []),
    ...(end ? [toHeadOn(end, points)] : []),
  ];
}

/** Draws the lines' labels where they cover none of the obstacles. */
export function drawLabels(labels: Part[], lines: Part[], obstacles: Box[]): { box: Box; drawn: XastElement[] }[] {
  const unplaced = labels.map((label) => ({ track: toLabelTrack(label, lines), box: toLabelBox(label, label.place) }));
  const boxes = placeLabels(unplaced, obstacles);
  return labels.map((label, index) => {
    const box = boxes[index] ?? toLabelBox(label, label.place);
    const text = toText('d-label-text', { lines: findLines(label.element), size: 14, middle: toMiddle(box) });
    return { box, drawn: [toRect('d-label', box), text] };
  });
}

/** What each line covers with its label, and where it ends. */
export function toRuns(lines: Part[], labels: Part[]): Run[] {
  return lines.map((line) => {
    const own = labels.filter((label) => findLineOf(label, [line])).map((label) => toLabelBox(label, label.place));
    return { box: toBoxOfBoxes([toBoxOf(toTrack(toPath(line))), ...own]), ends: toEnds(line) };
  });
}

/** Where a line starts and ends. */
export function toEnds(line: Part): Point[] {
  const points = toPoints(toPath(line));
  return points.filter((_, index) => index === 0 || index === points.length - 1);
}

function toPath({ element, place }: Part): string {
  return movePath(element.attributes['d'] ?? '', place);
}

function toHeadOn(head: Head, points: Point[]): XastElement {
  return toHead(head, findBefore(points), points.at(-1) ?? { x: 0, y: 0 }, headGap);
}

function findHead(path: XastElement, attribute: string): Head | undefined {
  const marker = path.attributes[attribute];
  if (!marker) return undefined;
  if (marker.includes('-point')) return 'filled';
  if (marker.includes('-cross')) return 'cross';
  throw new DiagramProblem(
    'unknown-edge',
    'A line ends in a sign other than an arrow or a cross.',
    'Use -->, -.->, --x or ---.',
  );
}

function toLabelTrack(label: Part, lines: Part[]): Point[] {
  const line = findLineOf(label, lines);
  return line ? toTrack(toPath(line)) : [label.place];
}

function findLineOf({ element }: Part, lines: Part[]): Part | undefined {
  const [named] = findAll(element, (child) => child.attributes['data-id'] !== undefined);
  return lines.find((line) => line.element.attributes['data-id'] === named?.attributes['data-id']);
}

function toLabelBox({ element }: Part, middle: Point): Box {
  const widths = findAll(element, ({ name }) => name === 'rect').map((rect) => toNumber(rect, 'width'));
  return toBoxAround(middle, Math.max(0, ...widths), findLines(element).length * 16 + 3);
}
