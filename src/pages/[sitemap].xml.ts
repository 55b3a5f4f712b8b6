import type { APIRoute, GetStaticPaths } from 'astro';
import { getDomains, getGuides, getSections, getTerms } from '~/catalog.ts';
import { toAbsoluteUrl } from '~/lib/urls.ts';

/** A sitemap needs whole addresses, so there is one only where the site's own address is known. */
export const getStaticPaths: GetStaticPaths = () => (import.meta.env.SITE ? [{ params: { sitemap: 'sitemap' } }] : []);

/** Lists every page that is worth finding. */
export const GET: APIRoute = async ({ site }) => {
  const domains = await getDomains();
  const pages = [
    '/index.html',
    '/glossary.html',
    '/services.html',
    '/cues.html',
    '/exams.html',
    '/changed.html',
    '/changed/by-date.html',
    ...domains.map(({ url }) => url),
    ...[...(await getSections()), ...(await getGuides()), ...(await getTerms())].map(({ url }) => url),
  ];
  const urls = pages.map((page) => `<url><loc>${toAbsoluteUrl(site as URL, page)}</loc></url>`);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  );
};
