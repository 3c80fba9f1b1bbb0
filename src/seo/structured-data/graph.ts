import { type JsonObject, contents, idOf, objectsIn, schemaName, typesOf } from './json-objects.js';

/** One thing: all that the page's scripts say of it. */
export interface Entity {
  readonly types: readonly string[];
  /** By name without prefix; keywords of JSON-LD left out. */
  readonly properties: ReadonlyMap<string, readonly unknown[]>;
  /** It has an `@id` and nothing that describes it on this page: whatever may be missing is said elsewhere. */
  readonly isReference: boolean;
  readonly id: string | undefined;
}

/** The things of a page. Objects with one `@id` describe one thing together, in any script of the page. */
export class JsonLdGraph {
  readonly #relativeIds: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<string, Entity>;
  readonly #anonymous = new WeakMap<JsonObject, Entity>();

  constructor(values: readonly unknown[]) {
    const withId: { readonly object: JsonObject; readonly id: string }[] = [];
    for (const object of objectsIn(values)) {
      const id = idOf(object);
      if (id !== undefined) withId.push({ object, id });
    }
    this.#relativeIds = new Set(withId.map(({ id }) => id).filter((id) => id.startsWith('#')));
    const objects = new Map<string, JsonObject[]>();
    for (const { object, id } of withId) {
      const key = this.#key(id);
      const same = objects.get(key);
      if (same === undefined) objects.set(key, [object]);
      else same.push(object);
    }
    this.#byId = new Map([...objects].map(([id, same]) => [id, entityOf(same, id)]));
  }

  entity(object: JsonObject): Entity {
    const id = idOf(object);
    const named = id === undefined ? undefined : this.#byId.get(this.#key(id));
    if (named !== undefined) return named;
    const entity = this.#anonymous.get(object) ?? entityOf([object], undefined);
    this.#anonymous.set(object, entity);
    return entity;
  }

  /** The page's own address is not known here: `#a` and `https://example.com/page#a` are taken for one. */
  #key(id: string): string {
    const hash = id.indexOf('#');
    const fragment = hash === -1 ? '' : id.slice(hash);
    return this.#relativeIds.has(fragment) ? fragment : id;
  }
}

/** Nobody names more; and each is compared with many. */
const MAX_TYPES = 20;

function entityOf(objects: readonly JsonObject[], id: string | undefined): Entity {
  const types = new Set<string>();
  const properties = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const type of typesOf(object)) types.add(type);
    for (const [key, value] of Object.entries(object)) {
      if (key.startsWith('@') || key === 'id' || key === 'type') continue;
      const name = schemaName(key);
      const values = properties.get(name) ?? [];
      properties.set(name, values);
      for (const one of contents(value)) values.push(one);
    }
  }
  const isBlank = [...properties.values()].every(({ length }) => length === 0);
  return { types: [...types].slice(0, MAX_TYPES), properties, isReference: id !== undefined && isBlank, id };
}
