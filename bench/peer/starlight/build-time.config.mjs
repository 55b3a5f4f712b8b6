/** Starlight as it comes, with Mermaid drawn while building: a picture for the light and one for the dark scheme. */

import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeMermaid from 'rehype-mermaid';
import site from './site.json' with { type: 'json' };

const launchOptions = { executablePath: process.env.BENCH_CHROMIUM, args: process.env.BENCH_SWITCHES?.split(' ') };

export default defineConfig({
  integrations: [starlight({ title: site.title, sidebar: site.sidebar })],
  markdown: {
    // Astro's own processor runs no rehype plugin.
    processor: unified({ rehypePlugins: [[rehypeMermaid, { strategy: 'img-svg', dark: true, launchOptions }]] }),
    syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid'] },
  },
});
