/** A segment of a route's address: literal text, or a parameter for one, some, or any number of segments. */
export type RouteSegment =
  | { readonly kind: 'static'; readonly text: string }
  | { readonly kind: 'one' | 'some' | 'any'; readonly name: string };

/** What a folder of `app/` is to the address. https://nextjs.org/docs/app/getting-started/project-structure */
export type Folder =
  | RouteSegment
  | { readonly kind: 'group' | 'private' }
  | { readonly kind: 'slot'; readonly name: string }
  /** `(.)x`, `(..)x`, `(..)(..)x`, `(...)x`: how many folders up, or from the root, and what it intercepts there. */
  | { readonly kind: 'intercept'; readonly up: number | 'root'; readonly segment: RouteSegment };

/** Reads the name of a folder under `app/`. */
export function folderOf(name: string): Folder {
  const intercept = /^(\(\.\.\.\)|\(\.\)|(?:\(\.\.\))+)(.+)$/.exec(name);
  const [, marker, intercepted] = intercept ?? [];
  if (marker !== undefined && intercepted !== undefined) {
    const up = marker === '(...)' ? 'root' : marker === '(.)' ? 0 : marker.length / '(..)'.length;
    return { kind: 'intercept', up, segment: segmentOf(intercepted) };
  }
  if (name.startsWith('(') && name.endsWith(')')) return { kind: 'group' };
  if (name.startsWith('_')) return { kind: 'private' };
  if (name.startsWith('@')) return { kind: 'slot', name: name.slice(1) };
  return segmentOf(name);
}

/** Reads `about`, `[slug]`, `[...path]` and `[[...path]]`; `%5Fx` is how a folder spells `_x`. */
export function segmentOf(name: string): RouteSegment {
  const any = /^\[\[\.\.\.([^\]]+)\]\]$/.exec(name)?.[1];
  if (any !== undefined) return { kind: 'any', name: any };
  const some = /^\[\.\.\.([^\]]+)\]$/.exec(name)?.[1];
  if (some !== undefined) return { kind: 'some', name: some };
  const one = /^\[([^\]]+)\]$/.exec(name)?.[1];
  if (one !== undefined) return { kind: 'one', name: one };
  return { kind: 'static', text: name.replace(/^%5F/i, '_') };
}

/** Whether the decoded segments of an address belong to a route; parameters match any text. */
export function matchesRoute(route: readonly RouteSegment[], path: readonly string[]): boolean {
  for (const [index, segment] of route.entries()) {
    if (segment.kind === 'any') return true;
    if (segment.kind === 'some') return path.length > index;
    const text = path[index];
    if (text === undefined || (segment.kind === 'static' && segment.text !== text)) return false;
  }
  return route.length === path.length;
}

/** `/blog/[slug]`, as the folders spell it. */
export function routePath(segments: readonly RouteSegment[]): string {
  return `/${segments.map(spell).join('/')}`;
}

function spell(segment: RouteSegment): string {
  switch (segment.kind) {
    case 'static':
      return segment.text;
    case 'one':
      return `[${segment.name}]`;
    case 'some':
      return `[...${segment.name}]`;
    case 'any':
      return `[[...${segment.name}]]`;
  }
}
