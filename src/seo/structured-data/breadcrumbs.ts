import type { Severity } from '../../contracts/index.js';
import type { Entity, JsonLdGraph } from './graph.js';
import { isJsonObject } from './json-objects.js';

/**
 * Each step needs a position, a name (its own or its item's) and an item; the last may do without an item.
 * https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbProblems(
  list: Entity,
  graph: JsonLdGraph,
): { readonly message: string; readonly severity: Severity }[] {
  const elements = list.properties.get('itemListElement') ?? [];
  if (elements.length === 0)
    return [{ message: 'BreadcrumbList without itemListElement', severity: 'warning' }];
  const steps = elements.filter(isJsonObject).map((element) => graph.entity(element));
  const last = lastOf(steps);
  const lacking = new Set<string>();
  for (const step of steps) {
    if (step.isReference) continue;
    const lacks = (property: string) => (step.properties.get(property) ?? []).length === 0;
    if (lacks('position')) lacking.add('position');
    if (lacks('name') && !isNamed(step, graph)) lacking.add('name');
    if (lacks('item') && !last.has(step)) lacking.add('item');
  }
  if (lacking.size > 0)
    return [
      {
        message: `ListItem without ${[...lacking].join(', without ')} in BreadcrumbList`,
        severity: 'warning',
      },
    ];
  // Google asks for two; a page right below the home page may have no more to say.
  return elements.length === 1 ? [{ message: 'BreadcrumbList with a single step', severity: 'info' }] : [];
}

function isNamed(step: Entity, graph: JsonLdGraph): boolean {
  const items = (step.properties.get('item') ?? []).filter(isJsonObject);
  return items.some((item) => (graph.entity(item).properties.get('name') ?? []).length > 0);
}

/** Last in the list, and last by position: writers mean either. */
function lastOf(steps: readonly Entity[]): ReadonlySet<Entity> {
  const positionOf = ({ properties }: Entity) => {
    const position = properties.get('position')?.[0];
    // An object of JSON may have a `toString` that is no function.
    return typeof position === 'string' || typeof position === 'number' ? Number(position) : Number.NaN;
  };
  let highest: Entity | undefined;
  for (const step of steps) {
    if (highest === undefined || positionOf(step) > positionOf(highest)) highest = step;
  }
  return new Set([highest, steps.at(-1)].filter((step) => step !== undefined));
}
