import { describe, expect, test } from 'vitest';
import { grade } from '../../src/lib/grading.ts';

/** One letter a choice: `R` is right. */
const toChoices = (letters: string): { correct: boolean }[] =>
  [...letters].map((letter) => ({ correct: letter === 'R' }));

describe('an answer', () => {
  test.each([
    ['wRww', [1], 'right', 'left right left left'],
    ['wRww', [0], 'wrong', 'wrong missed left left'],
    ['wRww', [], 'incomplete', 'left missed left left'],
    ['RwRww', [0, 2], 'right', 'right left right left left'],
    ['RwRww', [2, 0], 'right', 'right left right left left'],
    ['RwRww', [0, 1], 'wrong', 'right wrong missed left left'],
    ['RwRww', [1, 3], 'wrong', 'missed wrong missed wrong left'],
    ['RwRww', [0], 'incomplete', 'right left missed left left'],
    ['RwRww', [1], 'incomplete', 'missed wrong missed left left'],
    ['RwRww', [0, 0], 'incomplete', 'right left missed left left'],
    ['RwRww', [0, 1, 2], 'wrong', 'right wrong right left left'],
    ['RwRww', [0, 9], 'incomplete', 'right left missed left left'],
    ['RRRw', [0, 1, 2], 'right', 'right right right left'],
  ] as const)('to %s of %j is %s', (letters, chosen, outcome, states) => {
    expect(grade(toChoices(letters), chosen)).toEqual({ outcome, states: states.split(' ') });
  });
});
