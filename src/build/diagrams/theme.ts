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
  // Wider letters while Mermaid measures give words some air at the sides of narrow shapes, which the page then paints unspaced.
  themeCSS:
    '.node { letter-spacing: 0.4px } .edgeLabel { font-size: 14px } .cluster-label { font-size: 14px } .cluster-label tspan { font-weight: 600 }',
  flowchart: {
    curve: 'basis',
    diagramPadding: 4,
    nodeSpacing: 28,
    padding: 10,
    rankSpacing: 40,
    subGraphTitleMargin: { top: 0, bottom: 12 },
    useMaxWidth: false,
    wrappingWidth: 150,
  },
  sequence: {
    actorMargin: 24,
    bottomMarginAdj: 10,
    boxMargin: 13,
    diagramMarginX: 4,
    diagramMarginY: 10,
    height: 44,
    labelBoxWidth: 36,
    messageFontSize: 14,
    messageMargin: 26,
    mirrorActors: false,
    noteFontSize: 14,
    useMaxWidth: false,
    width: 100,
    wrap: true,
  },
};
