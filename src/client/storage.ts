/** Small settings of this reader, kept in this browser. Storage that is blocked or full is the same as none. */

export const readSetting = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** @returns whether the setting could be kept */
export const writeSetting = (key: string, value: string): boolean => {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
};
