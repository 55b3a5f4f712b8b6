/** VitePress as it comes, with its own local search and the usual plugin for Mermaid. */
import { withMermaid } from 'vitepress-plugin-mermaid';
import site from './site.json' with { type: 'json' };

export default withMermaid({
  title: site.title,
  // The guide has pages that the peers have not.
  ignoreDeadLinks: true,
  themeConfig: { sidebar: site.sidebar, search: { provider: 'local' } },
});
