import type { CheerioAPI } from 'cheerio';
import { svgPathProperties as PathProperties } from 'svg-path-properties';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What hides the lines behind it on the site, where it is filled with paper. */
const covers =
  'rect.d-label, rect.d-activation, circle.d-number, .d-note > rect, .d-title, .d-message-text, .d-condition';
const lines = '.d-edge, .d-message, .d-lifeline, .d-divider';

/** The width of half a letter, as a share of the size of the type: a little more than most fonts need. */
const halfLetter = 0.27;

/** The place of an element, or of each of its lines of words. */
const toBoxes = ($: CheerioAPI, element: Parameters<CheerioAPI>[0]): Box[] => {
  const cover = $(element);
  const number = (name: string): number => Number.parseFloat(cover.attr(name) ?? '0');
  if (cover.is('rect')) return [{ x: number('x'), y: number('y'), width: number('width'), height: number('height') }];
  const radius = number('r');
  if (cover.is('circle'))
    return [{ x: number('cx') - radius, y: number('cy') - radius, width: 2 * radius, height: 2 * radius }];
  const size = number('font-size');
  const rows = cover.find('tspan[y]');
  return (rows.length > 0 ? rows : cover).toArray().map((row) => {
    const half = $(row).text().length * size * halfLetter + 3;
    const left = Number($(row).attr('x')) - (cover.attr('text-anchor') === 'middle' ? half : 3);
    return { x: left, y: Number($(row).attr('y')) - size, width: 2 * half, height: 1.3 * size };
  });
};

/** How far apart the points are that stand for a line, in units of the drawing. */
const pace = 2;

const isBend = ({ x, y }: Point, before: Point | undefined, after: Point | undefined): boolean =>
  !before || !after || Math.abs((x - before.x) * (after.y - y) - (y - before.y) * (after.x - x)) > 0.01;

const toPath = (run: readonly Point[]): string =>
  run
    .filter((point, index) => isBend(point, run[index - 1], run[index + 1]))
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');

/** A path without what lies in the boxes. */
const cutPath = (path: string, boxes: readonly Box[]): string => {
  const line = new PathProperties(path);
  const length = line.getTotalLength();
  const points = Array.from({ length: Math.ceil(length / pace) + 1 }, (_, index) =>
    line.getPointAtLength(Math.min(index * pace, length)),
  );
  const isHidden = ({ x, y }: Point): boolean =>
    boxes.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  if (!points.some(isHidden)) return path;
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (isHidden(point)) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.map(toPath).join('');
};

/** Interrupts lines behind the words that stand on them, since no fill can hide what is behind and few readers know masks. */
export const cutLines = ($: CheerioAPI): void => {
  const boxes = $(covers)
    .toArray()
    .flatMap((element) => toBoxes($, element));
  for (const line of $(lines).toArray()) $(line).attr('d', cutPath($(line).attr('d') ?? '', boxes));
  $('rect.d-label').remove();
};
