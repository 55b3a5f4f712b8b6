/** The drawn diagrams, by name. */
const files = import.meta.glob<string>('/content/**/*.svg', { query: '?raw', import: 'default', eager: true });

const byName = new Map(Object.entries(files).map(([path, svg]) => [path.replace(/^.*\/|\.svg$/g, ''), svg]));

/**
 * @param id the name of the diagram's file, without its ending
 * @returns the drawing and its natural width in CSS pixels
 * @throws when no drawing has the name
 */
export const getDiagram = (id: string): { svg: string; width: number } => {
  const svg = byName.get(id);
  if (!svg) throw new Error(`No drawing "${id}.svg" below content/. Run \`npm run diagrams\`.`);
  return { svg, width: Number(/ width="([\d.]+)/.exec(svg)?.[1] ?? 0) };
};
