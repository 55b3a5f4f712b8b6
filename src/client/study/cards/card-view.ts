/** One card on the screen: its front, then its back with the four grades. Nothing moves when it is turned. */
import type { Interval } from '../../../lib/card-schedule.ts';
import { toSpan } from '../../../lib/intervals.ts';
import type { ReviewEvent } from '../../../lib/study-events.ts';
import { create } from '../../create.ts';

type Rating = ReviewEvent['rating'];

/** What a card on the screen can do. */
export interface CardView {
  readonly element: HTMLElement;
  /** Shows the front, and gives it the focus. */
  readonly open: () => void;
  /** Shows the back, and gives it the focus, so that it is read aloud. */
  readonly turn: () => void;
  /** Does what a key asks for. */
  readonly press: (key: string) => boolean;
}

const names: Readonly<Record<Rating, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };
const ratings: readonly Rating[] = [1, 2, 3, 4];

const createGrade = (rating: Rating, { days }: Interval, grade: (rating: Rating) => void): HTMLButtonElement => {
  const button = create(
    'button',
    { type: 'button', className: 'grade', ariaKeyShortcuts: String(rating) },
    create('span', {}, create('kbd', { ariaHidden: 'true' }, String(rating)), ` ${names[rating]} `),
    create('small', {}, days === 0 ? 'in this session' : toSpan(days)),
  );
  button.addEventListener('click', () => grade(rating));
  return button;
};

/** A side of the card that can have the focus. */
const createSide = (className: string, label: string, ...content: readonly Node[]): HTMLElement => {
  const side = create('div', { className, tabIndex: -1, ariaLabel: label }, ...content);
  side.setAttribute('role', 'group');
  return side;
};

/**
 * Makes the view of a card.
 *
 * @param card the card as the guide sets it
 * @param isRevised whether its answer is another one than the reader saw last
 * @param intervals when each grade brings it back
 * @param grade is told the reader's grade
 */
export const createCardView = (
  card: HTMLElement,
  isRevised: boolean,
  intervals: Readonly<Record<Rating, Interval>>,
  grade: (rating: Rating) => void,
): CardView => {
  const copy = card.cloneNode(true) as HTMLElement;
  const note = create('p', { className: 'revised' }, 'The answer was revised since you last saw this card.');
  const question = copy.querySelector('.front') ?? '';
  const front = createSide('card-front', 'Card', ...(isRevised ? [note] : []), create('div', {}, question));
  const back = createSide('card-back', 'Answer', ...(copy.querySelector('.back')?.childNodes ?? []));
  const show = create(
    'button',
    { type: 'button', className: 'button show-answer', ariaKeyShortcuts: 'Space' },
    'Show the answer ',
    create('kbd', { ariaHidden: 'true' }, 'Space'),
  );
  const grades = create('div', { className: 'grades', ariaLabel: 'How well did you know it?' });
  grades.setAttribute('role', 'group');
  grades.append(...ratings.map((rating) => createGrade(rating, intervals[rating], grade)));
  const element = create(
    'div',
    { className: 'card-view' },
    create('div', { className: 'card-sides' }, front, back),
    create('div', { className: 'card-actions' }, show, grades),
  );
  const turn = (): void => {
    element.dataset['turned'] = '';
    back.focus();
  };
  const press = (key: string): boolean => {
    const isTurned = 'turned' in element.dataset;
    const rating = ratings.find((candidate) => String(candidate) === key);
    if (key === ' ' && !isTurned) turn();
    else if (rating && isTurned) grade(rating);
    else return false;
    return true;
  };
  show.addEventListener('click', turn);
  return { element, open: () => front.focus(), turn, press };
};
