import { toSuggestion } from '../../lib/nearest.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** Sections name exams that exist, and tasks (or, where tasks are not published, domains) of those exams. */
export const checkExams: Check = ({ paths, sections, exams }) => {
  const tasks = new Map(
    exams.map(({ id, data }) => [
      id,
      data.domains.flatMap(({ number, tasks }) => (tasks.length > 0 ? tasks.map((task) => task.number) : [number])),
    ]),
  );
  const codes = paths.flatMap((path) => /^exams\/(.*)\.yaml$/.exec(path)?.[1] ?? []);
  return sections.flatMap(({ file, data, lineOf }) =>
    Object.entries(data.exams).flatMap(([code, numbers]): Issue[] => {
      const known = tasks.get(code);
      const rule = 'unknown-exam-task';
      if (!known && codes.includes(code)) return [];
      if (!known)
        return [
          {
            rule,
            file,
            line: lineOf('exams', code),
            message: `"exams" names "${code}", which does not exist.`,
            hint: `${toSuggestion(code, codes)} The exams are ${codes.join(', ') || 'none'}.`,
          },
        ];
      return numbers.flatMap((number, index) =>
        known.includes(number)
          ? []
          : [
              {
                rule,
                file,
                line: lineOf('exams', code, index),
                message: `${code} has no task "${number}".`,
                hint: `Its tasks are ${known.join(', ')}.`,
              },
            ],
      );
    }),
  );
};
