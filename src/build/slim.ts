/** A place in the code of a package, and what shall stand there instead. */
export type Change = readonly [from: RegExp, to: string];

/**
 * Takes out of a package's code what the site has no use for.
 *
 * @param file where the changes are written, for the message
 * @throws when the code has another shape than that of the pinned version
 */
export const slim = (file: string, code: string, changes: readonly Change[]): string =>
  changes.reduce((text, [from, to]) => {
    if (text.search(from) < 0)
      throw new Error(`${file}: the package has changed its shape, ${from} is not in it. Mend or remove the change.`);
    return text.replace(from, to);
  }, code);
