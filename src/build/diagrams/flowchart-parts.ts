import type { XastElement } from 'svgo';
import type { Box } from './box.ts';
import { DiagramProblem } from './problem.ts';
import { add, findChildren, findClasses, hasClass, type Point, toElement, toOffset } from './svg-tree.ts';

/** The states that an author can give a node or boundary with `:::`. */
const states = ['failed', 'new', 'idle'];

/** Mermaid's own classes on nodes and boundaries, which say nothing about a state. */
const mermaidClasses = ['node', 'default', 'cluster', 'clickable'];

/** One thing that Mermaid drew in a flowchart. */
export interface Part {
  element: XastElement;
  /** Where the coordinates of the element's children start. */
  place: Point;
}

/** The boundaries, lines, nodes and labels of a drawing, which Mermaid nests in moved groups. */
export function findParts(element: XastElement, origin: Point): Part[] {
  return findChildren(element).flatMap((child) => {
    const place = add(origin, toOffset(child));
    const isPart = ['cluster', 'flowchart-link', 'node', 'edgeLabel'].some((name) => hasClass(child, name));
    return isPart ? [{ element: child, place }] : findParts(child, place);
  });
}

/** A crossed-out badge on the corner of what has failed, so that it does not hang on color alone. */
export function toBadge(element: XastElement, { right, top }: Box): XastElement[] {
  if (!hasClass(element, 'failed')) return [];
  const d = `M${right - 3},${top - 3}l6,6m0-6l-6,6`;
  return [
    toElement('circle', { class: 'd-badge', cx: right, cy: top, r: 7 }),
    toElement('path', { class: 'd-cross', d }),
  ];
}

/** The classes of a node or boundary: what it is, and the states that its author gave it. */
export function toGroupClass(kind: string, element: XastElement): string {
  const given = findClasses(element).filter((name) => !mermaidClasses.includes(name));
  const unknown = given.find((name) => !states.includes(name));
  if (unknown) {
    throw new DiagramProblem(
      'unknown-class',
      `The class "${unknown}" is not one of this guide's.`,
      `Use one of: ${states.join(', ')}.`,
    );
  }
  return [kind, ...given.map((name) => `d-${name}`)].join(' ');
}
