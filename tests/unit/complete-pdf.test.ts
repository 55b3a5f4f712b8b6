import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { completePdf } from '../../src/build/pdf/complete-pdf.ts';

const about = { title: 'Größe – “A”', author: 'B', subject: 'C', date: '2026-11-22' };

/** A PDF of two pages as Chromium writes it; time and ids are what differs between its runs. */
const renderPdf = (time: string, ids: readonly [string, string]): Uint8Array => {
  const list = ids.map((id, index) => [id, `(${id}) ${9 + index} 0 R`] as const).sort(([a], [b]) => a.localeCompare(b));
  const objects = [
    `<</Title (A)\n/CreationDate (D:${time})>>`,
    '<</Length 3>> stream\nq Q\nendstream',
    '<</Type /Page\n/Parent 5 0 R\n/Contents 2 0 R\n/MediaBox [0 0 9 9]>>',
    '<</Type /Page\n/Parent 5 0 R\n/MediaBox [0 0 9 9]>>',
    '<</Type /Pages\n/Count 2\n/Kids [3 0 R 4 0 R]>>',
    '<</Type /StructTreeRoot\n/IDTree 7 0 R>>',
    '<</Kids [8 0 R]>>',
    `<</Limits [(${list[0]?.[0]}) (${list[1]?.[0]})]\n/Names [${list.map(([, entry]) => entry).join(' ')}]>>`,
    `<</Type /StructElem\n/S /TH\n/ID (${ids[0]})>>`,
    `<</Type /StructElem\n/S /TH\n/ID (${ids[1]})\n/A [<</Headers [(${ids[0]})]>>]>>`,
    '<</Type /Outlines\n/Count 2\n/First 12 0 R\n/Last 12 0 R>>',
    '<</Title (One)\n/Parent 11 0 R\n/Dest [3 0 R /XYZ 0 0 0]\n/Count 1\n/First 13 0 R\n/Last 13 0 R>>',
    '<</Title (Two)\n/Parent 12 0 R\n/Dest [4 0 R /XYZ 0 0 0]>>',
    '<</Type /Catalog\n/Pages 5 0 R\n/StructTreeRoot 6 0 R\n/Outlines 11 0 R>>',
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const offsets = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const body = head + objects.join('');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}\n/Root 14 0 R\n/Info 1 0 R>>\n`;
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF`, 'latin1');
};

const once = completePdf(renderPdf('20261123', ['node00000403', 'node00000405']), about);

test('a completed PDF says what it is, labels its pages, and keeps its outline', async () => {
  const document = await getDocumentProxy(new Uint8Array(once));
  expect(await document.getPageLabels()).toEqual(['Cover', '2']);
  expect((await document.getMetadata()).info).toMatchObject({
    Title: about.title,
    Author: 'B',
    Subject: 'C',
    CreationDate: 'D:20261122',
  });
  const [first] = await document.getOutline();
  expect(first).toMatchObject({ title: 'One', count: -1, items: [{ title: 'Two' }] });
});

test('a second printing of the same content is the same file', () => {
  const again = completePdf(renderPdf('20270101', ['node00000407', 'node00000406']), about);
  expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
});

test('a PDF that is written in another way is refused', () => {
  expect(() => completePdf(Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'), about)).toThrow('as Chromium writes it');
});
