import type { XastElement } from 'svgo';
import { findBefore, type Head, toHead, toPoints } from './edge-path.ts';
import { DiagramProblem } from './problem.ts';
import { hasClass, type Point, toElement, toLineEnds, toPlainText, toText } from './svg-tree.ts';

/** Mermaid ends a message this many px before the lifeline that it goes to. */
const headGap = 3;

/** Every message with the lines of text above it; Mermaid writes the text just before its message. */
export function drawMessages(all: XastElement[]): XastElement[] {
  // A number stands where its message starts, so that the text has less room there.
  const indent = all.some((element) => hasClass(element, 'sequenceNumber')) ? 10 : 0;
  let lines: string[] = [];
  return all.flatMap((element) => {
    if (hasClass(element, 'messageText')) lines.push(toPlainText(element));
    if (element.attributes['data-et'] !== 'message') return [];
    const drawn = [...drawMessage(element), ...drawMessageText(element, lines, indent)];
    lines = [];
    return drawn;
  });
}

function drawMessage(message: XastElement): XastElement[] {
  const points = toMessagePoints(message);
  const [first, last] = [points[0], points.at(-1)];
  const d = message.attributes['d'] ?? `M${points.map(({ x, y }) => `${x},${y}`).join('L')}`;
  const [start, end] = [findHead(message, 'marker-start'), findHead(message, 'marker-end')];
  const classes = [
    'd-message',
    hasClass(message, 'messageLine1') && 'd-message-reply',
    end === 'cross' && 'd-edge-cross',
  ];
  return [
    toElement('path', { class: classes.filter(Boolean).join(' '), d }),
    ...(start && first ? [toHead(start, findBefore(points.toReversed()), first, headGap)] : []),
    ...(end && last ? [toHead(end, findBefore(points), last, headGap)] : []),
  ];
}

function drawMessageText(message: XastElement, lines: string[], indent: number): XastElement[] {
  if (lines.length === 0) return [];
  const points = toMessagePoints(message);
  const [from = 0, to = 0] = [points[0]?.x, points.at(-1)?.x];
  const isToItself = message.name === 'path';
  const y = Math.min(...points.map((point) => point.y)) - (isToItself ? 7 : 6) - lines.length * 8;
  const x = isToItself ? from : (from + Math.sign(to - from) * indent + to) / 2;
  const className = isToItself ? 'd-message-text d-from-here' : 'd-message-text';
  return [toText(className, { lines, size: 14, middle: { x, y } })];
}

function toMessagePoints(message: XastElement): Point[] {
  return message.attributes['d'] ? toPoints(message.attributes['d']) : toLineEnds(message);
}

function findHead(message: XastElement, attribute: string): Head | undefined {
  const marker = message.attributes[attribute];
  if (!marker) return undefined;
  if (marker.includes('-arrowhead')) return 'filled';
  if (marker.includes('-filled-head')) return 'open';
  if (marker.includes('-crosshead')) return 'cross';
  throw new DiagramProblem('unknown-edge', 'A message ends in a half arrow.', 'Use ->>, -->>, -) or -x.');
}
