import { describe, expect, test } from 'vitest';
import { defineFinder } from '../../src/lib/glossary.ts';
import { findTermUses, type ProseNode } from '../../src/lib/prose.ts';

const entries = [
  { id: 'rpo', term: 'recovery point objective', aliases: ['RPO', 'recovery point'] },
  { id: 's3', term: 'Amazon S3', aliases: ['S3'] },
  { id: 's3-glacier', term: 'S3 Glacier', aliases: [] },
  { id: 'az', term: 'Availability Zone', aliases: ['AZ'] },
  { id: 'ebs', term: 'EBS', aliases: [] },
];
const find = defineFinder(entries);
const found = (text: string): string[] =>
  find(text, () => true).map(({ id, start, end }) => `${id}:${text.slice(start, end)}`);

describe('terms in prose', () => {
  test.each([
    ['The recovery point objective is one hour.', ['rpo:recovery point objective']],
    ['Recovery point first.', ['rpo:Recovery point']],
    ['Two recovery\n points.', ['rpo:recovery\n points']],
    ['An RPO, not an rpo.', ['rpo:RPO']],
    ['S3 Glacier keeps archives; S3 keeps the rest.', ['s3-glacier:S3 Glacier', 's3:S3']],
    ['Three AZs and an Availability Zone.', ['az:AZs', 'az:Availability Zone']],
    ['Not in s3, XS3, S3x, S3-like, aws/S3 or S3.example.', []],
    ['It ends in S3.', ['s3:S3']],
    ['(S3) and “S3”', ['s3:S3', 's3:S3']],
    ['EBS but not EBSs', ['ebs:EBS']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a glossary without entries finds nothing', () => {
    expect(defineFinder([])('S3', () => true)).toEqual([]);
  });
});

describe('a page', () => {
  const text = (value: string): ProseNode => ({ type: 'text', value });
  const paragraph = (...children: ProseNode[]): ProseNode => ({ type: 'paragraph', children });
  const heading = (depth: number): ProseNode => ({ type: 'heading', depth, children: [text('S3')] });
  const uses = (...children: ProseNode[]): string[] =>
    findTermUses({ type: 'root', children }, find).flatMap(({ matches }) => matches.map(({ id }) => id));

  test('links a term at its first use in each second-level part', () => {
    expect(
      uses(paragraph(text('S3 and S3')), heading(2), paragraph(text('S3')), heading(3), paragraph(text('S3'))),
    ).toEqual(['s3', 's3']);
  });

  test('links nothing in headings, links and code, nor its own term', () => {
    expect(
      uses(heading(2), paragraph({ type: 'link', children: [text('S3')] }, { type: 'inlineCode', value: 'S3' })),
    ).toEqual([]);
    expect(findTermUses({ type: 'root', children: [text('S3')] }, find, 's3')).toEqual([]);
  });
});
