import type { MermaidConfig } from 'mermaid';

/** Raised by one whenever the renderer draws the same source differently, so that committed drawings count as stale. */
export const rendererVersion = 1;

/** The font that labels are measured with: the site's own, or boxes would not fit their text. */
export const font = {
  family: 'Atkinson Hyperlegible Next Variable',
  package: '@fontsource-variable/atkinson-hyperlegible-next',
  file: 'files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
};

const fontFamily = `"${font.family}"`;

/** Mermaid's settings: they decide sizes and places only; colors and lines are in `src/styles/diagrams.css`. */
export const mermaidConfig: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  deterministicIds: true,
  theme: 'base',
  look: 'classic',
  layout: 'dagre',
  htmlLabels: false,
  markdownAutoWrap: true,
  fontFamily,
  fontSize: 16,
  themeVariables: { fontFamily, fontSize: '16px' },
  themeCSS: '.edgeLabel, .messageText, .noteText, .loopText { font-size: 14px }',
  flowchart: {
    curve: 'rounded',
    diagramPadding: 4,
    nodeSpacing: 30,
    padding: 10,
    rankSpacing: 40,
    subGraphTitleMargin: { top: 6, bottom: 6 },
    useMaxWidth: false,
    wrappingWidth: 140,
  },
  sequence: {
    actorMargin: 30,
    diagramMarginX: 4,
    diagramMarginY: 4,
    height: 44,
    mirrorActors: false,
    useMaxWidth: false,
    width: 110,
    wrap: true,
  },
};
