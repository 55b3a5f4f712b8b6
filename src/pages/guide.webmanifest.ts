import type { APIRoute } from 'astro';
import { site } from '~/site.ts';

/** What browsers need to install the guide; addresses are relative to this file. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      id: './',
      name: site.title,
      short_name: 'Architect',
      description: site.tagline,
      lang: 'en',
      start_url: './index.html',
      scope: './',
      display: 'standalone',
      background_color: '#fbf8f1',
      theme_color: '#fbf8f1',
      icons: [
        { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: './icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json; charset=utf-8' } },
  );
