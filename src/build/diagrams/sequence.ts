import type { XastElement } from 'svgo';
import { findBefore, type Head, toHead, toPoints } from './arrows.ts';
import { DiagramProblem } from './problem.ts';
import { findAll, findChildren, hasClass, type Point, toElement, toNumber, toPlainText, toText } from './svg-tree.ts';

/** Mermaid ends a message this many px before the lifeline. */
const headGap = 3;

const messageLineHeight = 14 * 1.15;

/** Redraws Mermaid's sequence diagram with our own elements and classes, from back to front. */
export function drawSequence(svg: XastElement, bottom: number): XastElement[] {
  const all = findAll(svg, () => true);
  const withClass = (name: string) => all.filter((element) => hasClass(element, name));
  const participants = all.filter((element) => element.attributes['data-et'] === 'participant');
  const frames = withClass('rect').map((rect) => toElement('rect', { class: 'd-boundary-shape', ...toSides(rect), rx: 4 }));
  const frameTitles = all.filter((element) => element.name === 'text' && hasClass(element, 'text'));
  const actorBottom = Math.max(...participants.map((participant) => toActorBox(participant).bottom));
  return [
    ...frames,
    ...frameTitles.flatMap((title) => drawTexts('d-title', [title])),
    ...withClass('actor-line').map((line) => drawLifeline(line, actorBottom, bottom)),
    ...all.filter(isControl).flatMap(drawControl),
    ...all.filter((element) => /\bactivation\d/.test(element.attributes['class'] ?? '')).map(drawActivation),
    ...participants.map(drawActor),
    ...all.filter((element) => element.attributes['data-et'] === 'note').map(drawNote),
    ...all.filter((element) => element.attributes['data-et'] === 'message').flatMap(drawMessage),
    ...drawMessageTexts(svg),
    ...withClass('sequenceNumber').flatMap(drawNumber),
  ];
}
