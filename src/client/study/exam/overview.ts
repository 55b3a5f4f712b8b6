import { type ExamSitting, isAnswered, type SittingItem } from '../../../lib/exam-sitting.ts';
import { create } from '../../create.ts';
import { createButton } from './view.ts';

/** A part of the view that shows how the exam stands. */
export interface ExamPart {
  readonly element: HTMLElement;
  readonly show: (sitting: ExamSitting) => void;
}

const describe = (item: SittingItem, place: number): string =>
  `Question ${place + 1}, ${isAnswered(item) ? 'answered' : 'open'}${item.isFlagged ? ', flagged' : ''}`;

const count = ({ items }: ExamSitting): string => {
  const answered = items.filter(isAnswered).length;
  const flagged = items.filter(({ isFlagged }) => isFlagged).length;
  return `${answered} answered, ${items.length - answered} open, ${flagged} flagged`;
};

/** All questions as buttons that lead to them. */
export const createOverview = ({ items }: ExamSitting, goTo: (place: number) => void): ExamPart => {
  const counts = create('p', { className: 'exam-counts' });
  const buttons = items.map((_, place) => createButton(String(place + 1), 'exam-place', () => goTo(place)));
  const list = create('ol', { className: 'exam-places' }, ...buttons.map((button) => create('li', {}, button)));
  const element = create('nav', { className: 'exam-overview', ariaLabel: 'All questions' }, counts, list);
  const show = (sitting: ExamSitting): void => {
    counts.textContent = count(sitting);
    for (const [place, item] of sitting.items.entries()) {
      const button = buttons[place];
      if (!button) continue;
      button.ariaLabel = describe(item, place);
      button.ariaCurrent = place === sitting.current ? 'true' : null;
      button.classList.toggle('is-answered', isAnswered(item));
      button.classList.toggle('is-flagged', item.isFlagged);
    }
  };
  return { element, show };
};
