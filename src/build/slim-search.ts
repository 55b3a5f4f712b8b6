import type { Plugin } from 'vite';

/** The package's module is a row of former files, each below a comment with its name. */
const toFilePattern = (name: string): RegExp =>
  new RegExp(String.raw`^// ${name}\n[\s\S]*?(?=^// [\w.:/*-]+\.(?:ts|js|mjs|json)$|^// import-glob)`, 'gm');

const otherLanguages = toFilePattern(String.raw`\.\./translations/(?!en\.json)[\w-]+\.json`);
const languageLists = /^var (modules|filenames) = \[.*\];$/gm;

/** Components that the site's search does not use. */
const unused = [
  ['PagefindFilterDropdown', 'components/pagefind-filter-dropdown.ts'],
  ['PagefindModalTrigger', 'components/pagefind-modal-trigger.ts'],
  ['PagefindSearchbox', 'components/pagefind-searchbox.ts'],
] as const;

/** The module without the forty languages other than English and without unused components: half of it. */
const slim = (code: string): string =>
  unused.reduce(
    (text, [component, file]) =>
      text
        .replace(toFilePattern(file.replaceAll('.', String.raw`\.`)), '')
        .replaceAll(new RegExp(String.raw`^  ${component}(?:: \(\) => ${component})?,\n`, 'gm'), ''),
    code
      // It scrolls its hits smoothly even for readers who asked for less motion.
      .replaceAll('"smooth"', '"auto"')
      .replace(otherLanguages, '')
      .replace(
        languageLists,
        (_, name: string) => `var ${name} = [${name === 'modules' ? 'en_exports' : '"en.json"'}];`,
      ),
  );

/**
 * Makes Pagefind's Component UI as small as the site's use of it.
 *
 * @throws when the package has another shape than the pinned version
 */
export const slimSearch: Plugin = {
  name: 'slim-search',
  transform(code, id) {
    if (!/@pagefind[\\/]component-ui[\\/].*component-ui\.mjs/.test(id)) return undefined;
    const result = slim(code);
    if (!result.includes('"en.json"') || unused.some(([component]) => result.includes(component)))
      throw new Error(
        'slim-search: @pagefind/component-ui has changed its shape; mend or remove src/build/slim-search.ts.',
      );
    return { code: result, map: null };
  },
};
