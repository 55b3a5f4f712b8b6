import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { toAgeGroups } from '../../src/build/freshness/ages.ts';
import { askSources } from '../../src/build/freshness/ask-sources.ts';

test('facts are listed from the most urgent: never confirmed, then the oldest check', () => {
  const facts = [
    { id: 'new', checked: '2026-11-20', place: 'a:1' },
    { id: 'year', checked: '2025-11-22', place: 'a:2' },
    { id: 'older', checked: '2024-01-01', place: 'a:3' },
    { id: 'never', place: 'a:4' },
    { id: 'half', checked: '2026-05-01', place: 'a:5' },
    { id: 'quarter', checked: '2026-08-20', place: 'a:6' },
    { id: 'tomorrow', checked: '2026-11-23', place: 'a:7' },
  ];
  expect(toAgeGroups(facts, '2026-11-22').map(({ facts: own }) => own.map(({ id }) => id))).toEqual([
    ['never'],
    ['older', 'year'],
    ['half'],
    ['quarter'],
    ['new', 'tomorrow'],
  ]);
});

test('a source is told to answer, to have moved, to be gone, to refuse or to be out of reach', async () => {
  const asked: [string, number][] = [];
  const server = createServer((request, response) => {
    asked.push([`${request.method} ${request.url}`, performance.now()]);
    if (request.url === '/silent') return;
    if (request.url === '/moved') response.setHeader('location', '/here');
    const codes: Record<string, number> = { '/moved': 301, '/gone': 404, '/refused': 403 };
    const isShy = request.url === '/no-head' && request.method === 'HEAD';
    response.statusCode = isShy ? 405 : (codes[request.url ?? ''] ?? 200);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const paths = ['/here', '/moved', '/gone', '/refused', '/no-head', '/silent'];
  const answers = await askSources([...paths.map((path) => root + path), 'http://nowhere.invalid/'], {
    pause: 20,
    timeout: 300,
    tell: () => undefined,
  });
  expect(answers.map(({ url, verdict }) => [url.replace(root, ''), verdict])).toEqual([
    ['/here', 'answers'],
    ['/moved', 'moved'],
    ['/gone', 'gone'],
    ['/refused', 'refused'],
    ['/no-head', 'answers'],
    ['/silent', 'unreachable'],
    ['http://nowhere.invalid/', 'unreachable'],
  ]);
  expect(answers[1]?.detail).toBe(`${root}/here`);
  expect(asked.map(([what]) => what)).toContain('GET /no-head');
});

test('a host that cannot be reached is not asked for all of its pages', async () => {
  const urls = [1, 2, 3, 4].map((page) => `http://127.0.0.1:1/${page}`);
  const answers = await askSources(urls, { pause: 0, timeout: 300, tell: () => undefined });
  expect(answers.map(({ detail }) => detail.startsWith('not tried'))).toEqual([false, false, true, true]);
});
