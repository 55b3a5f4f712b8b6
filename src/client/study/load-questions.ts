import type { StudyPage } from '../../lib/study-index.ts';
import { root } from '../root.ts';

/** A sheet's page, parsed, with its addresses made whole so that they hold wherever its parts are put. */
const loadSheet = async (sheet: string): Promise<Document> => {
  const url = `${root}practice/${sheet}.html`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const link of page.querySelectorAll<HTMLAnchorElement>('.question a'))
    link.href = new URL(link.getAttribute('href') ?? '', url).href;
  return page;
};

/**
 * Loads the questions of some pages as the guide sets them.
 *
 * @returns for each question's id its element, not yet answerable
 * @throws when a sheet cannot be fetched
 */
export const loadQuestions = async (pages: readonly StudyPage[]): Promise<Map<string, HTMLElement>> => {
  const sheets = await Promise.all([...new Set(pages.map(({ sheet }) => sheet))].map(loadSheet));
  const questions = sheets.flatMap((sheet) => [...sheet.querySelectorAll<HTMLElement>('.question')]);
  return new Map(questions.map((question) => [question.id.replace('question-', ''), document.adoptNode(question)]));
};
