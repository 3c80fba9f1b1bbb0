import type { Place } from '../fact.js';

/** Layouts are met once for each of their pages; what they say is said once. */
export function firstOfEachPlace<T extends { readonly place: Place }>(items: Iterable<T>): T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = `${item.place.offset} ${item.place.file}`;
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}

/** The items by their place, in the order in which the places are met. */
export function groupByPlace<T extends { readonly place: Place }>(items: Iterable<T>): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = `${item.place.offset} ${item.place.file}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
