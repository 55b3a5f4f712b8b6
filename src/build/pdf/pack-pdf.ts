/** Rewrites a PDF of Chromium's so that what describes its structure is compressed, as PDF 1.5 allows and Chromium does not. */
import { deflateSync } from 'node:zlib';

/** The objects of a PDF by their numbers, each as it is written between `obj` and `endobj`, one character a byte. */
export interface PdfObjects {
  readonly objects: ReadonlyMap<number, string>;
  /** The number of the document's catalog, and of its information. */
  readonly root: number;
  readonly info: number;
}

/** Many objects in a stream compress better; few are quicker to get one of. */
const objectsPerStream = 200;

const getNumber = (text: string, pattern: RegExp): number => {
  const found = pattern.exec(text)?.[1];
  if (found === undefined)
    throw new Error(
      `The PDF is not written as Chromium writes it: it has no ${pattern}. Correct src/build/pdf/pack-pdf.ts.`,
    );
  return Number(found);
};

/** Takes apart a PDF with one table of its objects, as Chromium writes it (ISO 32000-1, 7.5). */
export const readObjects = (pdf: Uint8Array): PdfObjects => {
  const text = Buffer.from(pdf).toString('latin1');
  const table = text.slice(getNumber(text.slice(-64), /startxref\s+(\d+)/));
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset)).sort((a, b) => a - b);
  const objects = new Map<number, string>();
  for (const [index, offset] of offsets.entries()) {
    const object = text.slice(offset, offsets[index + 1] ?? text.length - table.length);
    const start = object.indexOf('obj') + 3;
    objects.set(getNumber(object, /^(\d+) 0 obj/), object.slice(start, object.lastIndexOf('endobj')).trim());
  }
  return { objects, root: getNumber(table, /\/Root (\d+)/), info: getNumber(table, /\/Info (\d+)/) };
};

/** Where an object is: at a byte of the file, or at a place in the stream with a number. */
type Place = readonly [kind: 1, offset: number, generation: 0] | readonly [kind: 2, stream: number, index: number];

const toStream = (dictionary: string, content: Buffer): string => {
  const data = deflateSync(content);
  return `<<${dictionary} /Filter /FlateDecode /Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`;
};

/** One stream that holds many objects (ISO 32000-1, 7.5.7). */
const toObjectStream = (objects: readonly (readonly [number, string])[]): string => {
  let offset = 0;
  const index = objects.map(([number, object]) => {
    const entry = `${number} ${offset}`;
    offset += object.length + 1;
    return entry;
  });
  const head = `${index.join(' ')}\n`;
  const content = Buffer.from(head + objects.map(([, object]) => `${object}\n`).join(''), 'latin1');
  return toStream(`/Type /ObjStm /N ${objects.length} /First ${head.length}`, content);
};

/** The places of all objects as a table in a stream (ISO 32000-1, 7.5.8). */
const toPlaceStream = (places: readonly (Place | undefined)[], { root, info }: PdfObjects): string => {
  const rows = Buffer.alloc(places.length * 7);
  places.forEach((place, number) => {
    if (!place) return;
    rows.writeUInt8(place[0], number * 7);
    rows.writeUInt32BE(place[1], number * 7 + 1);
    rows.writeUInt16BE(place[2], number * 7 + 5);
  });
  return toStream(`/Type /XRef /Size ${places.length} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R`, rows);
};

/** Writes a PDF from its objects. Streams stay as they are; everything else is compressed. */
export const packPdf = (pdf: PdfObjects): Uint8Array => {
  const places: (Place | undefined)[] = [undefined];
  const pieces: string[] = [];
  let offset = 0;
  const write = (piece: string): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  const writeObject = (number: number, object: string): void => {
    places[number] = [1, offset, 0];
    write(`${number} 0 obj\n${object}\nendobj\n`);
  };
  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const small: [number, string][] = [];
  for (const [number, object] of [...pdf.objects].sort(([a], [b]) => a - b)) {
    if (object.endsWith('endstream')) writeObject(number, object);
    else small.push([number, object]);
  }
  let next = Math.max(...pdf.objects.keys()) + 1;
  for (let from = 0; from < small.length; from += objectsPerStream, next++) {
    const chunk = small.slice(from, from + objectsPerStream);
    for (const [index, [number]] of chunk.entries()) places[number] = [2, next, index];
    writeObject(next, toObjectStream(chunk));
  }
  const start = offset;
  places[next] = [1, start, 0];
  write(`${next} 0 obj\n${toPlaceStream(places, pdf)}\nendobj\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.from(pieces.join(''), 'latin1');
};
