import { expect, test } from 'vitest';
import { grade } from '../../../src/lib/grading.ts';
import { fc } from '../../support/properties.ts';

const choices = fc.array(fc.record({ correct: fc.boolean() }), { minLength: 1, maxLength: 6 });
const places = fc.array(fc.integer({ min: -2, max: 8 }), { maxLength: 8 });
const rightOf = (all: readonly { correct: boolean }[]): number[] =>
  all.flatMap(({ correct }, index) => (correct ? [index] : []));

test('an answer is right exactly when all right choices are chosen and no others', () => {
  fc.assert(
    fc.property(choices, places, (all, chosen) => {
      const valid = [...new Set(chosen)].filter((place) => place >= 0 && place < all.length).toSorted();
      expect(grade(all, chosen).outcome === 'right').toBe(`${valid}` === `${rightOf(all)}`);
      expect(grade(all, rightOf(all)).outcome).toBe('right');
    }),
  );
});

test('neither the order of an answer nor repetitions nor places that do not exist change its grade', () => {
  fc.assert(
    fc.property(choices, places, (all, chosen) => {
      const { outcome, states } = grade(all, chosen);
      expect(grade(all, [...chosen, ...chosen].toReversed().concat(99, -1))).toEqual({ outcome, states });
      expect(states).toHaveLength(all.length);
    }),
  );
});

test('an answer is incomplete only while fewer are chosen than are right', () => {
  fc.assert(
    fc.property(choices, places, (all, chosen) => {
      const count = new Set(chosen.filter((place) => place >= 0 && place < all.length)).size;
      expect(grade(all, chosen).outcome === 'incomplete').toBe(count < rightOf(all).length);
    }),
  );
});
