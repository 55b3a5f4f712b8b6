/** Holds every page against two checkers of HTML: html-validate, strict, and the Nu HTML checker that the W3C uses. */
import { HtmlValidate, type RuleConfig, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { pages } from '../support/dist.ts';
import { checkWithNu, hasJava } from '../support/nu-checker.ts';

/** Pages without the text of their style sheet, which is most of them, and which neither checker knows enough of. */
const markup = new Map(
  pages.map(({ path, html }) => [path, html.replaceAll(/(?<=<style[^>]*>).*?(?=<\/style>)/gs, '')]),
);

/** All recommended rules, and those for whole documents, but for: */
const rules: RuleConfig = {
  // Every id of HTML is allowed: those of parts on paper begin with the number of their section.
  'valid-id': ['error', { relaxed: true }],
  // The length at which search engines cut titles is no rule of HTML; section titles are limited by their schema.
  'long-title': 'off',
  // Everything comes from the site itself, which policy.test.ts holds; a digest guards what comes from elsewhere.
  'require-sri': ['error', { target: 'crossorigin' }],
  // Checkboxes of one name are one list, as HTML means it.
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
  // Spaces at the ends of lines are gone when pages are compressed.
  'no-trailing-whitespace': 'off',
};

/** A printed domain is a book under its domain's title, with a first-level heading for each chapter. */
const bookRules: RuleConfig = {
  ...rules,
  'heading-level': ['error', { allowMultipleH1: true }],
  // The text of some links is the number of a page, which is known when the book is printed.
  'wcag/h30': 'off',
};

const toValidator = (own: RuleConfig): HtmlValidate =>
  new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      elements: ['html5'],
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: own,
    }),
  );
const screen = toValidator(rules);
const book = toValidator(bookRules);

/** What the Nu HTML checker says without need, and why it may. */
const needless: readonly RegExp[] = [
  // It knows no hashes, and a file on disk has no origin that 'self' could name. policy.test.ts holds the policy.
  / violates Content Security Policy \(meta tag\)/,
  // A name that only XML asks for: the parts of a drawing on paper begin with the number of their section.
  /^print\/.*attribute “id” on element “(?:title|desc)”: Not a valid XML 1\.0 name/,
  // A printed domain is a book; see above.
  /^print\/.*Consider using the “h1” element as a top-level heading only/,
];

test('every page is sound HTML: its elements, ids, labels, headings, roles and names', () => {
  const found = [...markup].flatMap(([path, html]) =>
    (path.startsWith('print/') ? book : screen)
      .validateStringSync(html, path)
      .results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message, selector }) => `${path}:${line} ${ruleId}: ${message} (${selector})`),
      ),
  );
  expect(found).toEqual([]);
}, 300_000);

test.skipIf(!hasJava)(
  'the Nu HTML checker has neither errors nor warnings, where the machine has Java',
  () => {
    expect(checkWithNu(markup).filter((message) => !needless.some((pattern) => pattern.test(message)))).toEqual([]);
  },
  600_000,
);
