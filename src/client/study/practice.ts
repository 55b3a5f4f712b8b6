/** The page that opens practice: says how many questions a set would have, before it is started. */
import { findPart, parseSetRequest, selectQuestions } from '../../lib/practice-set.ts';
import { toProgress } from '../../lib/progress.ts';
import { readEvents, watchEvents } from '../journal.ts';
import { studyIndex } from './study-index.ts';

const form = document.querySelector<HTMLFormElement>('.set-form');
const output = form?.querySelector('output');
const start = form?.querySelector('button');

const count = (): void => {
  if (!form || !output || !start) return;
  const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const request = parseSetRequest(query);
  const part = findPart(studyIndex, request.of);
  const found = part ? selectQuestions(part, request, toProgress(readEvents().events)).length : 0;
  const none = { all: 'no questions here', unseen: 'you have seen them all', wrong: 'you got none of them wrong' };
  output.textContent =
    found === 0 ? `Nothing to ask: ${none[request.only]}.` : `${found} ${found === 1 ? 'question' : 'questions'}`;
  start.disabled = found === 0;
};

form?.addEventListener('input', count);
watchEvents(count);
// A page that comes back from the browser's history shows what was chosen before.
addEventListener('pageshow', count);
count();
