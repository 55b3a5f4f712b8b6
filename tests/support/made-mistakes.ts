import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes a sound content. */
type Make = (content: string) => void;

const second = 'domains/1-example/1.2-second';
const definition =
  '---\nterm: Beta\nkind: service\nstatus: retired\nsince: 2021\nreplacedBy: [alpha]\n---\n\nBefore Alpha.\n';

const write =
  (path: string, text: string | Uint8Array): Make =>
  (content) =>
    writeFileSync(join(content, path), text);

const page = (text: string): string =>
  `---\ntitle: The second section\nsummary: Where the example ends.\nchecked: 2026-11-22\n---\n\nOn Beta.\n\n## Where it ends\n\n${text}\n`;
const toPage = (text: string): Make => write(`${second}/index.mdx`, page(text));

const fact = (today: string): string =>
  `- id: beta-age\n  topic: Age\n  prompt: How old is Beta?\n  today: ${today}\n  status: current\n`;
const toFact = (today: string): Make => write(`${second}/facts.yaml`, fact(today));

/** Mistakes that cannot be seen in a file, that are too large to keep, or that not every system can keep. */
export const madeMistakes: Readonly<Record<string, Make>> = {
  'bad-encoding/byte-order-mark': write('glossary/beta.md', `\ufeff${definition}`),
  'bad-encoding/utf-16': write('glossary/beta.md', Buffer.from(`\ufeff${definition}`, 'utf16le')),
  'bad-encoding/utf-16-without-mark': write('glossary/beta.md', Buffer.from(definition, 'utf16le')),
  'bad-encoding/a-picture': write('glossary/beta.md', Buffer.from('89504e470d0a1a0a0000000d49484452ffd8ffe0', 'hex')),
  'bad-character/in-a-page': toPage('One\u0000 two\u202e three\u200b four\u0007\n\nfive\u200b\n\nsix\rseven \ufffd'),
  'bad-character/in-a-record': toFact('Old\u202e and \u{e0041}young'),
  'bad-character/old-line-ends': write('glossary/beta.md', definition.replaceAll('\n', '\r')),
  'too-large/page': toPage('A sentence of a page that does not end. '.repeat(130_000)),
  'too-large/quotations-in-quotations': toPage(`${'> '.repeat(5000)}deep`),
  'too-large/components-in-components': toPage(`${'<Pitfall>\n'.repeat(3000)}deep\n${'</Pitfall>\n'.repeat(3000)}`),
  'too-large/lists-in-lists': toFact(`${'['.repeat(50)}deep${']'.repeat(50)}`),
  'too-large/lists-without-end': toFact('['.repeat(5000)),
  'invalid-field/line-without-end': toFact('word '.repeat(20_000)),
  'stray-file/link': (content) => symlinkSync('alpha.md', join(content, 'glossary/omega.md')),
  'stray-file/link-to-a-folder': (content) => symlinkSync(content, join(content, 'guides')),
  'stray-file/folder-for-a-file': (content) => {
    rmSync(join(content, 'glossary/beta.md'));
    mkdirSync(join(content, 'glossary/beta.md'));
    writeFileSync(join(content, 'glossary/beta.md/index.md'), definition);
  },
  'missing-file/no-content': (content) => rmSync(content, { recursive: true }),
  'missing-file/no-domain': (content) => {
    for (const folder of ['domains', 'glossary', 'exams']) rmSync(join(content, folder), { recursive: true });
  },
};
