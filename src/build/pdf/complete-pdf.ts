/** Adds to a PDF of Chromium's what Chromium leaves out. */
import { packPdf, readObjects } from './pack-pdf.ts';

/** What programs show of a document besides its pages. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** The day from which the document is, as `YYYY-MM-DD`. */
  readonly date: string;
}

/** Writes a text as a PDF does (ISO 32000-1, 7.9.2.2). */
const toText = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** Only what the content decides: a second printing of the same content is the same file. */
const toInformation = ({ title, author, subject, date }: About): string => {
  const day = `(D:${date.replaceAll('-', '')})`;
  return `<</Title ${toText(title)} /Author ${toText(author)} /Subject ${toText(subject)} /CreationDate ${day} /ModDate ${day}>>`;
};

/** The pages have the numbers that are printed on them; the cover has none. */
const labels = '/PageLabels <</Nums [0 <</P (Cover)>> 1 <</S /D /St 2>>]>>';

/** An item of the outline shows what is below it when the reader asks for it. */
const toFolded = (object: string): string =>
  object.includes('/Title') ? object.replace(/\/Count (\d+)/, '/Count -$1') : object;

/** Chromium gives the header cells of tables other ids on each run; this counts them, and writes the list of them anew. */
const toCounted = (objects: ReadonlyMap<number, string>): Map<number, string> => {
  const ids = new Map<string, string>();
  const entries: string[] = [];
  for (const [number, object] of [...objects].sort(([a], [b]) => a - b)) {
    const id = /\/ID \((node\d+)\)/.exec(object)?.[1];
    if (!id) continue;
    ids.set(id, `cell${String(ids.size).padStart(8, '0')}`);
    entries.push(`(${ids.get(id)}) ${number} 0 R`);
  }
  const list = Number([...objects.values()].flatMap((object) => /\/IDTree (\d+) 0 R/.exec(object)?.[1] ?? [])[0]);
  return new Map(
    [...objects].flatMap(([number, object]) => {
      if (number === list) return [[number, `<</Names [${entries.join(' ')}]>>`]];
      if (object.startsWith('<</Limits [(node')) return [];
      return [[number, object.replaceAll(/\((node\d+)\)/g, (whole, id: string) => `(${ids.get(id) ?? whole})`)]];
    }),
  );
};

/** Labels the pages, says what the document is, folds the outline, and makes the file smaller and the same on each run. */
export const completePdf = (pdf: Uint8Array, about: About): Uint8Array => {
  const { objects, root, info } = readObjects(pdf);
  const completed = toCounted(new Map([...objects].map(([number, object]) => [number, toFolded(object)])));
  completed.set(root, (objects.get(root) ?? '').replace(/>>$/, `${labels}>>`));
  completed.set(info, toInformation(about));
  return packPdf({ objects: completed, root, info });
};
