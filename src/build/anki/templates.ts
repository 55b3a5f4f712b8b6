/** How Anki shows a note. Whoever changes this raises `templatesChanged` in `collection.ts`. */
import { site } from '../../site.ts';

/** The note's fields, in order. Permanent: with other fields, Anki would make a second note type. */
export const fieldNames = ['Front', 'Back', `Notes of ${site.notesYear}`, 'Guide', 'Source'] as const;

const [front, back, notes, guide, source] = fieldNames;

export const cardFront = `<div class="front">{{${front}}}</div>`;

/** The answer below the front; Anki scrolls to the element with the id `answer`. */
export const cardBack = [
  '{{FrontSide}}',
  '<hr id="answer">',
  `<div class="back">{{${back}}}</div>`,
  `{{#${notes}}}<div class="notes"><b>${site.notesYear}</b> {{${notes}}}</div>{{/${notes}}}`,
  `<div class="places">{{${guide}}}{{#${source}}} · {{${source}}}{{/${source}}}</div>`,
].join('\n');

export const cardCss = `.card {
  max-width: 34em;
  margin: 0 auto;
  padding: 0.5em;
  font: 1.15rem/1.5 system-ui, sans-serif;
  text-align: left;
  color: #1f2430;
  background: #fbf8f1;
}
.nightMode.card, .nightMode .card { color: #e8e4da; background: #161c26; }
.front { font-size: 1.15em; font-weight: 600; }
.notes { margin-top: 0.8em; padding-left: 0.7em; border-left: 3px solid #855600; font-size: 0.9em; }
.notes small { display: block; }
.places { margin-top: 0.8em; font-size: 0.8em; }
.nightMode .notes { border-color: #e0b050; }
.nightMode a { color: #8fb8e8; }
code { font-family: ui-monospace, monospace; }
`;
