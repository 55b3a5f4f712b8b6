import { readLibrary } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';
import { checkComponents } from './components.ts';
import { checkDates } from './dates.ts';
import { checkDiagrams } from './diagrams.ts';
import { checkExams } from './exams.ts';
import { checkFacts } from './facts.ts';
import { checkFiles } from './files.ts';
import { checkHeadings } from './headings.ts';
import { checkIds } from './ids.ts';
import { checkLinks } from './links.ts';
import { checkMarkup } from './markup.ts';
import { checkNames } from './names.ts';
import { checkOpenings } from './openings.ts';
import { checkQuestions } from './questions.ts';
import { checkTerms } from './terms.ts';

const checks: readonly Check[] = [
  checkFiles,
  checkNames,
  checkMarkup,
  checkComponents,
  checkHeadings,
  checkOpenings,
  checkIds,
  checkDates,
  checkFacts,
  checkQuestions,
  checkDiagrams,
  checkTerms,
  checkExams,
  checkLinks,
];

/**
 * Holds all promises about the content of a project.
 *
 * @param root the project's folder, the one that holds `content/`
 */
export const checkContent = (root: string): Issue[] => {
  const library = readLibrary(root);
  return [...library.issues, ...checks.flatMap((check) => check(library))];
};
