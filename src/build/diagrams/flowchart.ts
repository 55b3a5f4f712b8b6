import type { XastElement } from 'svgo';
import { type Box, toBorders, toBoxAround, toBoxOfBoxes } from './box.ts';
import { isInside } from './fit-boundaries.ts';
import { type Boundary, drawBoundaries } from './flowchart-boundaries.ts';
import { drawLabels, drawLine, toEnds, toRuns } from './flowchart-lines.ts';
import { findParts, type Part, toBadge, toGroupClass } from './flowchart-parts.ts';
import { findLines, type NodeShape, toNodeShape } from './node-shape.ts';
import { hasClass, toElement, toText } from './svg-tree.ts';

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
  const boundaries = drawBoundaries(
    ofClass('cluster'),
    shapes.map(({ shape }) => shape.box),
    toRuns(lines, written),
  );
  const nodes = shapes.map(({ part, shape }) => drawNode(part, shape, boundaries));
  const labels = drawLabels(written, lines, findObstacles(boundaries, nodes, lines));
  const drawn = [
    ...boundaries.map(({ frame }) => frame),
    ...lines.flatMap(drawLine),
    ...boundaries.map(({ title }) => title),
    ...nodes.map((node) => node.drawn),
    ...labels.flatMap((label) => label.drawn),
  ];
  return {
    parts: drawn,
    box: toBoxOfBoxes([...boundaries, ...nodes, ...labels, ...toRuns(lines, [])].map(({ box }) => box)),
  };
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
  return [
    ...boundaries.flatMap(({ box, titleBox }) => [...toBorders(box, 6), titleBox]),
    ...nodes.map(({ box }) => box),
    ...heads,
  ];
}
