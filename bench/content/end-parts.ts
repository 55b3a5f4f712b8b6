/** The closing parts of a section as Markdown: figures to know, questions, sources. */
import type { Fact } from '../../src/schemas/fact.ts';
import type { Question } from '../../src/schemas/question.ts';
import { site } from '../../src/site.ts';
import { toChange, toMarkdown, toRow } from './inline.ts';

const toLetter = (index: number): string => String.fromCodePoint(65 + index);

const toFigures = (facts: readonly Fact[], sources: readonly string[]): string[] =>
  [...new Set(facts.map(({ topic }) => topic))].map((topic) =>
    [
      toRow(toMarkdown(topic), 'Today', `Notes of ${site.notesYear}, if different`),
      toRow('---', '---', '---'),
      ...facts
        .filter((fact) => fact.topic === topic)
        .map((fact) => {
          const source = fact.source ? ` [\\[${sources.indexOf(fact.source) + 1}\\]](${fact.source})` : '';
          const then = fact.then ? `${toMarkdown(fact.then)} *${toChange(fact)}*` : '–';
          return toRow(toMarkdown(fact.prompt), toMarkdown(fact.today) + source, then);
        }),
    ].join('\n'),
  );

const toQuestion = ({ stem, choose, choices, heading }: Question, index: number): string =>
  [
    `**${index + 1}.** ${toMarkdown(stem)}${choose > 1 ? ` **Choose ${choose}.**` : ''}`,
    '',
    ...choices.map((choice, at) => `- ${toLetter(at)}. ${toMarkdown(choice.text)}`),
    '',
    '<details>',
    '<summary>Answer and reasons</summary>',
    '',
    ...choices.map(
      (choice, at) => `- **${toLetter(at)}, ${choice.correct ? 'right' : 'wrong'}:** ${toMarkdown(choice.why)}`,
    ),
    '',
    `[Read the part that explains it](#${heading})`,
    '',
    '</details>',
  ].join('\n');

/** A table of what changed: what was asked, what the notes said, what holds today. */
export const toChangeTable = (facts: readonly { fact: Fact; url: string }[]): string =>
  [
    toRow('Question', `Notes of ${site.notesYear}`, 'Today'),
    toRow('---', '---', '---'),
    ...facts.map(({ fact, url }) => {
      const source = fact.source ? ` [source](${fact.source})` : '';
      const today = `${toMarkdown(fact.today)} *${toChange(fact)}*${source}`;
      return toRow(`[${toMarkdown(fact.prompt)}](${url})`, toMarkdown(fact.then ?? ''), today);
    }),
  ].join('\n');

/** What closes a section. */
export const toEndParts = (facts: readonly Fact[], questions: readonly Question[]): string => {
  const sources = [...new Set(facts.flatMap(({ source }) => source ?? []))];
  const part = (title: string, blocks: readonly string[]): string[] =>
    blocks.length > 0 ? [`## ${title}`, ...blocks] : [];
  return [
    ...part('Figures to know', toFigures(facts, sources)),
    ...part('Questions', questions.map(toQuestion)),
    ...part(
      'Sources',
      sources.length > 0
        ? [sources.map((url, index) => `${index + 1}. [${url.replace(/^https?:\/\//, '')}](${url})`).join('\n')]
        : [],
    ),
  ].join('\n\n');
};
