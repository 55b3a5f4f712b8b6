/**
 * At most so many items around one of them, in their order: what a list shows that must not grow with the guide.
 *
 * @param place the item's place; below 0 for none, which gives the first ones
 */
export const toNeighbors = <Item>(items: readonly Item[], place: number, count: number): readonly Item[] => {
  const start = Math.max(0, Math.min(place - Math.floor(count / 2), items.length - count));
  return items.slice(start, start + count);
};
