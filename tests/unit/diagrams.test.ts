import { describe, expect, test } from 'vitest';
import { toCleanSvg } from '../../src/build/diagrams/clean-svg.ts';
import { isStale, toDigest } from '../../src/build/diagrams/digest.ts';
import { findLeftovers } from '../../src/build/diagrams/find-leftovers.ts';
import { prepareSource } from '../../src/build/diagrams/prepare-source.ts';
import { toProblem, toSyntaxProblem } from '../../src/build/diagrams/problem.ts';
import { drawingRules, type Rule } from '../../src/build/issue.ts';

const label = (words: string) =>
  `<g class="label"><rect/><g><rect class="background" style="stroke: none"/><text y="-10" style=""><tspan class="text-outer-tspan row" x="0"><tspan class="text-inner-tspan" font-weight="normal">${words}</tspan></tspan></text></g></g>`;

const node = (id: string, classes: string, x: number, outline: string) =>
  `<g class="node default ${classes}" id="any-flowchart-${id}" data-look="classic" transform="translate(${x}, 50)">${outline}${label(id)}</g>`;

const box = '<rect class="basic label-container" style="" x="-40" y="-20" width="80" height="40"/>';

const edge = (classes: string, marker: string) =>
  `<path d="M90,50L150,50" id="any-L_A_B_0" class="flowchart-link ${classes}" style="stroke-dasharray: 0 4;" data-id="L_A_B_0" marker-end="url(#any_flowchart-v2-${marker})"/>`;

interface Fake {
  head?: string;
  type?: string;
  nodes?: string;
  edges?: string;
}

const words = '<title id="chart-title-any">A site</title><desc id="chart-desc-any">Servers &amp; data.</desc>';

/** What Mermaid gives for two nodes and a line between them, with its styles, colors and ids. */
const toMermaidSvg = ({ head = words, type = 'flowchart-v2', nodes, edges }: Fake = {}) =>
  `<svg id="any" width="100%" xmlns="http://www.w3.org/2000/svg" class="flowchart" style="max-width: 250px;" viewBox="0 0 250 100" aria-roledescription="${type}">${head}
  <style>#any{font-family:arial;fill:#333;}</style>
  <g><marker id="any_flowchart-v2-pointEnd"><path d="M 0 0 L 10 5 L 0 10 z" style="stroke-width: 1;"/></marker>
  <g class="root"><g class="clusters"/><g class="edgePaths">${edges ?? edge('edge-pattern-solid', 'pointEnd')}</g>
  <g class="edgeLabels"><g class="edgeLabel" transform="translate(120, 50)"><g class="label" data-id="L_A_B_0" transform="translate(0, -10)"><g><rect class="background" style="" width="40" height="20"/>${label('1 calls')}</g></g></g></g>
  <g class="nodes">${nodes ?? node('A', '', 50, box) + node('B', '', 190, box)}</g></g></g></svg>`;

const clean = (fake?: Fake) => toCleanSvg(toMermaidSvg(fake), { name: 'site', digest: '0123456789abcdef' });

describe('a digest', () => {
  const source = 'flowchart TB\n  A --> B\n';
  const svg = `<svg data-digest="${toDigest(source)}"></svg>`;

  test('is the same for the same source', () => {
    expect(toDigest(source)).toBe(toDigest(`${source}`));
    expect(isStale(source, svg)).toBe(false);
  });

  test('does not depend on how the system ends lines', () => {
    expect(isStale(source.replaceAll('\n', '\r\n'), svg)).toBe(false);
  });

  test('tells a drawing of an older source, and one without a digest', () => {
    expect(isStale(source.replace('B', 'C'), svg)).toBe(true);
    expect(isStale(source, '<svg></svg>')).toBe(true);
  });
});

describe('a source as Mermaid gets it', () => {
  test('keeps the signs of its labels, which Mermaid would take for tags and leave out', () => {
    expect(prepareSource('flowchart LR\nA["p > 5 <b>"] -->|x => y| B[List<T><br/>two] <--> C{{a < b}}')).toBe(
      'flowchart LR\nA["p #gt; 5 #lt;b#gt;"] -->|x =#gt; y| B[List#lt;T#gt;<br/>two] <--> C{{a #lt; b}}',
    );
  });

  test('keeps its title and description, and the messages of a sequence as they are', () => {
    const source = 'sequenceDiagram\naccTitle: a </title>\naccDescr: b > c\nA->>B: ask <b>';
    expect(prepareSource(source)).toBe(
      'sequenceDiagram\naccTitle: a #lt;/title#gt;\naccDescr: b #gt; c\nA->>B: ask <b>',
    );
  });

  test('has an empty line for each comment, so that lines keep their numbers', () => {
    expect(prepareSource('flowchart LR\n%% why\n  %% more\nA --> B')).toBe('flowchart LR\n\n\nA --> B');
  });
});

