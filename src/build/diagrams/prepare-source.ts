/** The labels of a flowchart: between quotation marks, brackets of any kind, or the bars of a line's label. */
const labels = /"[^"\n]*"|\[[^\]"\n]*\]|\([^)"\n]*\)|\{[^}"\n]*\}|\|[^|"\n]*\|/g;

/** The lines that say in words what a diagram shows. */
const descriptions = /^[ \t]*acc(?:Title|Descr):.*$/gm;

/** Mermaid takes what looks like a tag out of a label, and a lone ">" too; as codes they come through. */
function escapeLabel(label: string): string {
  return label.replaceAll(/<br\s*\/?>|[<>]/g, (sign) => (sign.length > 1 ? sign : sign === '<' ? '#lt;' : '#gt;'));
}

/** Mermaid drops comment lines before it counts lines; blank ones keep its line numbers true. */
function blankComments(source: string): string {
  return source.replaceAll(/^[ \t]*%%(?!\{).*$/gm, '');
}

/** A diagram's source in the form in which Mermaid draws what its author wrote. */
export function prepareSource(source: string): string {
  const described = blankComments(source).replaceAll(descriptions, escapeLabel);
  return /^\s*flowchart\b/.test(described) ? described.replaceAll(labels, escapeLabel) : described;
}
