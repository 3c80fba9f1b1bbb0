import { type Context, contextOf } from './context.js';
import { type JsonObject, isJsonObject } from './json-objects.js';

/** An object that stands for itself: the script's own, a member of its list, or of a `@graph`. */
export interface TopObject {
  readonly object: JsonObject;
  readonly context: Context;
}

/** In the order of the script. An object that does nothing but hold a `@graph` is not one itself. */
export function* topObjects(value: unknown): Iterable<TopObject> {
  const rest: { readonly value: unknown; readonly inherited: Context }[] = [{ value, inherited: 'none' }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { inherited } = next;
    if (Array.isArray(next.value)) pushMembers(rest, next.value, inherited);
    if (!isJsonObject(next.value)) continue;
    const object = next.value;
    const context = contextOf(object, inherited);
    if (Object.hasOwn(object, '@graph')) pushMembers(rest, [object['@graph']], context);
    if (saysSomething(object)) yield { object, context };
  }
}

function pushMembers(
  rest: { readonly value: unknown; readonly inherited: Context }[],
  members: readonly unknown[],
  inherited: Context,
): void {
  for (let index = members.length - 1; index >= 0; index -= 1)
    rest.push({ value: members[index], inherited });
}

/** Not a bare reference, not empty, not the wrapper of a graph. */
function saysSomething(object: JsonObject): boolean {
  const keys = Object.keys(object).filter((key) => !['@context', '@id', 'id'].includes(key));
  if (keys.length === 0) return false;
  return !(Object.hasOwn(object, '@graph') && keys.every((key) => key === '@graph'));
}