describe('a cleaned drawing', () => {
  test('holds nothing that a strict CSP forbids or that fixes a color or font', () => {
    expect(findLeftovers(clean(), 'site')).toEqual([]);
    expect(clean()).not.toMatch(/style|#333|arial|url\(|"any|stroke-|<marker|foreignObject/);
  });

  test('is named by its title and description, under ids of its own', () => {
    expect(clean()).toContain('role="img" aria-labelledby="site-title site-desc"');
    expect(clean()).toContain('<title id="site-title">A site</title>');
    expect(clean()).toMatch(/<desc id="site-desc">\s*Servers &amp; data\.\s*<\/desc>/);
  });

  test('has its size in px, its digest, and the same bytes each time', () => {
    expect(clean()).toMatch(/ width="236" height="56" viewBox="2 22 236 56"/);
    expect(clean()).toContain('data-digest="0123456789abcdef"');
    expect(clean()).toBe(clean());
  });

  test('keeps labels as text, on a background, with the step in front made to stand out', () => {
    expect(clean()).toContain('class="d-text" x="50" y="55.4">A</text>');
    expect(clean()).toContain('<rect class="d-label"');
    expect(clean()).toContain('<tspan class="d-step">1</tspan> calls</text>');
    const quoted = label('&amp;quot;A&amp;quot; &amp;#35;1');
    expect(clean({ nodes: node('A', '', 50, box + quoted) })).toContain('&quot;A&quot; #1');
  });

  test('marks what has failed by more than a color', () => {
    const svg = clean({ nodes: node('A', 'failed', 50, box) });
    expect(svg).toContain('<g class="d-box d-failed">');
    expect(svg).toContain('<circle class="d-badge" cx="90" cy="30" r="7"/>');
  });

  test.each([
    ['edge-pattern-solid', 'pointEnd', 'd-edge', 'd-head'],
    ['edge-pattern-dotted', 'pointEnd', 'd-edge d-edge-dotted', 'd-head'],
    ['edge-pattern-solid', 'crossEnd', 'd-edge d-edge-cross', 'd-cross'],
  ])('draws a line of %s that ends in %s as %s and %s', (pattern, marker, line, head) => {
    const svg = clean({ edges: edge(pattern, marker) });
    expect(svg).toContain(`<path class="${line}" d="M90 50h60"/>`);
    expect(svg).toContain(`<path class="${head}" `);
  });
});

describe('a cleaned sequence', () => {
  const person =
    '<g data-et="participant" data-type="actor" data-id="U"><line/><circle cx="55" cy="41" r="15" width="100" height="44"/><text class="actor actor-man"><tspan x="55">User</tspan></text></g>';
  const message = (marker: string) =>
    `<text class="messageText" style="font-size: 14px">sign</text><text class="messageText">in</text><line x1="55" y1="148" x2="197" y2="148" class="messageLine1" data-et="message" stroke="none" marker-end="url(#any-${marker})" style="fill: none;"/>`;
  const cleanSequence = (marker: string) =>
    toCleanSvg(
      `<svg id="any" viewBox="0 0 300 200" aria-roledescription="sequence">${words}<g><line data-et="life-line" x1="55" y1="111" x2="55" y2="2000" stroke="#999"/></g>${person}${message(marker)}<text x="55" y="152" font-family="sans-serif" class="sequenceNumber">1</text></svg>`,
      { name: 'site', digest: '0' },
    );

  test('draws people round, ends lifelines with the drawing, and sets the words of a message above it', () => {
    const svg = cleanSequence('arrowhead');
    expect(svg).toContain(
      '<g class="d-actor d-user">\n<rect class="d-shape" x="5" y="31" width="100" height="44" rx="22"/>',
    );
    expect(svg).toContain('<path class="d-lifeline" d="M55 75v125"/>');
    expect(svg).toContain('<path class="d-message d-message-reply" d="M55 148h142"/>');
    expect(svg).toMatch(/class="d-message-text"><tspan x="131" y="122.6">sign<\/tspan> <tspan x="131" y="138.7">in</);
    expect(svg).toContain('class="d-number-text" x="55" y="152.4">1</text>');
  });

  test('crosses out a message that does not arrive, and refuses a half arrow', () => {
    expect(cleanSequence('crosshead')).toContain('class="d-message d-message-reply d-edge-cross"');
    expect(() => cleanSequence('solidTopArrowHead')).toThrow(expect.objectContaining({ rule: 'unknown-edge' }));
  });
});

/** Sources that only drawing shows to be wrong, with the rule that each breaks and words of the message. */
const refused: [string, Fake, Rule, RegExp][] = [
  ['no title', { head: '<desc>Words.</desc>' }, 'diagram-without-description', /accTitle/],
  ['no description', { head: '<title>Words</title><desc> </desc>' }, 'diagram-without-description', /accDescr/],
  ['another type', { type: 'stateDiagram' }, 'unknown-diagram-type', /"stateDiagram"/],
  ['a class of its own', { nodes: node('A', 'pink', 50, box) }, 'unknown-class', /"pink"/],
  ['a shape of its own', { nodes: node('A', '', 50, '<ellipse/>') }, 'unknown-shape', /"A"/],
  ['a line that ends in a circle', { edges: edge('', 'circleEnd') }, 'unknown-edge', /arrow or a cross/],
];

/** Sources that Mermaid refuses with these messages, and the lines that are told. */
const unreadable: [string, string, string, number, string][] = [
  [
    'a bracket that is never closed, which Mermaid finds at the end',
    'flowchart LR\nA[a] --> B[b]\nB[b --> C\nC --> D\n',
    "Parse error on line 6:\n...B[b --> CC --> D\n-----^\nExpecting 'SQE', got '1'",
    3,
    'Mermaid cannot read "B[b --> C".',
  ],
  [
    'an arrow that is no arrow',
    'sequenceDiagram\nparticipant A\nA->B->C\n',
    "Parse error on line 3:\n...A->B->C\n----^\nExpecting 'TXT', got 'SOLID_OPEN_ARROW'",
    3,
    'Mermaid cannot read "A->B->C".',
  ],
];

describe('a source that cannot be drawn is refused with what to do', () => {
  test.each(refused)('%s', (_, fake, rule, message) => {
    expect(() => clean(fake)).toThrow(expect.objectContaining({ rule, message: expect.stringMatching(message) }));
  });

  test.each(unreadable)('%s', (_, source, refusal, line, message) => {
    const problem = toSyntaxProblem(refusal, source);
    expect(problem).toMatchObject({ rule: 'diagram-syntax', line, message });
  });

  test('what nobody foresaw is told as such', () => {
    expect(toProblem(new TypeError('x is not a function'))).toMatchObject({ rule: 'diagram-fault' });
  });

  test('every rule of drawing is among them', () => {
    const rules = new Set<string>([...refused.map(([, , rule]) => rule), 'diagram-syntax', 'diagram-fault']);
    expect(Object.keys(drawingRules).filter((rule) => !rules.has(rule))).toEqual([]);
  });
});

describe('leftovers are found', () => {
  const wrap = (inside: string, attributes = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" class="d-drawing"${attributes}>${inside}</svg>`;

  test.each([
    ['a style attribute', '<rect class="d-box" style="fill:red"/>', 'attribute style=""'],
    ['a color', '<rect class="d-box" fill="#eee"/>', 'attribute fill=""'],
    ['a font', '<text class="d-text" font-family="arial">A</text>', 'attribute font-family=""'],
    ['a style element', '<style>.d-box{}</style>', 'element <style>'],
    ['HTML', '<foreignObject/>', 'element <foreignObject>'],
    ['a script', '<script/>', 'element <script>'],
    ['a reference', '<path class="d-edge" d="M0 0h1" marker-end="url(#site-arrow)"/>', 'attribute marker-end=""'],
    ['an id without prefix', '<g id="arrow"/>', 'id "arrow" without the prefix "site-"'],
    ['a class of Mermaid', '<g class="node"/>', 'class "node"'],
    ['a shape without a class', '<rect/>', '<rect> without a class'],
    ['a comment', '<!-- x -->', 'a comment'],
    ['half a code of Mermaid', '<text class="d-text">xﬂ°°qu</text>', 'the halves of a code in "xﬂ°°qu"'],
    ['an image', '<image/>', 'element <image>'],
  ])('%s', (_, inside, leftover) => {
    expect(findLeftovers(wrap(inside), 'site')).toEqual([leftover]);
  });

  test('what browsers read otherwise than the tools that drew it', () => {
    expect(findLeftovers(wrap('<title><![CDATA[</title><script></script>]]></title>'), 'site')).toContain(
      'element <script>',
    );
    expect(findLeftovers(`${wrap('')}<script></script>`, 'site')).toEqual([
      'something other than one <svg>',
      'element <script>',
    ]);
    expect(findLeftovers(wrap('<desc><g></g></desc>'), 'site')).toEqual(['element <g>']);
    expect(findLeftovers('', 'site')).toEqual(['something other than one <svg>']);
  });

  test('an id of another diagram, in a reference too', () => {
    const found = findLeftovers(wrap('', ' aria-labelledby="other-title"'), 'site');
    expect(found).toEqual(['id "other-title" without the prefix "site-"']);
  });
});
