/** A set that is being answered. It survives a reload of its page, and ends with the tab. */
export interface Sitting {
  /** The set's address. */
  readonly query: string;
  readonly ids: readonly string[];
  /** Whether each question that was answered was right, in order. */
  readonly outcomes: readonly boolean[];
}

const key = 'practice-set';

const isSitting = (value: unknown): value is Sitting =>
  typeof value === 'object' &&
  value !== null &&
  'query' in value &&
  'ids' in value &&
  'outcomes' in value &&
  Array.isArray(value.ids) &&
  Array.isArray(value.outcomes) &&
  value.outcomes.length <= value.ids.length;

/** The set with this address that was begun in this tab. */
export const findSitting = (query: string): Sitting | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isSitting(value) && value.query === query ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Remembers how far the reader is; without storage a reload begins the set again. */
export const keepSitting = (sitting: Sitting): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(sitting));
  } catch {
    // Nothing else depends on it.
  }
};

/** Lets the set begin again. */
export const forgetSitting = (): void => {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Without storage there is nothing to forget.
  }
};
