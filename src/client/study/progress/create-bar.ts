import { create } from '../../create.ts';

/** What a part of a bar stands for; each has a pattern of its own (`progress.css`). */
export type BarPart = 'read' | 'right' | 'wrong' | 'cards';

/**
 * Makes a bar out of parts that stand side by side. It repeats numbers that stand beside it, so it is not spoken.
 *
 * @param total what the whole length of the bar stands for
 */
export const createBar = (total: number, parts: Partial<Record<BarPart, number>>): HTMLElement => {
  const bar = create('span', { className: 'bar', ariaHidden: 'true' });
  for (const [name, count] of Object.entries(parts)) {
    const part = create('span', { className: `bar-${name}` });
    part.style.width = `${total > 0 ? (100 * count) / total : 0}%`;
    if (count > 0) bar.append(part);
  }
  return bar;
};

/** A column's name, with the pattern that stands for it in the bars. */
export const createKey = (name: BarPart, label: string): HTMLElement =>
  create('span', { className: 'bar-key' }, create('span', { className: `bar-${name}`, ariaHidden: 'true' }), label);
