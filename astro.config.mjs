import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { slimSearch } from './src/build/slim-search.ts';
import { collectCues } from './src/markdown/collect-cues.ts';
import { collectDiagrams } from './src/markdown/collect-diagrams.ts';
import { contentLinks } from './src/markdown/content-links.ts';
import { glossaryLinks } from './src/markdown/glossary-links.ts';
import { notesAfterSentences } from './src/markdown/notes-after-sentences.ts';
import { tokenClasses } from './src/markdown/token-classes.ts';

const content = fileURLToPath(new URL('./content', import.meta.url));

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  build: { format: 'file', inlineStylesheets: 'always' },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx()],
  markdown: {
    processor: satteri({
      mdastPlugins: [
        collectCues,
        collectDiagrams,
        notesAfterSentences,
        contentLinks(content),
        glossaryLinks(`${content}/glossary`),
      ],
    }),
    shikiConfig: { theme: 'css-variables', transformers: [tokenClasses] },
  },
  vite: { plugins: [tailwindcss(), slimSearch], worker: { format: 'es', plugins: () => [slimSearch] } },
});
