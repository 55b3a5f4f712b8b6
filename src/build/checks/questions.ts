import { dirname } from 'node:path/posix';
import { endParts } from '../../lib/end-parts.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import type { Check } from './check.ts';

/** Every question leads to a heading of its own page. */
export const checkQuestions: Check = ({ texts, questions }) => {
  const slugs = new Map(texts.map(({ file, headings }) => [dirname(file), headings.map(({ slug }) => slug)] as const));
  const closing = endParts({ facts: [0], questions: [], sources: [] }).map(({ slug }) => slug);
  return questions.flatMap(({ file, data, lineOf }) => {
    const page = slugs.get(dirname(file));
    if (!page || page.includes(data.heading) || closing.includes(data.heading)) return [];
    return [
      {
        rule: 'unknown-heading' as const,
        file,
        line: lineOf('heading'),
        message: `The page has no heading with the anchor "${data.heading}".`,
        hint: `${toSuggestion(data.heading, page)} The anchors of the page: ${page.join(', ') || 'none'}.`,
      },
    ];
  });
};
