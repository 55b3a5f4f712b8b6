import type { XastElement } from 'svgo';
import { findBefore, type Head, movePath, toHead, toPoints } from './arrows.ts';
import { DiagramProblem } from './problem.ts';
import {
  add,
  findAll,
  findChildren,
  findClasses,
  hasClass,
  type Point,
  toElement,
  toNumber,
  toOffset,
  toPlainText,
  toText,
} from './svg-tree.ts';

/** The states that an author can give a node or boundary with `:::`. */
const states = ['failed', 'new', 'idle'];

/** Mermaid's own classes on nodes and boundaries, which say nothing about a state. */
const mermaidClasses = ['node', 'default', 'cluster', 'clickable'];

/** Mermaid ends a line this many px before the node, where its own arrow head would stand. */
const headGap = 4;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Redraws Mermaid's flowchart with our own elements and classes: boundaries first, then lines, nodes and the lines' labels. */
export function drawFlowchart(svg: XastElement): XastElement[] {
  const parts = { boundaries: [], lines: [], nodes: [], labels: [] } as Record<string, XastElement[]>;
  walk(svg, { x: 0, y: 0 }, (element, place) => {
    if (hasClass(element, 'cluster')) parts['boundaries']?.push(drawBoundary(element, place));
    else if (hasClass(element, 'flowchart-link')) parts['lines']?.push(...drawLine(element, place));
    else if (hasClass(element, 'node')) parts['nodes']?.push(drawNode(element, place));
    else if (hasClass(element, 'edgeLabel')) parts['labels']?.push(...drawLabel(element, place));
    else return false;
    return true;
  });
  return Object.values(parts).flat();
}

/** Calls `visit` with every element and the place its own coordinates start from, until it says that it took the element. */
function walk(element: XastElement, origin: Point, visit: (element: XastElement, place: Point) => boolean): void {
  for (const child of findChildren(element)) {
    const place = add(origin, toOffset(child));
    if (!visit(child, place)) walk(child, place, visit);
  }
}

function drawBoundary(cluster: XastElement, place: Point): XastElement {
  const [rect] = findChildren(cluster);
  if (rect?.name !== 'rect') throw new Error('Mermaid drew no frame around a subgraph.');
  const left = place.x + toNumber(rect, 'x');
  const top = place.y + toNumber(rect, 'y');
  const [width, height] = [toNumber(rect, 'width'), toNumber(rect, 'height')];
  const lines = findLines(cluster);
  const title = toText('d-title', { lines, size: 14, middle: { x: left + 10, y: top + 8 + lines.length * 8 } });
  const shape = toElement('rect', { class: 'd-shape', x: left, y: top, width, height, rx: 4 });
  const mark = toFailedMark(cluster, { left, top, right: left + width, bottom: top + height });
  return toElement('g', { class: toGroupClass('d-boundary', cluster) }, [shape, title, ...mark]);
}

function drawLine(path: XastElement, place: Point): XastElement[] {
  const d = movePath(path.attributes['d'] ?? '', place);
  const points = toPoints(d);
  const [start, end] = [findHead(path, 'marker-start'), findHead(path, 'marker-end')];
  const dotted = hasClass(path, 'edge-pattern-dotted') || hasClass(path, 'edge-pattern-dashed');
  const crossed = start === 'cross' || end === 'cross';
  const className = ['d-edge', dotted && 'd-edge-dotted', crossed && 'd-edge-cross'].filter(Boolean).join(' ');
  const line = toElement('path', { class: className, d });
  const heads = [start && headAt(start, points.toReversed()), end && headAt(end, points)].filter((head) => head !== undefined);
  return hasClass(path, 'edge-thickness-invisible') ? [] : [line, ...heads];
}

function headAt(head: Head, points: Point[]): XastElement {
  return toHead(head, findBefore(points), points.at(-1) ?? { x: 0, y: 0 }, headGap);
}

function findHead(path: XastElement, attribute: string): Head | undefined {
  const marker = path.attributes[attribute];
  if (!marker) return undefined;
  if (marker.includes('-point')) return 'filled';
  if (marker.includes('-cross')) return 'cross';
  throw new DiagramProblem('unknown-edge', 'An edge ends in a sign other than an arrow or a cross.', 'Use -->, -.-> or --x.');
}

function drawLabel(label: XastElement, place: Point): XastElement[] {
  const lines = findLines(label);
  if (lines.length === 0) return [];
  const width = Math.max(...findAll(label, ({ name }) => name === 'rect').map((rect) => toNumber(rect, 'width')));
  const height = lines.length * 16.1 + 3;
  const background = toElement('rect', {
    class: 'd-label',
    x: place.x - width / 2,
    y: place.y - height / 2,
    width,
    height,
  });
  return [background, toText('d-label-text', { lines, size: 14, middle: place })];
}

