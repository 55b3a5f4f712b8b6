import type { APIRoute, GetStaticPaths } from 'astro';
import { getDocuments, type PrintDocument } from '~/documents.ts';
import { renderRunningHeads } from '~/lib/running-heads.ts';
import { site } from '~/site.ts';

export const getStaticPaths = (async () =>
  (await getDocuments()).map((document) => ({
    params: { document: document.id },
    props: { document },
  }))) satisfies GetStaticPaths;

/** The running heads of a document: their words come from its content, and style sheets cannot take them from the page. */
export const GET: APIRoute<{ document: PrintDocument }> = ({ props: { document } }) => {
  const chapters = [...document.chapters, ...document.appendices];
  const css = renderRunningHeads({ title: document.domain ? document.title : '', series: site.title, chapters });
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
