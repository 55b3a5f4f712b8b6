/** How far a reader is, in the guide and in its parts. */
import { type Progress, toStanding } from './progress.ts';
import type { StudyPage } from './study-index.ts';

/** What a reader did of some pages. */
export interface Tally {
  readonly pages: number;
  /** Pages that are marked as read. */
  readonly read: number;
  readonly questions: number;
  /** Questions that were right at the last answer. */
  readonly right: number;
  /** Questions that were wrong at the last answer. */
  readonly wrong: number;
}

/** Adds up some pages. Questions that the guide no longer has do not count. */
export const toTally = (pages: readonly StudyPage[], progress: Progress): Tally => {
  const questions = pages.flatMap((page) => page.questions);
  const standings = questions.map((question) => toStanding(progress, question));
  return {
    pages: pages.length,
    read: pages.filter(({ id }) => progress.read.has(id)).length,
    questions: questions.length,
    right: standings.filter((standing) => standing === 'right').length,
    wrong: standings.filter((standing) => standing === 'wrong').length,
  };
};

/** A page with what is known of its questions. */
export interface WeakPage extends Tally {
  readonly page: StudyPage;
}

/**
 * The pages with the lowest share of right last answers, the weakest first.
 *
 * @param least how many questions of a page must have been answered to judge it
 * @param most how many pages are wanted
 */
export const findWeakPages = (pages: readonly StudyPage[], progress: Progress, least = 3, most = 5): WeakPage[] => {
  const toShare = ({ right, wrong }: Tally): number => right / (right + wrong);
  return pages
    .map((page) => ({ page, ...toTally([page], progress) }))
    .filter(({ right, wrong }) => right + wrong >= least && wrong > 0)
    .sort((a, b) => toShare(a) - toShare(b) || b.wrong - a.wrong)
    .slice(0, most);
};
