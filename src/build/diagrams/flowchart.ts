import type { XastElement } from 'svgo';
import { type Box, toBorders, toBox, toBoxAround, toBoxOf, toBoxOfBoxes, toMiddle, toRect } from './box.ts';
import { findBefore, type Head, movePath, toHead, toPoints, toTrack } from './edge-path.ts';
import { fitBoundaries, isInside, type Run } from './fit-boundaries.ts';
import { findLines, type NodeShape, toNodeShape } from './node-shape.ts';
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

interface Node {
  box: Box;
  drawn: XastElement;
}

/** Redraws Mermaid's flowchart with our own elements and classes, from back to front, and says what room they take. */
export function drawFlowchart(svg: XastElement): { parts: XastElement[]; box: Box } {
  const parts = findParts(svg, { x: 0, y: 0 });
  const ofClass = (name: string) => parts.filter(({ element }) => hasClass(element, name));
  const written = ofClass('edgeLabel').filter(({ element }) => findLines(element).length > 0);
  const lines = ofClass('flowchart-link').filter(({ element }) => !hasClass(element, 'edge-thickness-invisible'));
  const shapes = ofClass('node').map((part) => ({ part, shape: toNodeShape(part.element, part.place) }));
  const boundaries = drawBoundaries(ofClass('cluster'), shapes.map(({ shape }) => shape.box), toRuns(lines, written));
  const nodes = shapes.map(({ part, shape }) => drawNode(part, shape, boundaries));
  const labels = drawLabels(written, lines, findObstacles(boundaries, nodes, lines));
  const drawn = [
    ...boundaries.map(({ frame }) => frame),
    ...lines.flatMap(drawLine),
    ...boundaries.map(({ title }) => title),
    ...nodes.map((node) => node.drawn),
    ...labels.flatMap((label) => label.drawn),
  ];
  const tracks = lines.map((line) => toBoxOf(toTrack(toPath(line))));
  return { parts: drawn, box: toBoxOfBoxes([...boundaries, ...nodes, ...labels].map(({ box }) => box).concat(tracks)) };
}

/** The boundaries, lines, nodes and labels of a drawing, which Mermaid nests in moved groups. */
function findParts(element: XastElement, origin: Point): Part[] {
  return findChildren(element).flatMap((child) => {
    const place = add(origin, toOffset(child));
    const isPart = ['cluster', 'flowchart-link', 'node', 'edgeLabel'].some((name) => hasClass(child, name));
    return isPart ? [{ element: child, place }] : findParts(child, place);
  });
}

function drawBoundaries(clusters: Part[], nodes: Box[], runs: Run[]): Boundary[] {
  const frames = clusters.map((cluster) => ({ box: toFrame(cluster), titleWidth: toTitleWidth(cluster) }));
  const fitted = fitBoundaries(frames, nodes, runs);
  return clusters.map((cluster, index) => drawBoundary(cluster, fitted[index] ?? toFrame(cluster)));
}

function toRuns(lines: Part[], labels: Part[]): Run[] {
  return lines.map((line) => {
    const own = labels.filter((label) => findLineOf(label, [line])).map((label) => toLabelBox(label, label.place));
    return { box: toBoxOfBoxes([toBoxOf(toTrack(toPath(line))), ...own]), ends: toEnds(line) };
  });
}

function drawBoundary(cluster: Part, box: Box): Boundary {
  const { element } = cluster;
  const lines = findLines(element);
  const [left, top] = [box.left + 10, box.top + 6];
  const height = lines.length * 16;
  return {
    box,
    titleBox: { left, top, right: left + toTitleWidth(cluster), bottom: top + height },
    frame: toElement('g', { class: toGroupClass('d-boundary', element) }, [toRect('d-shape', box, 4), ...toBadge(element, box)]),
    title: toText('d-title', { lines, size: 14, middle: { x: left, y: top + height / 2 } }),
  };
}

function toFrame({ element, place }: Part): Box {
  const [rect] = findChildren(element);
  if (rect?.name !== 'rect') throw new Error('Mermaid drew a subgraph without a frame.');
  return toBox(rect, place);
}

/** Mermaid centers a title in its frame, which tells how wide the title is. */
function toTitleWidth(cluster: Part): number {
  const frame = toFrame(cluster);
  const label = findChildren(cluster.element).find((child) => hasClass(child, 'cluster-label'));
  const start = label ? cluster.place.x + toOffset(label).x : frame.left;
  return frame.right + frame.left - 2 * start;
}

function drawNode({ element, place }: Part, { kind, shape, box, middle }: NodeShape, boundaries: Boundary[]): Node {
  const text = toText('d-text', { lines: findLines(element), size: 16, middle });
  // A badge on the boundary speaks for all that it holds.
  const isInFailed = boundaries.some(({ frame, box: outer }) => hasClass(frame, 'd-failed') && isInside(place, outer));
  const badge = isInFailed ? [] : toBadge(element, box);
  return { box, drawn: toElement('g', { class: toGroupClass(kind, element) }, [shape, text, ...badge]) };
}

/** What a label must not cover. */
function findObstacles(boundaries: Boundary[], nodes: Node[], lines: Part[]): Box[] {
  const heads = lines.flatMap((line) => toEnds(line).map((end) => toBoxAround(end, 16, 16)));
  return [...boundaries.flatMap(({ box, titleBox }) => [...toBorders(box, 6), titleBox]), ...nodes.map(({ box }) => box), ...heads];
}

function toPath({ element, place }: Part): string {
  return movePath(element.attributes['d'] ?? '', place);
}

function toEnds(line: Part): Point[] {
  const points = toPoints(toPath(line));
  return points.filter((_, index) => index === 0 || index === points.length - 1);
}

function drawLine(line: Part): XastElement[] {
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

function drawLabels(labels: Part[], lines: Part[], obstacles: Box[]): { box: Box; drawn: XastElement[] }[] {
  const unplaced = labels.map((label) => ({ track: toLabelTrack(label, lines), box: toLabelBox(label, label.place) }));
  const boxes = placeLabels(unplaced, obstacles);
  return labels.map((label, index) => {
    const box = boxes[index] ?? toLabelBox(label, label.place);
    const text = toText('d-label-text', { lines: findLines(label.element), size: 14, middle: toMiddle(box) });
    return { box, drawn: [toRect('d-label', box), text] };
  });
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
