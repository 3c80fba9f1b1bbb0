import type { Severity } from '../../contracts/index.js';
import { breadcrumbProblems } from './breadcrumbs.js';
import { type Entity, JsonLdGraph } from './graph.js';
import { contents, idOf, isJsonObject, objectsIn } from './json-objects.js';
import type { JsonLdScript } from './json-ld.js';
import { type Need, type Requirement, partRequirements, requirements } from './requirements.js';
import { applications, events, ratedTypes } from './schema-types.js';
import { topObjects } from './top-objects.js';

/** Something that keeps a thing from being shown as a rich result. */
export interface MissingProperties {
  /** Offset of the script that the thing stands in. */
  readonly offset: number;
  readonly message: string;
  /** The thing's name, where it has one. */
  readonly name: string | undefined;
  readonly severity: Severity;
}

/**
 * Looks at the things that a page is about: what stands for itself in a script, and what that says is its main entity,
 * video or breadcrumb. Things that are only mentioned (a publisher, a reviewed item, a variant) need not be complete.
 */
export function missingProperties(scripts: readonly JsonLdScript[]): MissingProperties[] {
  const valid = scripts.filter((script) => script.state === 'valid');
  const graph = new JsonLdGraph(valid.map(({ value }) => value));
  const mentioned = mentionedThings(
    valid.map(({ value }) => value),
    graph,
  );
  // Shared by all roots: each thing is looked at once, however many lead to it.
  const seen = new Set<Entity>();
  const found: MissingProperties[] = [];
  for (const { offset, value } of valid) {
    for (const { object, context } of topObjects(value)) {
      if (context !== 'schema.org' && context !== 'no-scheme') continue;
      const root = graph.entity(object);
      if (mentioned.has(root)) continue;
      for (const entity of withMainEntities(root, graph, seen)) {
        for (const problem of problemsOf(entity, graph)) {
          found.push({ offset, name: nameOf(entity), ...problem });
        }
      }
    }
  }
  return found;
}

const MAIN = ['mainEntity', 'video', 'breadcrumb'];

/** Things with an `@id` that another thing holds in any property but those. */
function mentionedThings(values: readonly unknown[], graph: JsonLdGraph): Set<Entity> {
  const things = new Set<Entity>();
  for (const object of objectsIn(values)) {
    for (const [property, value] of Object.entries(object)) {
      if (property.startsWith('@') || MAIN.includes(property)) continue;
      for (const one of contents(value)) {
        if (isJsonObject(one) && idOf(one) !== undefined) things.add(graph.entity(one));
      }
    }
  }
  return things;
}

function* withMainEntities(root: Entity, graph: JsonLdGraph, seen: Set<Entity>): Iterable<Entity> {
  const rest = [root];
  for (let entity = rest.pop(); entity !== undefined; entity = rest.pop()) {
    if (seen.has(entity)) continue;
    seen.add(entity);
    yield entity;
    for (const property of MAIN) for (const part of parts(entity, property, graph)) rest.push(part);
  }
}

function parts(entity: Entity, property: string, graph: JsonLdGraph): Entity[] {
  return (entity.properties.get(property) ?? []).filter(isJsonObject).map((part) => graph.entity(part));
}

type Problem = Pick<MissingProperties, 'message' | 'severity'>;

function problemsOf(entity: Entity, graph: JsonLdGraph): Problem[] {
  if (entity.isReference) return [];
  return [
    ...ownProblem(entity, graph),
    ...(isOneOf(entity, ratedTypes) ? partProblems(entity, graph) : []),
    ...(entity.types.includes('BreadcrumbList') ? breadcrumbProblems(entity, graph) : []),
  ];
}

/** A thing of several types may be shown for any of them. */
function ownProblem(entity: Entity, graph: JsonLdGraph): Problem[] {
  const rows = requirements.filter(({ types }) => isOneOf(entity, types));
  const lacking = rows.map((row) => ({ row, lacks: lacks(entity, row, graph) }));
  const [first] = lacking;
  if (first === undefined || lacking.some(({ lacks }) => lacks.length === 0)) return [];
  const { row, lacks: missing } = first;
  const type = entity.types.find((one) => row.types.includes(one)) ?? '';
  return [{ message: sentence(type, missing), severity: severityOf(entity, missing) }];
}

