import { parse } from 'jsonc-parser';
import { readSource } from './source-file.js';
import type { NextConfig } from './next-config.js';
import { type PathPattern, pathPattern } from './path-patterns.js';
import type { NextSources } from './sources.js';
import { entryOf, textOf, type Value } from './values.js';

/** What answers requests before, beside or in place of the routes. */
export interface HostRouting {
  /** Whether a path inside the app may be rewritten or redirected. */
  readonly mayRoute: PathPattern;
  /** Why nothing can be said of any link; undefined if something can. */
  readonly reason: string | undefined;
}

/** Files by which hosts rewrite and redirect. Their sources are read, never their targets. */
const JSON_FILES = [
  'vercel.json',
  'now.json',
  'firebase.json',
  'serve.json',
  'staticwebapp.config.json',
  'public/staticwebapp.config.json',
];
const LINE_FILES = ['public/_redirects', '_redirects', 'netlify.toml'];
const MIDDLEWARE = /^(?:src\/)?(?:middleware|proxy)\.(?:[cm]?[jt]s|[jt]sx)$/;

/** A custom server comes before Next.js. https://nextjs.org/docs/pages/guides/custom-server */
const SERVER = /^server\.(?:[cm]?[jt]s)$/;
/** Have sources, too, and route nothing. */
const OTHER_KEYS: ReadonlySet<string> = new Set(['headers', 'functions', 'crons', 'builds']);
const SOURCE_KEYS: ReadonlySet<string> = new Set(['source', 'src', 'route', 'regex', 'glob']);

/**
 * Reads rewrites and redirects of `next.config`, of the middleware and of hosts. A source matches generously, since a
 * link that something may answer is not broken.
 */
export async function hostRouting(
  { files, read }: NextSources,
  { routed, output }: NextConfig,
): Promise<HostRouting> {
  if (routed === undefined)
    return nothingKnown('rewrites and redirects of the configuration are not literal');
  const patterns = [...routed];
  const server = [...files].sort().find((file) => SERVER.test(file));
  if (server !== undefined && output !== 'export') return nothingKnown(`${server} may answer any address`);
  const middleware = [...files].sort().find((file) => MIDDLEWARE.test(file));
  if (middleware !== undefined && output !== 'export') {
    const matchers = middlewareMatchers(middleware, await read(middleware));
    if (matchers === undefined) return nothingKnown(`${middleware} may answer any address`);
    patterns.push(...matchers.map(pathPattern));
  }
  for (const file of JSON_FILES) {
    if (files.has(file)) patterns.push(...jsonSources((await read(file)) ?? '').map(pathPattern));
  }
  for (const file of LINE_FILES) {
    if (files.has(file)) patterns.push(...lineSources((await read(file)) ?? '').map(pathPattern));
  }
  // Functions of hosts answer under /api.
  if ([...files].some((file) => /^(?:api|functions|netlify\/functions)\//.test(file))) {
    patterns.push(pathPattern('/api/*'), pathPattern('/.netlify/*'));
  }
  return { mayRoute: (path) => patterns.some((matches) => matches(path)), reason: undefined };
}

function nothingKnown(reason: string): HostRouting {
  return { mayRoute: () => true, reason };
}

/** `export const config = { matcher }`: a text, or a list of texts and of objects with `source`. */
function middlewareMatchers(file: string, text: string | undefined): string[] | undefined {
  const config = text === undefined ? undefined : readSource(file, text)?.exports.get('config')?.value;
  const matcher = config?.kind === 'object' ? entryOf(config, 'matcher') : undefined;
  if (matcher === undefined) return undefined;
  if (matcher.kind === 'array' && matcher.isOpen) return undefined;
  const sources = (matcher.kind === 'array' ? matcher.items : [matcher]).map(matcherSource);
  return sources.includes(undefined) ? undefined : sources.filter((source) => source !== undefined);
}

function matcherSource(value: Value): string | undefined {
  return value.kind === 'object' ? textOf(entryOf(value, 'source')) : textOf(value);
}

function jsonSources(text: string): string[] {
  const sources: string[] = [];
  let document: unknown;
  try {
    document = parse(text, [], { allowTrailingComma: true });
  } catch {
    // Nested beyond the stack.
    return ['/*'];
  }
  const pending: unknown[] = [document];
  for (const value of pending) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && SOURCE_KEYS.has(key)) sources.push(inner);
      if (!OTHER_KEYS.has(key)) pending.push(inner);
    }
  }
  return sources;
}

/** `/from /to 301` of `_redirects`, `from = "/old"` of netlify.toml. */
function lineSources(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const from = /^\s*from\s*=\s*["']([^"']*)/.exec(line)?.[1] ?? /^\s*((?:\/|https?:)\S*)/.exec(line)?.[1];
    return from === undefined ? [] : [from.replace(/^https?:\/\/[^/]*/, '')];
  });
}
