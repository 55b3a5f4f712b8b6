/** The kinds of files below content/, by where they stand. */
import { findNearest } from '../../lib/nearest.ts';
import type { Issue } from '../issue.ts';

/** A kind of content file. */
export type Kind = 'domain' | 'section' | 'facts' | 'questions' | 'term' | 'exam' | 'diagram';

const folder = '(?:domains/[^/]+/[^/]+|guides/[^/]+)';

const kinds: readonly [RegExp, Kind][] = [
  [/^domains\/[^/]+\/index\.mdx$/, 'domain'],
  [new RegExp(`^${folder}/index\\.mdx$`), 'section'],
  [new RegExp(`^${folder}/facts\\.yaml$`), 'facts'],
  [new RegExp(`^${folder}/questions\\.yaml$`), 'questions'],
  [/^glossary\/[^/]+\.md$/, 'term'],
  [/^exams\/[^/]+\.yaml$/, 'exam'],
  [new RegExp(`^${folder}/[^/]+\\.mmd$`), 'diagram'],
];

/** The kind of a file, by its path below `content/`; undefined where it has no place. */
export const findKind = (path: string): Kind | undefined => kinds.find(([pattern]) => pattern.test(path))?.[1];

const places: readonly [RegExp, readonly string[], string][] = [
  [new RegExp(`^${folder}/[^/]+$`), ['index.mdx', 'facts.yaml', 'questions.yaml'], 'a diagram (.mmd with its .svg)'],
  [/^domains\/[^/]+\/[^/]+$/, ['index.mdx'], 'the folders of sections'],
  [/^domains\/[^/]+$/, [], 'the folders of domains, as in 1-high-availability'],
  [/^guides\/[^/]+$/, [], 'the folders of guides'],
  [/^glossary\/[^/]+$/, [], 'files <id>.md'],
  [/^exams\/[^/]+$/, [], 'files <code>.yaml'],
  [new RegExp(`^${folder}/`), [], 'no folders'],
];

const tops = ['domains', 'guides', 'glossary', 'exams'];

/** What is wrong with a file that has no place. */
export const toStrayIssue = (path: string): Issue => {
  const name = path.split('/').at(-1) ?? '';
  const folder = path.split('/').find((part, index, all) => index < all.length - 1 && /\.(?:mdx?|yaml)$/.test(part));
  const issue = { rule: 'stray-file', file: `content/${path}`, line: 1 } as const;
  if (folder)
    return {
      ...issue,
      message: `"${folder}" is a folder.`,
      hint: 'Expected: a file. Move what is in it, and remove it.',
    };
  if (tops.includes(path))
    return { ...issue, message: `"${path}" is a file.`, hint: 'Expected: a folder. Move or remove it.' };
  const message = `"${name}" has no place here.`;
  if (name.endsWith('.svg'))
    return {
      ...issue,
      message,
      hint: `A drawing stands beside its source, "${name.replace(/\.svg$/, '.mmd')}". Add that, or remove the drawing.`,
    };
  const [, names = [], more = `the folders ${tops.join(', ')}`] = places.find(([pattern]) => pattern.test(path)) ?? [];
  const near = findNearest(name, names);
  const suggestion = near ? `Did you mean "${near}"? ` : '';
  return {
    ...issue,
    message,
    hint: `${suggestion}Expected here: ${[...names, more].join(', ')}. Move, rename or remove it.`,
  };
};
