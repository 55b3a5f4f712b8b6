/** @returns undefined when the text is no JSON, as a value of JSON never is */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
