/** Docusaurus as its template has it, without a blog, with its own Mermaid theme and the local search that most sites use. */
import site from './site.json' with { type: 'json' };

export default {
  title: site.title,
  url: 'https://example.org',
  baseUrl: '/',
  trailingSlash: true,
  future: { v4: true },
  // The guide has pages that the peers have not.
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  // Text is CommonMark, not MDX.
  markdown: { mermaid: true, format: 'detect' },
  presets: [
    [
      'classic',
      { blog: false, docs: { routeBasePath: '/', sidebarPath: './sidebars.json', numberPrefixParser: false } },
    ],
  ],
  themes: [
    '@docusaurus/theme-mermaid',
    ['@easyops-cn/docusaurus-search-local', { hashed: true, indexBlog: false, docsRouteBasePath: '/' }],
  ],
  themeConfig: { colorMode: { respectPrefersColorScheme: true }, navbar: { title: site.title } },
};
