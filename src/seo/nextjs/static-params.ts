import type { Project } from './project.js';
import type { Route } from './route.js';
import { entryOf, type ObjectValue, textOf, type Value } from './values.js';

/** More addresses than this are not multiplied out. */
const MAX_ADDRESSES = 10_000;

/**
 * The addresses of a dynamic route that a build writes, as decoded segments joined by slashes: known where every list
 * of parameters on the way is literal. https://nextjs.org/docs/app/api-reference/functions/generate-static-params
 *
 * @param files the route's file after the layouts above it, from the root down
 */
export function listedAddresses(
  route: Route,
  files: readonly string[],
  project: Project,
): ReadonlySet<string> | undefined {
  const combinations = route.router === 'app' ? combine(files, project) : staticPaths(route.file, project);
  const addresses = combinations?.map((parameters) => addressOf(route, parameters));
  if (addresses === undefined || addresses.includes(undefined)) return undefined;
  return new Set(addresses.filter((address) => address !== undefined));
}

/** Whether the file lists parameters, in whatever way, or can't be read. */
export function mayListParams(file: string, project: Project): boolean {
  const source = project.sources.get(file);
  return source === undefined || source.isOpen || source.exports.has('generateStaticParams');
}

type Parameters = ReadonlyMap<string, Value>;

/** Each layout's list is gone through for each set of parameters above it. */
function combine(files: readonly string[], project: Project): Parameters[] | undefined {
  let combinations: Parameters[] = [new Map()];
  let hasList = false;
  for (const file of files.filter((candidate) => mayListParams(candidate, project))) {
    const list = objectsIn(project.sources.get(file)?.exports.get('generateStaticParams')?.value);
    if (list === undefined || list.length * combinations.length > MAX_ADDRESSES) return undefined;
    combinations = combinations.flatMap((above) => list.map((own) => new Map([...above, ...own.entries])));
    hasList = true;
  }
  return hasList ? combinations : undefined;
}

function objectsIn(value: Value | undefined): ObjectValue[] | undefined {
  const list = value?.kind === 'function' ? value.returns : undefined;
  if (list?.kind !== 'array' || list.isOpen) return undefined;
  const objects = list.items.filter((item) => item.kind === 'object' && !item.isOpen);
  return objects.length === list.items.length ? objects.filter((item) => item.kind === 'object') : undefined;
}

/** `getStaticPaths` of the pages router, where it lists everything. */
function staticPaths(file: string, project: Project): Parameters[] | undefined {
  const value = project.sources.get(file)?.exports.get('getStaticPaths')?.value;
  const result = value?.kind === 'function' ? value.returns : undefined;
  if (result?.kind !== 'object') return undefined;
  const fallback = entryOf(result, 'fallback');
  const paths = entryOf(result, 'paths');
  if (fallback?.kind !== 'primitive' || fallback.value !== false) return undefined;
  if (paths?.kind !== 'array' || paths.isOpen) return undefined;
  const parameters = paths.items.map((item) =>
    item.kind === 'object' ? entryOf(item, 'params') : undefined,
  );
  const objects = parameters.filter((item) => item?.kind === 'object' && !item.isOpen);
  if (objects.length < parameters.length) return undefined;
  return objects.flatMap((item) => (item?.kind === 'object' ? [item.entries] : []));
}

function addressOf({ segments }: Route, parameters: Parameters): string | undefined {
  const texts: string[] = [];
  for (const segment of segments) {
    if (segment.kind === 'static') {
      texts.push(segment.text);
      continue;
    }
    const value = parameters.get(segment.name);
    if (segment.kind === 'one') {
      const text = textOf(value);
      if (text === undefined) return undefined;
      texts.push(decoded(text));
    } else if (value?.kind === 'array' && !value.isOpen) {
      for (const item of value.items) {
        const text = textOf(item);
        if (text === undefined) return undefined;
        texts.push(decoded(text));
      }
    } else if (value !== undefined || segment.kind === 'some') return undefined;
  }
  return texts.join('/');
}

/** Parameters may be given percent-encoded or not. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
