/** The exam under time: chosen, sat, handed in, and looked at again. This file says which of its views is shown when. */
import { toExamQuery } from '../../lib/exam-request.ts';
import { toExamEvent } from '../../lib/exam-result.ts';
import { type ExamSitting, fitToGuide, toTurn } from '../../lib/exam-sitting.ts';
import { toKey } from '../../lib/study-events.ts';
import { create } from '../create.ts';
import { addEvent, readEvents } from '../journal.ts';
import { askToGiveUp } from './exam/ask.ts';
import { type Chosen, prepareChoice, showChoice } from './exam/choose-exam.ts';
import { holdLock, releaseLock, waitForOthers } from './exam/exam-lock.ts';
import { findOffer, getChoices, getQuestions, type Questions, withQuestions } from './exam/exam-questions.ts';
import { findSitting, forgetSitting, watchSitting } from './exam/kept-sitting.ts';
import { showResult } from './exam/result.ts';
import { sitExam } from './exam/sit-exam.ts';
import { showView } from './exam/view.ts';
import { type Standstill, showWaiting } from './exam/waiting.ts';

/** Where an exam is: not open, in this tab, or in another one. */
let where: 'nowhere' | 'here' | 'elsewhere' = 'nowhere';

/** The turn with which this tab has the exam. A word of another tab that is older than that comes late, and does not count. */
let turn = 0;

/** Stops the exam's clock in this tab. */
let stop = (): void => {};

const giveUp = (): void => {
  forgetSitting();
  location.replace(location.pathname);
};

const endElsewhere = (): void => {
  where = 'nowhere';
  showChoice('The exam that was open here has been handed in or given up in another tab.');
};

const handIn = (sitting: ExamSitting, questions: Questions, isOver: boolean): void => {
  where = 'nowhere';
  forgetSitting();
  releaseLock();
  const event = toExamEvent(sitting, (id) => getChoices(questions, id));
  const at = Date.now();
  const key = toKey(at, Math.random());
  addEvent(event, key);
  history.replaceState(history.state, '', `?result=${key}`);
  showResult(event, questions, { at, note: isOver ? 'The time is over: the exam was handed in as it stood.' : '' });
};

const sit = (kept: ExamSitting, questions: Questions): void => {
  const sitting = { ...kept, turn: toTurn(kept.turn, Date.now(), Math.random()) };
  where = 'here';
  turn = sitting.turn;
  void holdLock();
  history.replaceState(history.state, '', toExamQuery(sitting));
  stop = sitExam(sitting, questions, {
    pause: (paused, isAsleep) => wait(paused, isAsleep ? 'asleep' : 'paused'),
    yieldTo: (taken) => wait(taken, 'elsewhere'),
    giveUp,
    handIn: (ended, isOver) => handIn(ended, questions, isOver),
  });
};

/** Goes on with what was kept last, by whichever tab. */
const goOn = (sitting: ExamSitting, why: Standstill): void => {
  const kept = findSitting().sitting;
  if (!kept && (why === 'found' || why === 'elsewhere')) {
    endElsewhere();
    return;
  }
  const isLater = kept && (kept.turn > sitting.turn || (kept.turn === sitting.turn && kept.at > sitting.at));
  const latest = isLater ? kept : sitting;
  const ids = latest.items.map(({ question }) => question);
  void withQuestions(ids, (questions) => {
    const fitting = fitToGuide(latest, (id) => findOffer(questions, id));
    if (fitting.items.length > 0) sit(fitting, questions);
    else giveUp();
  });
};

const wait = (sitting: ExamSitting, why: Standstill): void => {
  where = why === 'elsewhere' ? 'elsewhere' : 'here';
  turn = sitting.turn;
  stop = () => {};
  const askFirst = async (): Promise<void> => {
    if (await askToGiveUp()) giveUp();
  };
  showWaiting(
    sitting,
    why,
    () => goOn(sitting, why),
    () => void askFirst(),
  );
  if (why === 'elsewhere') void waitForOthers().then((isFree) => isFree && offerLeft());
};

/** Shows the exam that another tab had, once that tab is closed or has left the page. */
const offerLeft = (): void => {
  // The page that held the lock has kept its last word by now.
  const { sitting } = findSitting();
  if (where === 'elsewhere' && sitting) wait(sitting, 'found');
};

/** Shows an exam that was kept; of one that another tab holds it says so. */
const offer = async (sitting: ExamSitting): Promise<void> => {
  showView('looking', create('p', { role: 'status' }, 'Looking for your exam …'));
  where = 'elsewhere';
  turn = sitting.turn;
  // The page that this one replaces, by a reload say, may hold the lock for a moment longer.
  const patience = setTimeout(() => wait(findSitting().sitting ?? sitting, 'elsewhere'), 1000);
  await waitForOthers();
  clearTimeout(patience);
  offerLeft();
};

const begin = ({ request, drawing }: Chosen): void => {
  const { sitting } = findSitting();
  // Another tab has begun one since this page was opened.
  if (sitting) {
    void offer(sitting);
    return;
  }
  const ids = drawing.questions.map(({ question }) => question);
  void withQuestions(ids, (questions) => {
    const items = drawing.questions.flatMap(({ question, domain }) => {
      const offer = findOffer(questions, question);
      return offer ? { question, domain, ...offer, chosen: [], isFlagged: false, time: 0 } : [];
    });
    sit({ ...request, minutes: drawing.minutes, items, current: 0, at: Date.now(), turn: 0 }, questions);
  });
};

const review = async (key: string): Promise<void> => {
  const event = readEvents().events.find((candidate) => candidate.key === key);
  if (event?.type !== 'exam') return showChoice('This browser does not have the result that the address asks for.');
  const questions = await getQuestions(event.answers.map(({ question }) => question)).catch(() => undefined);
  const note = questions ? '' : 'The questions could not be loaded. You may be offline; reload this page later.';
  showResult(event, questions ?? new Map(), { at: event.at, note });
};

const start = async (): Promise<void> => {
  prepareChoice(begin);
  watchSitting(
    (sitting) => {
      if (where !== 'here' || sitting.turn <= turn) return;
      stop();
      wait(sitting, 'elsewhere');
    },
    () => {
      if (where === 'nowhere') return;
      stop();
      endElsewhere();
    },
  );
  const result = new URLSearchParams(location.search).get('result');
  if (result) return review(result);
  const { sitting, isDamaged } = findSitting();
  if (isDamaged) showChoice('The exam that was kept here is damaged, so it was set aside. You can start a new one.');
  if (sitting) await offer(sitting);
};

void start();
