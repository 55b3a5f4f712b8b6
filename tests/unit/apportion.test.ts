import { expect, test } from 'vitest';
import { apportion } from '../../src/lib/apportion.ts';

test.each([
  ['to the largest remainders what is left', 75, [26, 29, 25, 20], [19, 22, 19, 15]],
  ['evenly among equals', 75, [1, 1, 1, 1, 1], [15, 15, 15, 15, 15]],
  ['to the first of equals what does not go round', 25, [1, 1, 1], [9, 8, 8]],
  ['by weights that are no per cent', 10, [3, 1], [8, 2]],
  ['nothing, where there is nothing', 0, [1, 2], [0, 0]],
])('whole things are shared out %s', (_, total, weights, shares) => expect(apportion(total, weights)).toEqual(shares));
