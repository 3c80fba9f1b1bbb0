import { parse as parseToml } from 'smol-toml';
import type { HeaderBlock } from './header-lines.js';
import type { HostRules, RobotsTagRule } from './host-rules.js';
import { recordsIn, textIn } from './json.js';
import {
  type PathPattern,
  type Verdict,
  componentPattern,
  conditional,
  globPattern,
  prefixPattern,
} from './path-pattern.js';
import type { RedirectRule } from './redirect-lines.js';

export const NETLIFY_FILE = 'netlify.toml';

/** What `netlify.toml` says; the same as `_headers` and `_redirects`, in other words. */
export interface NetlifyConfig {
  readonly blocks: readonly HeaderBlock[];
  readonly rules: readonly RedirectRule[];
  /** It publishes another folder than the one it lies in, to which its paths belong. */
  readonly isOfOtherFolder: boolean;
}

/**
 * Source: docs.netlify.com/build/configure-builds/file-based-configuration
 *
 * @throws TomlError for what is no TOML
 */
export function readNetlifyToml(text: string): NetlifyConfig {
  const config = parseToml(text);
  const [build] = recordsIn([config['build']]);
  const publish = build === undefined ? undefined : textIn(build['publish']);
  return {
    blocks: recordsIn(config['headers']).flatMap(({ for: path, values }) => {
      const [headers] = recordsIn([values]);
      return typeof path === 'string' ? [{ path, robotsTag: robotsTagOf(headers ?? {}) }] : [];
    }),
    rules: recordsIn(config['redirects']).flatMap(({ from, to, status, query, conditions }) => {
      if (typeof from !== 'string') return [];
      const isConditional = [query, conditions].some((condition) => condition !== undefined);
      return [{ from, to: textIn(to), status: typeof status === 'number' ? status : 301, isConditional }];
    }),
    isOfOtherFolder: publish !== undefined && !/^\.?\/?$/.test(publish),
  };
}

export function netlifyRules(
  blocks: readonly HeaderBlock[],
  redirects: readonly RedirectRule[],
  isOfOtherFolder = false,
): HostRules {
  const tags = blocks.flatMap(({ path, robotsTag }): RobotsTagRule[] => {
    if (robotsTag === undefined) return [];
    const pattern = ofAnyHost(path, netlifyPattern);
    return [{ pattern: isOfOtherFolder ? conditional(pattern) : pattern, value: robotsTag }];
  });
  return { robotsTags: tags, isFirstOnly: false, ...answers(redirects) };
}

/** Redirects and rewrites; a status of 400 and more answers a request, but not with what was asked for. */
function answers(redirects: readonly RedirectRule[]): Pick<HostRules, 'answered' | 'destination'> {
  const rules = redirects
    .filter((rule) => !(rule.status >= 400) && !isMoveOfHost(rule))
    .map(({ from, to, isConditional }) => {
      const pattern = ofAnyHost(from, netlifyPattern);
      return { to, pattern: isConditional ? conditional(pattern) : pattern };
    });
  return {
    answered: rules.map(({ pattern }) => pattern),
    // The first rule that may match is the one that counts.
    destination: (path) => {
      const rule = rules.find(({ pattern }) => pattern.matches(path) !== 'no');
      const isCertain = rule?.pattern.literal !== undefined && rule.pattern.matches(path) === 'yes';
      return isCertain && !/\/:[a-z]|\*/i.test(rule.to ?? '') ? rule.to : undefined;
    },
  };
}

/** `http://example.com/* https://www.example.com/:splat`: the same paths are asked for again at the other host. */
function isMoveOfHost({ from, to }: RedirectRule): boolean {
  return /^https?:\/\/[^/]*\/\*$/i.test(from) && /^https?:\/\/[^/]*\/:splat$/i.test(to ?? '');
}

/** Which host a rule with a host's name is for is not known: it may be a preview, or the site. */
export function ofAnyHost(path: string, patternOf: (path: string) => PathPattern): PathPattern {
  const [, host, rest = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/]*)?(.*)/is.exec(path) ?? [];
  return host === undefined ? patternOf(path) : conditional(patternOf(rest === '' ? '/' : rest));
}

/**
 * `:name` is one component, `*` at the end any rest, none included; a slash at the end does not count. The parser
 * that Netlify publishes compares without regard to letter case, its documentation says otherwise.
 */
function netlifyPattern(path: string): PathPattern {
  const components = withoutEmpty(path);
  const isOpen = components.at(-1) === '*';
  const fixed = isOpen ? components.slice(0, -1) : components;
  if (fixed.some((component) => /\*|.:[a-z]/i.test(component))) return netlifyGlob(path);
  const rest = isOpen ? 'anything' : 'nothing';
  const exact = componentPattern(fixed.map(placeholderOr), rest);
  const folded = componentPattern(
    fixed.map((component) => placeholderOr(component.toLowerCase())),
    rest,
  );
  const matches = (asked: string): Verdict => {
    const plain = asked.length > 1 && asked.endsWith('/') ? asked.slice(0, -1) : asked;
    if (exact.matches(plain) === 'yes' || (fixed.length === 0 && plain === '/')) return 'yes';
    return folded.matches(plain.toLowerCase()) === 'no' ? 'no' : 'unknown';
  };
  return exact.literal === undefined ? { matches } : { matches, literal: exact.literal };
}

/** `*` within is documented for the end only, and read as anything; `post-:id` is a placeholder to Cloudflare only. */
function netlifyGlob(path: string): PathPattern {
  const glob = globPattern(path);
  const prefix = prefixPattern(path.slice(0, path.search(/[*:]/)));
  if (path.includes(':')) return prefix;
  return { matches: (asked) => (glob.matches(asked) === 'yes' ? 'yes' : prefix.matches(asked)) };
}

function placeholderOr(component: string): string | undefined {
  return component.startsWith(':') ? undefined : component;
}

function withoutEmpty(path: string): string[] {
  return path.split('/').filter((component) => component !== '');
}

function robotsTagOf(headers: Readonly<Record<string, unknown>>): string | undefined {
  const entry = Object.entries(headers).find(([name]) => /^x-robots-tag$/i.test(name.trim()));
  if (entry === undefined) return undefined;
  const values: unknown[] = Array.isArray(entry[1]) ? entry[1] : [entry[1]];
  return values.filter((value) => typeof value === 'string').join(', ');
}
