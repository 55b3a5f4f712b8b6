import type { APIRoute } from 'astro';
import { getDomains, getGuides } from '~/catalog.ts';
import { toMarkdownText } from '~/lib/text.ts';
import { toAbsoluteUrl } from '~/lib/urls.ts';
import { site as words } from '~/site.ts';

/** The guide's contents as plain Markdown, for programs that read (https://llmstxt.org). */
export const GET: APIRoute = async ({ site }) => {
  const toUrl = (page: string): string => (site ? toAbsoluteUrl(site, page) : `.${page}`);
  const toLine = (page: { url: string; number?: string; title: string; summary: string }): string =>
    `- [${toMarkdownText(`${page.number ?? ''} ${page.title}`.trim())}](${toUrl(page.url)}): ${toMarkdownText(page.summary)}`;
  const domains = (await getDomains()).flatMap((domain) => [
    `## ${domain.number} ${toMarkdownText(domain.title)}`,
    '',
    ...domain.sections.map(toLine),
    '',
  ]);
  const guides = (await getGuides()).map(toLine);
  return new Response(
    [
      `# ${words.title}`,
      '',
      `> ${words.description}`,
      '',
      words.disclaimer,
      '',
      ...domains,
      '## Across the domains',
      '',
      ...guides,
      `- [What changed since ${words.notesYear}](${toUrl('/changed.html')}): every fact that is no longer what the notes said`,
      `- [Glossary](${toUrl('/glossary.html')}): every service, acronym and term of art`,
      '',
    ].join('\n'),
  );
};
