import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validateWorkflow } from '@action-validator/core';
import { expect, test } from 'vitest';
import { caching, headers } from '../../src/build/headers.ts';
import { renderHeadersFile, renderHtaccess } from '../../src/build/host-files.ts';
import { findProgram } from '../../src/build/programs.ts';

const toPath = (name: string): string => fileURLToPath(new URL(`../../hosting/${name}`, import.meta.url));
const read = (name: string): string => readFileSync(toPath(name), 'utf8');

/** Every file that sets header fields; CloudFront has properties of its own for some of them. */
const files: [string, string][] = [
  ['nginx.conf', read('nginx.conf')],
  ['Caddyfile', read('Caddyfile')],
  ['_headers', renderHeadersFile()],
  ['.htaccess', renderHtaccess('/')],
];

test.each(files)('%s says every header field, with its value', (_, text) => {
  for (const { name, value } of headers) expect(text).toMatch(new RegExp(`${name}:? "?${RegExp.escape(value)}"?`));
  expect(text).toContain(caching.hashed);
});

test('the CloudFront template and its upload say every header field, with its value', () => {
  const template = read('cloudfront.yaml');
  const own: Record<string, string> = {
    'Strict-Transport-Security': 'AccessControlMaxAgeSec: 63072000',
    'X-Frame-Options': 'FrameOption: DENY',
    'X-Content-Type-Options': 'ContentTypeOptions:',
    'Content-Security-Policy': "ContentSecurityPolicy: frame-ancestors 'none'",
    'Referrer-Policy': 'ReferrerPolicy: strict-origin-when-cross-origin',
  };
  for (const { name, value } of headers) {
    const said = own[name] ?? `- Header: ${name}\n              Value: ${value}\n`;
    expect(template).toContain(said);
    if (said !== 'ContentTypeOptions:') expect(said).toContain(value.replace('max-age=', ''));
  }
  expect(template).toContain(`Value: ${caching.other}`);
  expect(read('cloudfront-upload.sh')).toContain(caching.hashed);
});

test('on Apache the page for missing addresses is looked for where the guide stands', () => {
  expect(renderHtaccess('/any/guide/')).toContain('ErrorDocument 404 /any/guide/404.html\n');
});

const linter = findProgram(['cfn-lint']);
if (!linter) console.log('Without cfn-lint its test is skipped; "pip install cfn-lint" installs it.');

test.skipIf(!linter)('the CloudFront template is sound: types, properties, values, references', () => {
  const { status, stdout, stderr } = spawnSync(linter ?? '', [toPath('cloudfront.yaml')], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});

test('the workflow for GitHub Pages is one that GitHub understands', () => {
  expect(validateWorkflow(read('github-pages.yml')).errors).toEqual([]);
});
