import { describe, expect, test } from 'vitest';
import { toNeighbors } from '../../src/lib/neighbors.ts';

describe('the neighbors of an item', () => {
  const items = [0, 1, 2, 3, 4, 5, 6, 7];

  test('are all items where these are few', () => {
    expect(toNeighbors(items, 3, 8)).toEqual(items);
    expect(toNeighbors(items, 3, 20)).toEqual(items);
    expect(toNeighbors([], -1, 3)).toEqual([]);
  });

  test('stand around it, and are as many at either end', () => {
    expect(toNeighbors(items, 4, 3)).toEqual([3, 4, 5]);
    expect(toNeighbors(items, 0, 3)).toEqual([0, 1, 2]);
    expect(toNeighbors(items, 7, 3)).toEqual([5, 6, 7]);
  });

  test('are the first ones where no item is meant', () => {
    expect(toNeighbors(items, -1, 3)).toEqual([0, 1, 2]);
  });
});
