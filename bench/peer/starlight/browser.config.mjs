/** Starlight as it comes, with the usual plugin that draws Mermaid in the reader's browser. */
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import mermaid from 'astro-mermaid';
import site from './site.json' with { type: 'json' };

export default defineConfig({
  integrations: [mermaid({ enableLog: false }), starlight({ title: site.title, sidebar: site.sidebar })],
});