function drawNode(node: XastElement, place: Point): XastElement {
  const { kind, shape, box, middle } = toShape(node, place);
  const text = toText('d-text', { lines: findLines(node), size: 16, middle });
  return toElement('g', { class: toGroupClass(kind, node) }, [shape, text, ...toFailedMark(node, box)]);
}

function toShape(node: XastElement, center: Point) {
  const [outline] = findChildren(node);
  const name = outline?.name;
  if (outline && name === 'rect') {
    const box = toBox(center, toNumber(outline, 'width'), toNumber(outline, 'height'));
    return { kind: 'd-box', shape: toRect(box, 4), box, middle: center };
  }
  if (outline && name === 'polygon') return toPolygon(outline, center);
  if (outline && name === 'path') return toCylinder(outline, center);
  if (outline && name === 'g' && hasClass(outline, 'outer-path')) {
    const points = toPoints((findChildren(outline)[0]?.attributes['d'] ?? '').replaceAll(/\s+/g, ' '));
    const [width, height] = [2 * Math.max(...points.map(({ x }) => x)), 2 * Math.max(...points.map(({ y }) => y))];
    const box = toBox(center, width, height);
    return { kind: 'd-user', shape: toRect(box, height / 2), box, middle: center };
  }
  throw new DiagramProblem(
    'unknown-shape',
    `The node "${findLines(node).join(' ')}" has a shape that this guide does not use.`,
    'Use ([users]), [compute], [(store)], {{DNS}}, [/stored thing/] or {choice}.',
  );
}

function toPolygon(outline: XastElement, center: Point) {
  const origin = add(center, toOffset(outline));
  const numbers = (outline.attributes['points'] ?? '').split(/[\s,]+/).map(Number);
  const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [add(origin, { x, y: numbers[index + 1] ?? 0 })] : []));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  const isDiamond = new Set(ys.map((y) => y.toFixed(0))).size === 3 && points.length === 4;
  const kind = points.length === 6 ? 'd-dns' : isDiamond ? 'd-choice' : 'd-stored-thing';
  const d = `M${points.map(({ x, y }) => `${x},${y}`).join('L')}z`;
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return { kind, shape: toElement('path', { class: 'd-shape', d }), box, middle };
}

function toCylinder(outline: XastElement, center: Point) {
  const numbers = [...(outline.attributes['d'] ?? '').matchAll(/-?[\d.]+/g)].map((match) => Number(match[0]));
  // Mermaid writes "M0,ry a rx,ry 0,0,0 width,0 a rx,ry 0,0,0 -width,0 l0,height …".
  const [, lid = 0, , , , , , width = 0] = numbers;
  const body = numbers[17] ?? 0;
  const start = add(center, toOffset(outline));
  const box = { left: start.x, right: start.x + width, top: start.y, bottom: start.y + body + 2 * lid };
  const half = `a${width / 2},${lid} 0 0 0`;
  const d = `M${start.x},${start.y + lid}${half} ${width},0${half} ${-width},0v${body}${half} ${width},0v${-body}`;
  const middle = { x: (box.left + box.right) / 2, y: start.y + 2 * lid + (body - lid) / 2 + lid / 2 };
  return { kind: 'd-store', shape: toElement('path', { class: 'd-shape', d }), box, middle };
}

function toRect({ left, top, right, bottom }: Box, rx: number): XastElement {
  return toElement('rect', { class: 'd-shape', x: left, y: top, width: right - left, height: bottom - top, rx });
}

function toBox({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** A crossed-out badge on the corner of what has failed, so that it does not hang on color alone. */
function toFailedMark(element: XastElement, { right, top }: Box): XastElement[] {
  if (!hasClass(element, 'failed')) return [];
  const d = `M${right - 3},${top - 3}l6,6m0-6l-6,6`;
  return [
    toElement('circle', { class: 'd-badge', cx: right, cy: top, r: 7 }),
    toElement('path', { class: 'd-cross', d }),
  ];
}

function toGroupClass(kind: string, element: XastElement): string {
  const given = findClasses(element).filter((name) => !mermaidClasses.includes(name));
  const unknown = given.find((name) => !states.includes(name));
  if (unknown) {
    throw new DiagramProblem('unknown-class', `The class "${unknown}" is not one of this guide's.`, `Use one of: ${states.join(', ')}.`);
  }
  return [kind, ...given.map((name) => `d-${name}`)].join(' ');
}

/** The lines of a label as Mermaid broke them. */
function findLines(element: XastElement): string[] {
  const rows = findAll(element, (child) => hasClass(child, 'text-outer-tspan'));
  return rows.map((row) => toPlainText(row).trim()).filter(Boolean);
}
