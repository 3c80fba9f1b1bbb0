import type { Expression } from '@babel/types';
import { type ModuleScope, scopeOf } from './module-scope.js';
import { parseSource } from './parse-source.js';
import { type PathPattern, pathPattern } from './path-patterns.js';
import { visitsOf } from './syntax-tree.js';
import { entryOf, isNothing, type ObjectValue, readValue, textOf, type Value } from './values.js';

/** What `next.config.*` says; undefined stands for what its source doesn't say literally. */
export interface NextConfig {
  /** '' or `/docs`. */
  readonly basePath: string | undefined;
  readonly trailingSlash: boolean | undefined;
  /** '' where it isn't set. */
  readonly output: string | undefined;
  /** Without dots. */
  readonly pageExtensions: readonly string[] | undefined;
  /** Locales of the pages router; empty without `i18n`. */
  readonly locales: readonly string[] | undefined;
  /** Sources of rewrites and redirects, as paths inside the app. */
  readonly routed: readonly PathPattern[] | undefined;
}

const FILES = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.mts', 'next.config.cjs'];
const DEFAULTS: NextConfig = {
  basePath: '',
  trailingSlash: false,
  output: '',
  pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
  locales: [],
  routed: [],
};
const UNKNOWN: NextConfig = {
  basePath: undefined,
  trailingSlash: undefined,
  output: undefined,
  pageExtensions: undefined,
  locales: undefined,
  routed: undefined,
};

/** The project's configuration file, if it has one. */
export function configFile(files: ReadonlySet<string>): string | undefined {
  return FILES.find((file) => files.has(file));
}

/** @param text source of the configuration; undefined if it could not be read */
export function readConfig(file: string | undefined, text: string | undefined): NextConfig {
  if (file === undefined) return DEFAULTS;
  const program = text === undefined ? undefined : parseSource(text, file);
  if (program === undefined) return UNKNOWN;
  const scope = scopeOf(program, visitsOf(program));
  const value = scope.defaultExport === undefined ? undefined : configValue(scope.defaultExport, scope);
  return value?.kind === 'object' ? configOf(value) : UNKNOWN;
}

/** The exported object: written out, named, returned by a function, or behind a wrapper that adds nothing here. */
function configValue(exported: Expression, scope: ModuleScope): Value {
  let expression = exported;
  for (let depth = 0; depth < 10 && expression.type === 'CallExpression'; depth += 1) {
    const [inner] = expression.arguments;
    if (!isHarmlessWrapper(expression.callee, scope) || inner === undefined) break;
    if (inner.type === 'SpreadElement' || inner.type === 'ArgumentPlaceholder') break;
    expression = inner;
  }
  const value = readValue(expression, scope.lookup);
  return value.kind === 'function' ? value.returns : value;
}

/** Both change how files are compiled, and neither routes nor addresses. */
const HARMLESS: ReadonlySet<string> = new Set(['@next/bundle-analyzer', '@next/mdx']);

/** `const withMDX = createMDX({ … })`, where createMDX comes from such a package. */
function isHarmlessWrapper(callee: Expression | { type: string }, scope: ModuleScope): boolean {
  if (!('name' in callee) || typeof callee.name !== 'string') return false;
  const made = scope.initialOf(callee.name);
  if (made?.type !== 'CallExpression') return false;
  const { callee: maker } = made;
  if (maker.type === 'Identifier') return HARMLESS.has(scope.bindings.get(maker.name)?.source ?? '');
  if (maker.type !== 'CallExpression' || maker.callee.type !== 'Identifier') return false;
  const [required] = maker.arguments;
  return (
    maker.callee.name === 'require' && required?.type === 'StringLiteral' && HARMLESS.has(required.value)
  );
}

function configOf(config: ObjectValue): NextConfig {
  const basePath = option(config, 'basePath', '', textOf);
  return {
    basePath,
    trailingSlash: option(config, 'trailingSlash', false, booleanOf),
    output: option(config, 'output', '', textOf),
    pageExtensions: option(config, 'pageExtensions', DEFAULTS.pageExtensions, textsOf),
    locales: option(config, 'i18n', [], (i18n) =>
      i18n.kind === 'object' ? textsOf(entryOf(i18n, 'locales')) : undefined,
    ),
    // With exportPathMap an export has whatever addresses that function says.
    routed: isNothing(entryOf(config, 'exportPathMap'))
      ? both(routedPaths(config, 'redirects', basePath), routedPaths(config, 'rewrites', basePath))
      : undefined,
  };
}

function option<T>(
  config: ObjectValue,
  key: string,
  fallback: T,
  read: (value: Value) => T | undefined,
): T | undefined {
  const value = entryOf(config, key);
  return value === undefined || isNothing(value) ? fallback : read(value);
}

function booleanOf(value: Value): boolean | undefined {
  return value.kind === 'primitive' && typeof value.value === 'boolean' ? value.value : undefined;
}

function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (value?.kind !== 'array' || value.isOpen) return undefined;
  const texts = value.items.map(textOf).filter((text) => text !== undefined);
  return texts.length === value.items.length ? texts : undefined;
}

function both<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined {
  return a === undefined || b === undefined ? undefined : [...a, ...b];
}

/** `redirects` gives a list; `rewrites` a list, or an object of three lists. */
function routedPaths(
  config: ObjectValue,
  key: 'redirects' | 'rewrites',
  basePath: string | undefined,
): readonly PathPattern[] | undefined {
  const value = entryOf(config, key);
  if (value === undefined || isNothing(value)) return [];
  if (value.kind !== 'function') return undefined;
  const { returns } = value;
  if (returns.kind === 'array') return sourcesIn(returns, basePath);
  if (returns.kind !== 'object' || returns.isOpen) return undefined;
  let patterns: readonly PathPattern[] | undefined = [];
  for (const list of returns.entries.values()) patterns = both(patterns, sourcesIn(list, basePath));
  return patterns;
}

function sourcesIn(list: Value, basePath: string | undefined): readonly PathPattern[] | undefined {
  if (list.kind !== 'array' || list.isOpen || basePath === undefined) return undefined;
  const patterns = list.items.map((item) => {
    const source = item.kind === 'object' ? textOf(entryOf(item, 'source')) : undefined;
    if (source === undefined || item.kind !== 'object') return undefined;
    // With `basePath: false` the source is the whole path, which the app sees without its own.
    const isWhole = !isNothing(entryOf(item, 'basePath'));
    return pathPattern(isWhole && source.startsWith(`${basePath}/`) ? source.slice(basePath.length) : source);
  });
  return patterns.includes(undefined) ? undefined : patterns.filter((pattern) => pattern !== undefined);
}
