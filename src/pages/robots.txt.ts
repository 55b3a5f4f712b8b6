import type { APIRoute } from 'astro';
import { toAbsoluteUrl } from '~/lib/urls.ts';

/** Lets every crawler in, and names the sitemap where the site's own address is known. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    ['User-agent: *', 'Allow: /', ...(site ? [`Sitemap: ${toAbsoluteUrl(site, '/sitemap.xml')}`] : []), ''].join('\n'),
  );
