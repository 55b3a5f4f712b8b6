import type { APIRoute, GetStaticPaths } from 'astro';
import { type Domain, getDomains } from '~/catalog.ts';
import { renderRunningHeads } from '~/lib/running-heads.ts';
import { site } from '~/site.ts';

export const getStaticPaths = (async () =>
  (await getDomains()).map((domain) => ({
    params: { domain: domain.id },
    props: { domain },
  }))) satisfies GetStaticPaths;

/** The running heads of a domain's document: their words come from its content, and style sheets cannot take them from the page. */
export const GET: APIRoute<{ domain: Domain }> = ({ props: { domain } }) => {
  const chapters = [
    { id: 'domain', text: 'About this domain' },
    ...domain.sections.map(({ number, title }) => ({ id: number, text: `${number} ${title}` })),
    { id: 'glossary', text: 'Glossary' },
  ];
  const css = renderRunningHeads({ title: `${domain.number} ${domain.title}`, series: site.title, chapters });
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
