import type { HostRules } from './host-rules.js';
import { parseJsonObject, recordsIn, textIn } from './json.js';
import { type PathPattern, conditional, globPattern } from './path-pattern.js';

export const AZURE_FILE = 'staticwebapp.config.json';

interface Route {
  readonly pattern: PathPattern;
  readonly robotsTag: string | undefined;
  readonly isAnswer: boolean;
}

/**
 * Azure Static Web Apps. Source: learn.microsoft.com/azure/static-web-apps/configuration
 *
 * @throws SyntaxError for what is no JSON object
 */
export function azureRules(text: string): HostRules {
  const config = parseJsonObject(text);
  const [globalHeaders = {}] = recordsIn([config['globalHeaders']]);
  const everywhere = robotsTagIn(globalHeaders) ?? '';
  const routes = recordsIn(config['routes']).flatMap(readRoute);
  return {
    // A route without the header of its own gets the global one.
    robotsTags: [
      ...routes.map(({ pattern, robotsTag = everywhere }) => ({ pattern, value: robotsTag })),
      { pattern: globPattern('*'), value: everywhere },
    ],
    isFirstOnly: true,
    destination: () => undefined,
    answered: [
      ...routes.filter(({ isAnswer }) => isAnswer).map(({ pattern }) => pattern),
      ...fallback(config['navigationFallback']),
      ...(answersMissing(config['responseOverrides']) ? [globPattern('/*')] : []),
    ],
  };
}

function readRoute(rule: Readonly<Record<string, unknown>>): Route[] {
  const route = textIn(rule['route']);
  if (route === undefined) return [];
  const { methods, redirect, rewrite, statusCode } = rule;
  if (Array.isArray(methods) && !methods.includes('GET')) return [];
  const [headers = {}] = recordsIn([rule['headers']]);
  const isError = typeof statusCode === 'number' && statusCode >= 400;
  const isAnswer = !isError && (redirect !== undefined || rewrite !== undefined);
  return [{ pattern: azurePattern(route), robotsTag: robotsTagIn(headers), isAnswer }];
}

/** Everything that no file answers is answered with the fallback, but for what is excluded. */
function fallback(value: unknown): PathPattern[] {
  const [options] = recordsIn([value]);
  if (options === undefined || textIn(options['rewrite']) === undefined) return [];
  const { exclude } = options;
  const excluded = (Array.isArray(exclude) ? exclude : []).flatMap((glob) =>
    typeof glob === 'string' ? [azurePattern(glob)] : [],
  );
  const isExcluded = (path: string) => excluded.some(({ matches }) => matches(path) === 'yes');
  return [{ matches: (path) => (isExcluded(path) || isExcluded(path.replace(/\/$/, '')) ? 'no' : 'yes') }];
}

/** A response of its own for 404 that is a redirect, or a page with another status. */
function answersMissing(value: unknown): boolean {
  const [overrides = {}] = recordsIn([value]);
  const [missing] = recordsIn([overrides['404']]);
  if (missing === undefined) return false;
  const { redirect, statusCode } = missing;
  return redirect !== undefined || (typeof statusCode === 'number' && statusCode < 400);
}

/** `*` at the end, or before an extension, of which braces hold several: `/images/*.{png,jpg}`. */
function azurePattern(route: string): PathPattern {
  const braces = /^([^{}]*)\{([^{}]*)\}$/.exec(route);
  const globs =
    braces === null
      ? [route]
      : (braces[2] ?? '').split(',').map((extension) => (braces[1] ?? '') + extension.trim());
  // The route of an index file is that of its folder, too.
  const folder = /^(.*)\/index\.html$/s.exec(route)?.[1];
  const [first = globPattern(route), ...others] = [
    ...globs,
    ...(folder === undefined ? [] : [folder, `${folder}/`]),
  ].map(globPattern);
  if (/[{}]/.test(route) && braces === null) return conditional(globPattern('/*'));
  if (others.length === 0) return first;
  return {
    matches: (path) => ([first, ...others].some(({ matches }) => matches(path) === 'yes') ? 'yes' : 'no'),
  };
}

function robotsTagIn(headers: Readonly<Record<string, unknown>>): string | undefined {
  return textIn(Object.entries(headers).find(([name]) => /^x-robots-tag$/i.test(name))?.[1]);
}
