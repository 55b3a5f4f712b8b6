import type { StudyPage } from '../../lib/study-index.ts';
import { loadParts } from './load-parts.ts';

/**
 * Loads the questions of some pages as the guide sets them.
 *
 * @returns for each question's id its element, not yet answerable
 * @throws when a sheet cannot be fetched
 */
export const loadQuestions = async (pages: readonly StudyPage[]): Promise<Map<string, HTMLElement>> => {
  const sheets = [...new Set(pages.map(({ sheet }) => `practice/${sheet}.html`))];
  const questions = await loadParts(sheets, '.question');
  return new Map(questions.map((question) => [question.id.replace('question-', ''), question]));
};
