import { basename } from 'node:path/posix';
import { id } from '../../schemas/fields.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

const isId = (name: string): boolean => id.safeParse(name).success;
const toExpectation = (name: string): string => id.safeParse(name).error?.issues[0]?.message ?? '';
const words = 'lower case letters, digits and hyphens';

/** A name in the form that ids have: `Über uns` becomes `uber-uns`. */
const toId = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '');

/** One name in the path of a file. */
interface Naming {
  /** The path up to the name. */
  readonly path: string;
  readonly isRight: boolean;
  readonly expected: string;
}

const toDomainNaming = (domain: string): Naming => ({
  path: `domains/${domain}`,
  isRight: isId(domain) && /^[1-9]\d*-/.test(domain),
  expected: `the domain's number, a hyphen and ${words}, as in "1-high-availability"`,
});

const toSectionNaming = (domain: string, section: string): Naming => {
  const [, number = '1'] = /^([1-9]\d*)-/.exec(domain) ?? [];
  const [, own] = /^([1-9]\d*)\.[1-9]\d*-/.exec(section) ?? [];
  return {
    path: `domains/${domain}/${section}`,
    isRight: isId(section) && own === number,
    expected: `the section's number in domain ${number}, a hyphen and ${words}, as in "${number}.2-disaster-recovery"`,
  };
};

const toFileNaming = (path: string): Naming => {
  const name = basename(path).replace(/\.\w+$/, '');
  return { path, isRight: isId(name), expected: toExpectation(name) };
};

/** Mermaid and CSS use the name of a diagram as the start of ids. */
const toDiagramNaming = (path: string): Naming => ({
  path,
  isRight: /^[a-z][a-z0-9-]*\.mmd$/.test(basename(path)),
  expected: `${words}, a letter first`,
});

const toNamings = (path: string): Naming[] => {
  const [top = '', first = '', second = '', file] = path.split('/');
  if (top === 'glossary' || top === 'exams') return [toFileNaming(path)];
  const diagrams = path.endsWith('.mmd') ? [toDiagramNaming(path)] : [];
  if (top === 'guides') return [toFileNaming(`guides/${first}`), ...diagrams];
  return [toDomainNaming(first), ...(file === undefined ? [] : [toSectionNaming(first, second)]), ...diagrams];
};

/** Files and folders have names that can be ids and addresses on every system. */
export const checkNames: Check = ({ paths }) => {
  const wrong = new Map(paths.flatMap(toNamings).flatMap((naming) => (naming.isRight ? [] : [[naming.path, naming]])));
  return [...wrong.values()].map(({ path, expected }): Issue => {
    const name = basename(path);
    const meant = toId(name);
    return {
      rule: 'bad-name',
      file: `content/${path}`,
      line: 1,
      message: `"${name}" cannot be a name here.`,
      hint: `${meant !== name && isId(meant) ? `Did you mean "${meant}"? ` : ''}Expected: ${expected}. Rename it.`,
    };
  });
};
