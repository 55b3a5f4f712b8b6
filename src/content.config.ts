import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { domain } from '~/schemas/domain.ts';
import { exam } from '~/schemas/exam.ts';
import { facts } from '~/schemas/fact.ts';
import { questions } from '~/schemas/question.ts';
import { section } from '~/schemas/section.ts';
import { term } from '~/schemas/term.ts';

/** The id of an entry is its folder, or its file's name without the ending. */
const generateId = ({ entry }: { entry: string }): string => entry.replace(/(?:\/[a-z]+)?\.[a-z]+$/, '');
const folderOf = (pattern: string) => glob({ base: './content', pattern, generateId });

export const collections = {
  domains: defineCollection({ loader: folderOf('domains/*/index.mdx'), schema: domain }),
  sections: defineCollection({ loader: folderOf('domains/*/*/index.mdx'), schema: section }),
  guides: defineCollection({ loader: folderOf('guides/*/index.mdx'), schema: section }),
  facts: defineCollection({ loader: folderOf('{domains/*,guides}/*/facts.yaml'), schema: facts }),
  questions: defineCollection({ loader: folderOf('{domains/*,guides}/*/questions.yaml'), schema: questions }),
  terms: defineCollection({
    loader: glob({ base: './content/glossary', pattern: '*.md', generateId: ({ entry }) => entry.slice(0, -3) }),
    schema: term,
  }),
  exams: defineCollection({
    loader: glob({ base: './content/exams', pattern: '*.yaml', generateId: ({ entry }) => entry.slice(0, -5) }),
    schema: exam,
  }),
};
