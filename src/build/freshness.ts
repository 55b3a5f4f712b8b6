/**
 * `npm run freshness`: which facts were last checked when, and whether their sources still answer. It reports and never fails.
 * `-- --no-network` leaves the sources alone; `-- --all` lists every fact, and not only those that are due.
 */
import { parseArgs } from 'node:util';
import { readLibrary } from './content.ts';
import { toAgeGroups, toDays } from './freshness/ages.ts';
import { type Answer, askSources, type Verdict } from './freshness/ask-sources.ts';

const { values: options } = parseArgs({
  options: { 'no-network': { type: 'boolean' }, all: { type: 'boolean' } },
});
const today = new Date().toISOString().slice(0, 10);
const { facts } = readLibrary(process.cwd());

/** The page that a fact's source is on; the place in it does not matter here. */
const toPage = (source = ''): string => source.replace(/#.*$/, '');

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const groups = toAgeGroups(
  facts.map(({ data, file, lineOf }) => ({ id: data.id, checked: data.checked, place: `${file}:${lineOf()}` })),
  today,
);
console.log(`# Freshness of ${plural(facts.length, 'fact')}, ${today}\n`);
for (const [place, { label, facts: own }] of groups.entries()) {
  console.log(`${plural(own.length, 'fact')} ${label}.`);
  const isDue = place < groups.length - 1;
  if (isDue || options.all)
    for (const { id, checked, place: at } of own)
      console.log(`  ${at}  ${id}${checked ? `, ${plural(toDays(checked, today), 'day')} ago` : ''}`);
}

const words: Readonly<Record<Verdict, string>> = {
  gone: 'are gone: find a page that still says it, or correct the fact',
  moved: 'moved for good: put the new address into the fact',
  refused: 'refused the question: open them by hand',
  unreachable: 'could not be reached',
  answers: 'answer',
};

const report = (answers: readonly Answer[]): void => {
  const users = Object.groupBy(facts, ({ data }) => toPage(data.source));
  for (const [verdict, text] of Object.entries(words)) {
    const own = answers.filter((answer) => answer.verdict === verdict);
    if (own.length > 0) console.log(`\n${plural(own.length, 'source')} ${text}.`);
    if (verdict === 'answers') continue;
    for (const { url, detail } of own) {
      console.log(`  ${url}  (${detail})`);
      for (const { file, lineOf } of users[url] ?? []) console.log(`    ${file}:${lineOf('source')}`);
    }
  }
};

if (!options['no-network']) {
  const urls = [...new Set(facts.flatMap(({ data }) => toPage(data.source) || []))];
  console.log(`\nAsking ${plural(urls.length, 'source')}, one a second on each host …`);
  let done = 0;
  const tell = (): void => {
    done++;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${urls.length}`);
  };
  const answers = await askSources(urls, { pause: 1000, timeout: 15_000, tell });
  if (process.stderr.isTTY) process.stderr.write('\r');
  if (answers.every(({ verdict }) => verdict === 'unreachable'))
    console.log('No source could be reached: there seems to be no network. Nothing can be said about them.');
  else report(answers);
}
