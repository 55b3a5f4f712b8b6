import type { Plugin } from 'vite';
import { type Change, slim } from './slim.ts';

/** The package's module is a row of former files, each below a comment with its name. */
const toFilePattern = (name: string): RegExp =>
  new RegExp(String.raw`^// ${name}\n[\s\S]*?(?=^// [\w.:/*-]+\.(?:ts|js|mjs|json)$|^// import-glob)`, 'gm');

/** Components that the site's search does not use. */
const unused = [
  ['PagefindConfig', 'pagefind-config'],
  ['PagefindFilterDropdown', 'pagefind-filter-dropdown'],
  ['PagefindModalTrigger', 'pagefind-modal-trigger'],
  ['PagefindSearchbox', 'pagefind-searchbox'],
] as const;

const changes: readonly Change[] = [
  // Forty languages other than English, and what chooses among them.
  [toFilePattern(String.raw`\.\./translations/(?!en\.json)[\w-]+\.json`), ''],
  [/^var modules = \[.*\];$/m, 'var modules = [en_exports];'],
  [/^var filenames = \[.*\];$/m, 'var filenames = ["en.json"];'],
  [/parse\(langCode\.toLowerCase\(\)\)/, '{}'],
  // The language of templates: hits are made by a function, and what else is shown has nothing to fill in.
  [
    toFilePattern(String.raw`node_modules/adequate-little-templates/dist/index\.mjs`),
    'var compile = (text) => () => text;\nvar registerFunction = () => {};\n',
  ],
  ...unused.flatMap(([component, file]): Change[] => [
    [toFilePattern(String.raw`components/${file}\.ts`), ''],
    [new RegExp(String.raw`^  ${component}(?:: \(\) => ${component})?,\n`, 'gm'), ''],
  ]),
  // The filters are loaded when they are wanted. Without them it waits for the engine, and hears of it when that fails.
  [
    /await this\.__pagefind__\.filters\(\)/g,
    'this.areFiltersWanted ? await this.__pagefind__.filters() : (await this.__pagefind__.preload(""), {})',
  ],
  [/if \(!this\.__pagefind__\) return;/, '$& if (this.areFiltersWanted) await this.__pagefind__.filters();'],
  // It scrolls its hits smoothly even for readers who asked for less motion.
  [/"smooth"/g, '"auto"'],
];

/**
 * Makes Pagefind's Component UI as small as the site's use of it.
 *
 * @throws when the package has another shape than the pinned version
 */
export const slimSearch: Plugin = {
  name: 'slim-search',
  transform(code, id) {
    if (!/@pagefind[\\/]component-ui[\\/].*component-ui\.mjs/.test(id)) return undefined;
    return { code: slim('src/build/slim-search.ts', code, changes), map: null };
  },
};
