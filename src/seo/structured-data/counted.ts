import type { Mark } from '../rules/rule.js';

/** One mark for all of a script that say the same, with their number. */
export function counted(marks: Iterable<Mark>): Mark[] {
  const found = new Map<string, { readonly mark: Mark; count: number }>();
  for (const mark of marks) {
    const key = `${mark.offset ?? ''} ${mark.message}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, { mark, count: 1 });
    else same.count += 1;
  }
  return [...found.values()].map(({ mark, count }) => ({
    ...mark,
    message: count === 1 ? mark.message : `${mark.message} (${count} times)`,
    group: mark.message,
  }));
}