/**
 * Nobody can be told to invent ratings, and an event on the web has no address: such things may be right as they are, and
 * are merely not shown in that way.
 */
function severityOf(entity: Entity, missing: readonly Need[]): Severity {
  const isUnrated = missing.some((need) => need.includes('aggregateRating'));
  if (isOneOf(entity, applications) && isUnrated) return 'info';
  const mode = entity.properties.get('eventAttendanceMode')?.[0];
  const isOnline = typeof mode === 'string' && mode.includes('OnlineEventAttendanceMode');
  return isOneOf(entity, events) && isOnline ? 'info' : 'warning';
}

function partProblems(entity: Entity, graph: JsonLdGraph): Problem[] {
  return partRequirements.flatMap((row) => {
    // Google asks for prices of products and applications only; for those the type's own row does.
    if (row.property === 'offers' && !entity.types.includes('Product')) return [];
    return parts(entity, row.property, graph)
      .filter((part) => !part.isReference && isOneOf(part, row.types))
      .map((part) => lacks(part, row, graph))
      .filter(({ length }) => length > 0)
      .map((missing): Problem => {
        const owner = entity.types.find((type) => ratedTypes.includes(type)) ?? '';
        return { message: `${sentence(row.types[0] ?? '', missing)} in ${owner}`, severity: 'warning' };
      });
  });
}

function isOneOf(entity: Entity, types: readonly string[]): boolean {
  return entity.types.some((type) => types.includes(type));
}

function lacks(entity: Entity, { needs }: Requirement, graph: JsonLdGraph): Need[] {
  return needs.filter((need) => {
    const paths = typeof need === 'string' ? [need] : need;
    return !paths.some((path) => has(entity, path, graph));
  });
}

/** Things are shared by reference; what was found of one is kept, so that the work stays linear. */
const answers = new WeakMap<Entity, Map<string, boolean>>();

function has(entity: Entity, path: string, graph: JsonLdGraph): boolean {
  const known = answers.get(entity) ?? new Map<string, boolean>();
  answers.set(entity, known);
  const answer = known.get(path) ?? find(entity, path, graph);
  known.set(path, answer);
  return answer;
}

/** What is no object, or described elsewhere, is taken to hold all that is asked of it. */
function find(entity: Entity, path: string, graph: JsonLdGraph): boolean {
  const [property = '', ...rest] = path.split('.');
  const values = entity.properties.get(property) ?? [];
  if (rest.length === 0) return values.length > 0;
  return values.some((value) => {
    if (!isJsonObject(value)) return true;
    const part = graph.entity(value);
    // VirtualLocation stands for an event on the web.
    return part.isReference || part.types.includes('VirtualLocation') || has(part, rest.join('.'), graph);
  });
}

/** `Product without name and without offers, review or aggregateRating`. */
function sentence(type: string, missing: readonly Need[]): string {
  const parts = missing.map((need) => (typeof need === 'string' ? need : oneOf(need)));
  return `${type} without ${parts.join(', without ')}`;
}

/** Accepted, not recommended. */
const UNSAID: ReadonlySet<string> = new Set([
  ...['reviews', 'isVariantOf', 'thumbnail', 'priceSpecification.minPrice', 'jobLocation.additionalProperty'],
  ...['offers.priceSpecification.price', 'offers.lowPrice', 'location.address'],
]);

function oneOf(need: readonly string[]): string {
  const said = need.filter((path, index) => index === 0 || !UNSAID.has(path));
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} or ${said.at(-1) ?? ''}`;
}

function nameOf({ properties }: Entity): string | undefined {
  const name = properties.get('name')?.[0] ?? properties.get('title')?.[0];
  return typeof name === 'string' ? name : undefined;
}
