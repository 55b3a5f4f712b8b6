import type { XastElement } from 'svgo';
import { type Box, toBox, toBoxOf, toMiddle, toRect } from './box.ts';
import { DiagramProblem } from './problem.ts';
import { drawMessages } from './sequence-messages.ts';
import {
  findAll,
  findChildren,
  hasClass,
  type Point,
  toElement,
  toLineEnds,
  toNumber,
  toPlainText,
  toText,
} from './svg-tree.ts';

/** Redraws Mermaid's sequence diagram with our own elements and classes, from back to front, and says what room they take. */
export function drawSequence(svg: XastElement): { parts: XastElement[]; box: Box } {
  const all = findAll(svg, () => true);
  const ofKind = (kind: string) => all.filter((element) => element.attributes['data-et'] === kind);
  const ofClass = (name: string) => all.filter((element) => hasClass(element, name));
  const actors = ofKind('participant').map(toActorBox);
  const box = toViewBox(svg);
  const top = Math.max(...actors.map(({ bottom }) => bottom));
  const parts = [
    ...ofClass('rect').map((rect) => toRect('d-boundary-shape', toBox(rect), 4)),
    ...ofClass('text').map(drawFrameTitle),
    ...ofKind('life-line').map((line) => drawVertical('d-lifeline', toNumber(line, 'x1'), top, box.bottom)),
    ...ofKind('control-structure').flatMap(drawControl),
    ...all.filter(isActivation).map((rect) => toRect('d-activation', toBox(rect))),
    ...ofKind('participant').map(drawActor),
    ...ofKind('note').map(drawNote),
    ...drawMessages(all),
    ...ofClass('sequenceNumber').flatMap(drawNumber),
  ];
  return { parts, box };
}

function toViewBox(svg: XastElement): Box {
  const [left = 0, top = 0, width = 0, height = 0] = (svg.attributes['viewBox'] ?? '').split(/[\s,]+/).map(Number);
  return { left, top, right: left + width, bottom: top + height };
}

function drawFrameTitle(title: XastElement): XastElement {
  const middle = { x: toNumber(title, 'x'), y: toNumber(title, 'y') };
  return toText('d-title d-title-middle', { lines: [toPlainText(title)], size: 14, middle });
}

function drawVertical(className: string, x: number, top: number, bottom: number): XastElement {
  return toElement('path', { class: className, d: `M${x},${top}V${bottom}` });
}

function drawActor(participant: XastElement): XastElement {
  const box = toActorBox(participant);
  const lines = findAll(participant, ({ name }) => name === 'tspan').map(toPlainText);
  const isPerson = participant.attributes['data-type'] === 'actor';
  const shape = toRect('d-shape', box, isPerson ? (box.bottom - box.top) / 2 : 4);
  const text = toText('d-text', { lines, size: 16, middle: toMiddle(box) });
  return toElement('g', { class: isPerson ? 'd-actor d-user' : 'd-actor' }, [shape, text]);
}

/** Where a participant's box stands; a person gets a rounded box in place of Mermaid's stick figure. */
function toActorBox(participant: XastElement): Box {
  const type = participant.attributes['data-type'] ?? '';
  const drawn = findChildren(participant).find(({ name }) => name === 'rect' || name === 'circle');
  if (!drawn || !['participant', 'actor'].includes(type)) {
    throw new DiagramProblem(
      'unknown-shape',
      `A participant is drawn as "${type}", which this guide does not use.`,
      'Use participant or actor.',
    );
  }
  if (drawn.name === 'rect') return toBox(drawn);
  const [width, height] = [toNumber(drawn, 'width'), toNumber(drawn, 'height')];
  const left = toNumber(drawn, 'cx') - width / 2;
  // Mermaid draws the head's middle 10 px below the top of the other participants' boxes.
  const top = toNumber(drawn, 'cy') - 10;
  return { left, top, right: left + width, bottom: top + height };
}

function drawNote(note: XastElement): XastElement {
  const rect = findChildren(note).find(({ name }) => name === 'rect');
  if (!rect) throw new Error('Mermaid drew a note without a box.');
  const box = toBox(rect);
  const lines = findChildren(note)
    .filter(({ name }) => name === 'text')
    .map(toPlainText);
  const text = toText('d-text d-note-text', { lines, size: 14, middle: toMiddle(box) });
  return toElement('g', { class: 'd-note' }, [toRect('d-shape', box, 0), text]);
}

/** An alt, opt, loop or par: its frame, its keyword, and the condition of each part. */
function drawControl(control: XastElement): XastElement[] {
  const children = findChildren(control);
  const lines = children.filter(({ name }) => name === 'line');
  const ends = lines.flatMap(toLineEnds);
  const box = toBoxOf(ends);
  const keyword = children
    .filter((child) => hasClass(child, 'labelText'))
    .map(toPlainText)
    .join(' ');
  const tab = { left: box.left, top: box.top, right: box.left + 20 + keyword.length * 7, bottom: box.top + 20 };
  const dividers = [...new Set(ends.map(({ y }) => y))].filter((y) => y !== box.top && y !== box.bottom);
  const conditions = children.filter((child) => hasClass(child, 'loopText')).map(toPlainText);
  const parts = children.filter((child) => hasClass(child, 'sectionTitle'));
  return [
    toRect('d-control', box, 0),
    ...dividers.map((y) => toElement('path', { class: 'd-divider', d: `M${box.left},${y}H${box.right}` })),
    toRect('d-control-tab', tab, 0),
    toText('d-control-word', { lines: [keyword], size: 14, middle: toMiddle(tab) }),
    ...(conditions.join('')
      ? [toCondition(conditions, { x: tab.right + 8, y: tab.top + 2 + conditions.length * 8 })]
      : []),
    ...parts.map((part) => toCondition([toPlainText(part)], { x: box.left + 10, y: toNumber(part, 'y') - 5 })),
  ];
}

function toCondition(lines: string[], middle: Point): XastElement {
  return toText('d-condition', { lines, size: 14, middle });
}

function drawNumber(number: XastElement): XastElement[] {
  const center = { x: toNumber(number, 'x'), y: toNumber(number, 'y') - 4 };
  return [
    toElement('circle', { class: 'd-number', cx: center.x, cy: center.y, r: 9.5 }),
    toText('d-number-text', { lines: [toPlainText(number)], size: 13, middle: center }),
  ];
}

function isActivation(element: XastElement): boolean {
  return /\bactivation\d/.test(element.attributes['class'] ?? '');
}
