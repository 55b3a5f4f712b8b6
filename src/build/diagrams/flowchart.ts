import type { XastElement } from 'svgo';
import { type Box, toBorders, toBox, toBoxAround, toRect } from './box.ts';
import { findBefore, type Head, movePath, toHead, toPoints, toTrack } from './edge-path.ts';
import { findLines, toNodeShape } from './node-shape.ts';
import { placeLabels } from './place-labels.ts';
import { DiagramProblem } from './problem.ts';
import { add, findAll, findChildren, findClasses, hasClass, type Point, toElement, toNumber, toOffset, toText } from './svg-tree.ts';

/** The states that an author can give a node or boundary with `:::`. */
const states = ['failed', 'new', 'idle'];

/** Mermaid's own classes on nodes and boundaries, which say nothing about a state. */
const mermaidClasses = ['node', 'default', 'cluster', 'clickable'];

/** Mermaid ends a line this many px before the node, where its own arrow head would stand. */
const headGap = 4;

interface Part {
  element: XastElement;
  /** Where the coordinates of the element's children start. */
  place: Point;
}

interface Boundary {
  box: Box;
  titleBox: Box;
  frame: XastElement;
  title: XastElement;
}

/** Redraws Mermaid's flowchart with our own elements and classes, from back to front. */
export function drawFlowchart(svg: XastElement): XastElement[] {
  const parts = findParts(svg, { x: 0, y: 0 });
  const ofClass = (name: string) => parts.filter(({ element }) => hasClass(element, name));
  const boundaries = ofClass('cluster').map(drawBoundary);
  const lines = ofClass('flowchart-link');
  const nodes = ofClass('node').map((part) => drawNode(part, boundaries));
  const obstacles = [
    ...boundaries.flatMap(({ box, titleBox }) => [...toBorders(box, 6), titleBox]),
    ...nodes.map(({ box }) => box),
    ...lines.flatMap(findHeadBoxes),
  ];
  return [
    ...boundaries.map(({ frame }) => frame),
    ...lines.flatMap(drawLine),
    ...boundaries.map(({ title }) => title),
    ...nodes.map(({ drawn }) => drawn),
    ...drawLabels(ofClass('edgeLabel'), lines, obstacles),
  ];
}

/** The boundaries, lines, nodes and labels of a drawing, which Mermaid nests in moved groups. */
function findParts(element: XastElement, origin: Point): Part[] {
  return findChildren(element).flatMap((child) => {
    const place = add(origin, toOffset(child));
    const isPart = ['cluster', 'flowchart-link', 'node', 'edgeLabel'].some((name) => hasClass(child, name));
    return isPart ? [{ element: child, place }] : findParts(child, place);
  });
}

function drawBoundary({ element, place }: Part): Boundary {
  const [rect, label] = findChildren(element);
  if (rect?.name !== 'rect' || !label) throw new Error('Mermaid drew a subgraph without a frame.');
  const box = toBox(rect, place);
  const lines = findLines(element);
  const [left, top] = [box.left + 10, box.top + 6];
  const height = lines.length * 16;
  // Mermaid centers the title in the frame, which tells how wide it is.
  const width = box.right - box.left - 2 * (place.x + toOffset(label).x - box.left);
  return {
    box,
    titleBox: { left, top, right: left + width, bottom: top + height },
    frame: toElement('g', { class: toGroupClass('d-boundary', element) }, [toRect('d-shape', box, 4), ...toBadge(element, box)]),
    title: toText('d-title', { lines, size: 14, middle: { x: left, y: top + height / 2 } }),
  };
}

function drawNode({ element, place }: Part, boundaries: Boundary[]) {
  const { kind, shape, box, middle } = toNodeShape(element, place);
  const text = toText('d-text', { lines: findLines(element), size: 16, middle });
  // A badge on the boundary speaks for all that it holds.
  const isInFailed = boundaries.some(({ frame, box: outer }) => hasClass(frame, 'd-failed') && isInside(place, outer));
  const badge = isInFailed ? [] : toBadge(element, box);
  return { box, drawn: toElement('g', { class: toGroupClass(kind, element) }, [shape, text, ...badge]) };
}

function isInside({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom;
}

function drawLine({ element, place }: Part): XastElement[] {
  if (hasClass(element, 'edge-thickness-invisible')) return [];
  const d = movePath(element.attributes['d'] ?? '', place);
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

function toHeadOn(head: Head, points: Point[]): XastElement {
  return toHead(head, findBefore(points), points.at(-1) ?? { x: 0, y: 0 }, headGap);
}

function findHead(path: XastElement, attribute: string): Head | undefined {
  const marker = path.attributes[attribute];
  if (!marker) return undefined;
  if (marker.includes('-point')) return 'filled';
  if (marker.includes('-cross')) return 'cross';
  throw new DiagramProblem('unknown-edge', 'A line ends in a sign other than an arrow or a cross.', 'Use -->, -.->, --x or ---.');
}

/** What the heads of a line cover. */
function findHeadBoxes({ element, place }: Part): Box[] {
  const points = toPoints(movePath(element.attributes['d'] ?? '', place));
  const ends = [element.attributes['marker-start'] ? points[0] : undefined, element.attributes['marker-end'] ? points.at(-1) : undefined];
  return ends.flatMap((end) => (end ? [toBoxAround(end, 16, 16)] : []));
}

function drawLabels(labels: Part[], lines: Part[], obstacles: Box[]): XastElement[] {
  const written = labels.filter(({ element }) => findLines(element).length > 0);
  const sized = written.map(({ element, place }) => {
    const id = findAll(element, (child) => child.attributes['data-id'] !== undefined)[0]?.attributes['data-id'];
    const line = lines.find((other) => other.element.attributes['data-id'] === id);
    const track = line ? toTrack(movePath(line.element.attributes['d'] ?? '', line.place)) : [place];
    const widths = findAll(element, ({ name }) => name === 'rect').map((rect) => toNumber(rect, 'width'));
    return { track, width: Math.max(...widths), height: findLines(element).length * 16 + 3 };
  });
  return placeLabels(sized, obstacles).flatMap((middle, index) => {
    const { width = 0, height = 0 } = sized[index] ?? {};
    const lines = written[index] ? findLines(written[index].element) : [];
    return [toRect('d-label', toBoxAround(middle, width, height)), toText('d-label-text', { lines, size: 14, middle })];
  });
}

/** A crossed-out badge on the corner of what has failed, so that it does not hang on color alone. */
function toBadge(element: XastElement, { right, top }: Box): XastElement[] {
  if (!hasClass(element, 'failed')) return [];
  const d = `M${right - 3},${top - 3}l6,6m0-6l-6,6`;
  return [toElement('circle', { class: 'd-badge', cx: right, cy: top, r: 7 }), toElement('path', { class: 'd-cross', d })];
}

function toGroupClass(kind: string, element: XastElement): string {
  const given = findClasses(element).filter((name) => !mermaidClasses.includes(name));
  const unknown = given.find((name) => !states.includes(name));
  if (unknown) {
    throw new DiagramProblem('unknown-class', `The class "${unknown}" is not one of this guide's.`, `Use one of: ${states.join(', ')}.`);
  }
  return [kind, ...given.map((name) => `d-${name}`)].join(' ');
}
