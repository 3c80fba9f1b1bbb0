import type { HostRules, RobotsTagRule } from './host-rules.js';
import { parseJsonObject, recordsIn, textIn } from './json.js';
import {
  type PathPattern,
  componentPattern,
  conditional,
  globPattern,
  prefixPattern,
} from './path-pattern.js';

export const VERCEL_FILE = 'vercel.json';

/**
 * Source: vercel.com/docs/project-configuration
 *
 * @throws SyntaxError for what is no JSON object
 */
export function vercelRules(text: string): HostRules {
  const config = parseJsonObject(text);
  const output = textIn(config['outputDirectory']);
  const isOfOtherFolder = output !== undefined && !/^\.?\/?$/.test(output);
  const tags = [...recordsIn(config['headers']), ...recordsIn(config['routes'])].flatMap((rule) =>
    robotsTagRules(rule, isOfOtherFolder),
  );
  const answered = [
    ...[...recordsIn(config['redirects']), ...recordsIn(config['rewrites'])].flatMap(
      (rule) => patternOf(rule) ?? [],
    ),
    ...recordsIn(config['routes'])
      .filter(isAnswer)
      .flatMap((rule) => patternOf(rule) ?? []),
    // Redirects in a file of their own are not read.
    ...(config['bulkRedirectsPath'] === undefined ? [] : [prefixPattern('/')]),
  ];
  return { robotsTags: tags, isFirstOnly: false, answered, destination: () => undefined };
}

type Rule = Readonly<Record<string, unknown>>;

function robotsTagRules(rule: Rule, isOfOtherFolder: boolean): RobotsTagRule[] {
  const pattern = patternOf(rule);
  if (pattern === undefined) return [];
  const listed = recordsIn(rule['headers']).map(({ key, value }): [unknown, unknown] => [key, value]);
  const [named = {}] = recordsIn([rule['headers']]);
  return [...listed, ...Object.entries(named)].flatMap(([key, value]) =>
    typeof key === 'string' && typeof value === 'string' && /^x-robots-tag$/i.test(key)
      ? [{ pattern: isOfOtherFolder ? conditional(pattern) : pattern, value }]
      : [],
  );
}

/** A route that sends the request elsewhere, not one that only adds headers. */
function isAnswer({ dest, destination, status, statusCode }: Rule): boolean {
  const code = typeof status === 'number' ? status : statusCode;
  if (typeof code === 'number') return code < 400;
  return dest !== undefined || destination !== undefined;
}

function patternOf(rule: Rule): PathPattern | undefined {
  const source = textIn(rule['source']);
  const expression = textIn(rule['src']);
  const pattern = source === undefined ? expression && routePattern(expression) : sourcePattern(source);
  if (!pattern) return undefined;
  const isConditional =
    rule['has'] !== undefined || rule['missing'] !== undefined || rule['methods'] !== undefined;
  return isConditional ? conditional(pattern) : pattern;
}

/** Regular expressions of `routes` are not run: they could take any time. The most frequent one is known by heart. */
function routePattern(expression: string): PathPattern {
  if (/^\^?\/(?:\(\.\*\)|\.\*)\$?$/.test(expression)) return globPattern('/*');
  const text = expression.replace(/^\^/, '');
  const special = text.search(/[\\.*+?()[\]{}|^$]/);
  if (special === -1) return globPattern(text);
  // What a quantifier follows may be absent, and an alternative may begin in any way.
  return prefixPattern(text.includes('|') ? '' : text.slice(0, Math.max(special - 1, 0)));
}

/** As path-to-regexp 6 reads it, strict and case-sensitive; what is not one of the usual forms is known by its beginning. */
function sourcePattern(source: string): PathPattern {
  const plain = source.replaceAll('(.*)', '*');
  if (!/[:(){}\\+?]/.test(plain) && !source.replaceAll('(.*)', '').includes('*')) return globPattern(plain);
  const components = source.split('/').slice(1);
  const last = components.at(-1) ?? '';
  const rest = /^(?::\w+)?(\(\.\*\))$|^:\w+([*+])$/.exec(last);
  const fixed = rest === null ? components : components.slice(0, -1);
  if (!source.startsWith('/') || !fixed.every((component) => /^(?::\w+|[^:(){}\\*+?]*)$/.test(component))) {
    return prefixPattern(source.slice(0, source.search(/[:(){}\\*+?]/)).replace(/[/.]$/, ''));
  }
  const wanted = fixed.map((component) => (component.startsWith(':') ? undefined : component));
  if (rest === null) return componentPattern(wanted);
  if (rest[1] !== undefined) return componentPattern(wanted, 'anything', 1);
  const whole = componentPattern(wanted, 'components', rest[2] === '+' ? 1 : 0);
  // Whether `/docs/:path*` takes in `/docs/` depends on what the host makes of the slash.
  const folder = conditional(whole);
  return {
    matches: (path) => (path.endsWith('/') ? folder.matches(path.slice(0, -1)) : whole.matches(path)),
  };
}
