import { optimize, type XastElement, type XastRoot } from 'svgo';
import type { Box } from './box.ts';
import { findLeftovers } from './find-leftovers.ts';
import { drawFlowchart } from './flowchart.ts';
import { DiagramProblem, toTypeProblem } from './problem.ts';
import { drawSequence } from './sequence.ts';
import { findChildren, toElement, toPlainText } from './svg-tree.ts';

/** Who a drawing is and what it was made from. */
export interface Identity {
  /** The diagram's name, which every id in the drawing starts with. */
  name: string;
  /** What `toDigest()` gives for its source. */
  digest: string;
}

/** Free space around the drawing, in px, so that badges and thick lines are not cut. */
const margin = 8;

/**
 * Turns Mermaid's SVG into ours: only shapes and text with `d-*` classes, which `src/styles/diagrams.css` paints,
 * so that it obeys a strict CSP, follows the theme, and can be inlined many times in one document.
 */
export function toCleanSvg(mermaidSvg: string, identity: Identity): string {
  const { data } = optimize(mermaidSvg, {
    plugins: [
      { name: 'redraw', fn: (root: XastRoot) => replaceChild(root, redraw(root, identity)) },
      { name: 'convertPathData', params: { floatPrecision: 1, forceAbsolutePath: false } },
      { name: 'cleanupNumericValues', params: { floatPrecision: 1 } },
    ],
    js2svg: { pretty: true, indent: 0, eol: 'lf', finalNewline: true },
  });
  const leftovers = findLeftovers(data, identity.name);
  if (leftovers.length > 0) throw new Error(`The drawing of "${identity.name}" is not clean: ${leftovers.join('; ')}.`);
  return data;
}

function replaceChild(root: XastRoot, drawing: XastElement): null {
  root.children = [drawing];
  return null;
}

function redraw(root: XastRoot, { name, digest }: Identity): XastElement {
  const svg = root.children.find((child) => child.type === 'element');
  if (!svg) throw new Error('Mermaid gave no SVG.');
  const [titleId, descriptionId] = [`${name}-title`, `${name}-desc`];
  const title = toElement('title', { id: titleId }, [{ type: 'text', value: getWords(svg, 'title', 'accTitle') }]);
  const description = toElement('desc', { id: descriptionId }, [
    { type: 'text', value: getWords(svg, 'desc', 'accDescr') },
  ]);
  const { className, parts, box } = draw(svg);
  const [x, y] = [Math.floor(box.left - margin), Math.floor(box.top - margin)];
  const size = { width: Math.ceil(box.right + margin - x), height: Math.ceil(box.bottom + margin - y) };
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: `d-drawing ${className}`,
    ...size,
    viewBox: `${x} ${y} ${size.width} ${size.height}`,
    role: 'img',
    'aria-labelledby': `${titleId} ${descriptionId}`,
    'data-digest': digest,
  };
  return toElement('svg', attributes, [title, description, ...parts]);
}

function draw(svg: XastElement): { className: string; parts: XastElement[]; box: Box } {
  const type = svg.attributes['aria-roledescription'] ?? '';
  if (type.startsWith('flowchart')) return { className: 'd-flowchart', ...drawFlowchart(svg) };
  if (type === 'sequence') return { className: 'd-sequence', ...drawSequence(svg) };
  throw toTypeProblem(type);
}

function getWords(svg: XastElement, tag: string, key: string): string {
  const element = findChildren(svg).find(({ name }) => name === tag);
  const words = element ? decode(toPlainText(element)).replaceAll(/\s+/g, ' ').trim() : '';
  if (words) return words;
  throw new DiagramProblem(
    'diagram-without-description',
    `The diagram has no ${key}, so someone who cannot see it learns nothing from it.`,
    `Add a line "${key}: …" below the first line${key === 'accDescr' ? ' that says in words what the picture shows' : ''}.`,
  );
}

/** Mermaid escapes the words of accTitle and accDescr once before it writes them into the SVG. */
function decode(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
