/** How long ago facts were last held against their sources. */

/** A fact as far as its age matters. */
export interface Dated {
  readonly id: string;
  /** `YYYY-MM-DD`; missing when it could not be confirmed. */
  readonly checked?: string | undefined;
  /** Its file and line, as in `content/…/facts.yaml:12`. */
  readonly place: string;
}

/** Facts of one age. */
export interface AgeGroup {
  readonly label: string;
  readonly facts: readonly Dated[];
}

const day = 86_400_000;

/** The groups from the most urgent on: at least so many days since the check. */
const limits: readonly (readonly [label: string, days: number])[] = [
  ['checked more than a year ago', 365],
  ['checked more than six months ago', 183],
  ['checked more than three months ago', 92],
  ['checked in the last three months', 0],
];

/** Whole days from a date to another; dates to come count as none. */
export const toDays = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / day));

/**
 * Groups facts by the age of their last check, the most urgent first, and within a group the oldest first.
 *
 * @param today `YYYY-MM-DD`
 */
export const toAgeGroups = (facts: readonly Dated[], today: string): AgeGroup[] => {
  const toLabel = ({ checked }: Dated): string =>
    checked === undefined
      ? 'never confirmed'
      : (limits.find(([, days]) => toDays(checked, today) >= days)?.[0] ?? limits[0]?.[0] ?? '');
  const sorted = [...facts].sort(
    (a, b) =>
      (a.checked ?? '').localeCompare(b.checked ?? '') || a.place.localeCompare(b.place, 'en', { numeric: true }),
  );
  return ['never confirmed', ...limits.map(([label]) => label)].map((label) => ({
    label,
    facts: sorted.filter((fact) => toLabel(fact) === label),
  }));
};
