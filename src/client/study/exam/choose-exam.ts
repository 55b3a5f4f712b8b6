import { type Drawing, drawExam } from '../../../lib/draw-exam.ts';
import { type ExamRequest, findSittableExams, parseExamRequest } from '../../../lib/exam-request.ts';
import { toSeed } from '../../../lib/shuffle.ts';
import { toCount } from '../../../lib/text.ts';
import { studyIndex } from '../study-index.ts';
import { choice, closeDialog, place } from './view.ts';

/** What was chosen, and the questions that were drawn for it. */
export interface Chosen {
  readonly request: ExamRequest;
  readonly drawing: Drawing;
}

const form = choice.querySelector('form');
const asked = parseExamRequest(new URLSearchParams(location.search));
const order = asked.order ?? toSeed(Math.random());

const findChosen = (): Chosen | undefined => {
  if (!form) return undefined;
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const { exam: id, size = 'full' } = parseExamRequest(fields);
  const exam = findSittableExams(studyIndex).find((candidate) => candidate.id === id);
  if (!exam) return undefined;
  const request = { exam: exam.id, size, order };
  return { request, drawing: drawExam(studyIndex, exam, request) };
};

const describe = ({ questions, minutes, lacks }: Drawing): string =>
  [
    `${toCount(questions.length, 'question')} in ${toCount(minutes, 'minute')}.`,
    ...lacks.map(
      ({ number, title, wanted, drawn }) =>
        `Domain ${number}, ${title}, has ${drawn} instead of ${wanted}, because the guide has no more; the others fill in where they can.`,
    ),
  ].join(' ');

/** Lets the form of the page start an exam. */
export const prepareChoice = (start: (chosen: Chosen) => void): void => {
  const output = form?.querySelector('output');
  const button = form?.querySelector('button');
  if (!form || !output || !button) return;
  for (const [name, value] of Object.entries(asked))
    for (const input of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`))
      input.checked = input.value === value;
  const note = choice.querySelector<HTMLElement>('.exam-order');
  if (note) note.hidden = asked.order === undefined;
  const show = (): void => {
    const chosen = findChosen();
    output.textContent = chosen ? describe(chosen.drawing) : '';
    button.disabled = !chosen;
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = findChosen();
    if (chosen) start(chosen);
  });
  addEventListener('pageshow', show);
  show();
};

/** Shows the form again, with a sentence on what became of an exam that was there. */
export const showChoice = (text = ''): void => {
  closeDialog();
  place.hidden = true;
  delete place.dataset['view'];
  place.replaceChildren();
  choice.hidden = false;
  const note = choice.querySelector<HTMLElement>('.exam-note');
  if (!note || !text) return;
  note.textContent = text;
  note.focus();
};
