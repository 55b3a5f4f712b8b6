import type { CheerioAPI } from 'cheerio';

const toLetter = (index: number): string => String.fromCodePoint(65 + index);

/** Takes the answers out of the questions, since an e-reader folds nothing, and puts them on a page of their own behind them. */
export const placeAnswers = ($: CheerioAPI): void => {
  const questions = $('ol.questions');
  const answers = $('<ol class="answers"></ol>');
  for (const [index, element] of questions.children().toArray().entries()) {
    const question = $(element);
    const id = question.attr('id') ?? '';
    const number = index + 1;
    const folded = question.find('details.answer').remove();
    const right = folded
      .find('ul > li')
      .toArray()
      .flatMap((reason, place) => ($(reason).hasClass('right') ? [toLetter(place)] : []));
    const answer = $(`<li id="answer-${id}"><p><b>${right.join(' and ')}</b></p></li>`);
    answer.append(folded.find('ul'), folded.find('p').append(` · <a href="#${id}">Back to question ${number}</a>`));
    question.append(`<p><a href="#answer-${id}">Answer to question ${number}</a></p>`);
    answers.append(answer);
  }
  if (answers.children().length > 0) questions.after('<h2 id="answers">Answers</h2>', answers);
};
