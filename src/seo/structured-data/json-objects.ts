export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Every object in a JSON value, at any depth, in the order of the document, but for contexts, which describe words.
 * Keeps its own stack.
 */
export function* objectsIn(value: unknown): Iterable<JsonObject> {
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (Array.isArray(next)) pushReversed(rest, next);
    if (!isJsonObject(next)) continue;
    yield next;
    const parts = Object.entries(next).filter(([key]) => key !== '@context');
    pushReversed(
      rest,
      parts.map(([, part]) => part),
    );
  }
}

/**
 * What a property holds, one by one: lists are taken apart, values unwrapped (`@value`, `@list`, `@set`), and what is
 * blank left out, since it says nothing.
 */
export function contents(value: unknown): unknown[] {
  const found: unknown[] = [];
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (Array.isArray(next)) pushReversed(rest, next);
    else if (isJsonObject(next)) {
      const wrapped = ['@value', '@list', '@set'].find((key) => Object.hasOwn(next, key));
      if (wrapped !== undefined) rest.push(next[wrapped]);
      else if (Object.keys(next).length > 0) found.push(next);
    } else if (typeof next === 'string' ? next.trim() !== '' : next !== null && next !== undefined) {
      found.push(next);
    }
  }
  return found;
}

/** A spread would exhaust the stack with long lists. */
function pushReversed(stack: unknown[], values: readonly unknown[]): void {
  for (let index = values.length - 1; index >= 0; index -= 1) stack.push(values[index]);
}

/** The name of a type or property: `Product`, `schema:Product` and `https://schema.org/Product` are one. */
export function schemaName(name: string): string {
  return name.trim().replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, '');
}

/** schema.org's own context makes `type` another name of `@type`, and `id` one of `@id`. */
export function typesOf(object: JsonObject): string[] {
  const written = Object.hasOwn(object, '@type') ? object['@type'] : object['type'];
  return contents(written)
    .filter((type) => typeof type === 'string')
    .map(schemaName);
}

export function idOf(object: JsonObject): string | undefined {
  const id = object['@id'] ?? object['id'];
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : undefined;
}
