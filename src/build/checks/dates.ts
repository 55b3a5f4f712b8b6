import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

interface Dated {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly day: string;
}

/** Tomorrow, because somewhere it is tomorrow already. */
const toTomorrow = (): string => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Where most days are yet to come, the machine's clock is behind, and the days may be right. */
const isClockBehind = (days: readonly string[], tomorrow: string): boolean =>
  (days.toSorted()[Math.floor(days.length / 4)] ?? '') > tomorrow;

/** Nothing was checked, seen or changed after today. */
export const checkDates: Check = ({ sections, facts, exams }) => {
  const dated: Dated[] = [
    ...[...sections, ...facts].flatMap(({ file, data, lineOf }) =>
      data.checked ? [{ file, line: lineOf('checked'), key: 'checked', day: data.checked }] : [],
    ),
    ...exams.flatMap(({ file, data, lineOf }) =>
      data.sources.flatMap(({ seen }, index) =>
        seen ? [{ file, line: lineOf('sources', index, 'seen'), key: 'seen', day: seen }] : [],
      ),
    ),
    ...facts.flatMap(({ file, data, lineOf }) =>
      data.since ? [{ file, line: lineOf('since'), key: 'since', day: data.since }] : [],
    ),
  ];
  const tomorrow = toTomorrow();
  if (
    isClockBehind(
      dated.map(({ day }) => day),
      tomorrow,
    )
  )
    return [];
  return dated
    .filter(({ day }) => day > tomorrow)
    .map(
      ({ file, line, key, day }): Issue => ({
        rule: 'future-date',
        file,
        line,
        message: `"${key}" is "${day}", which is yet to come.`,
        hint: 'Expected: a day up to today. Write the day on which it was so.',
      }),
    );
};
