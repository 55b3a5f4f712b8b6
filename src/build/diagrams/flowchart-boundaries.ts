import type { XastElement } from 'svgo';
import { type Box, toBox, toRect } from './box.ts';
import { fitBoundaries, type Run } from './fit-boundaries.ts';
import { type Part, toBadge, toGroupClass } from './flowchart-parts.ts';
import { findLines } from './node-shape.ts';
import { findChildren, hasClass, toElement, toOffset, toText } from './svg-tree.ts';

/** A drawn subgraph; its title stands apart, because it is painted over the lines that enter there. */
export interface Boundary {
  box: Box;
  titleBox: Box;
  frame: XastElement;
  title: XastElement;
}

/** Draws the subgraphs around what they hold. */
export function drawBoundaries(clusters: Part[], nodes: Box[], runs: Run[]): Boundary[] {
  const frames = clusters.map((cluster) => ({ box: toFrame(cluster), titleWidth: toTitleWidth(cluster) }));
  const fitted = fitBoundaries(frames, nodes, runs);
  return clusters.map((cluster, index) => drawBoundary(cluster, fitted[index] ?? toFrame(cluster)));
}

function drawBoundary(cluster: Part, box: Box): Boundary {
  const { element } = cluster;
  const lines = findLines(element);
  const [left, top] = [box.left + 10, box.top + 6];
  const height = lines.length * 16;
  return {
    box,
    titleBox: { left, top, right: left + toTitleWidth(cluster), bottom: top + height },
    frame: toElement('g', { class: toGroupClass('d-boundary', element) }, [
      toRect('d-shape', box, 4),
      ...toBadge(element, box),
    ]),
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
