import { isUrl } from '../inputs/web-address.js';
import { distance } from 'fastest-levenshtein';
import type { Located } from './page/page-facts.js';
import { type RobotsPattern, matchedLength, normalizePercent, robotsPattern } from './robots-pattern.js';
import { type RobotsLine, robotsLines, trimBlank } from './robots-lines.js';

/** A robots.txt as Google's published parser reads it: github.com/google/robotstxt. */
export interface RobotsTxt {
  readonly groups: readonly RobotsGroup[];
  /** Addresses of `Sitemap:` lines, as written. */
  readonly sitemaps: readonly Located[];
  /** The first thousand. */
  readonly problems: readonly RobotsProblem[];
  /** Larger than 500 KiB: the rest is not read. */
  readonly isTooBig: boolean;
  /** Where the reading ended, in UTF-16 units of the decoded text. */
  readonly end: number;
}

export interface RobotsGroup {
  /** Product tokens in lower case, and `*`. */
  readonly agents: ReadonlySet<string>;
  readonly rules: readonly RobotsRule[];
}

/** `value` is the line as it reads: `Disallow: /private/`. */
export interface RobotsRule extends Located {
  readonly isAllow: boolean;
  readonly pattern: RobotsPattern;
}

/** `value` is the line. */
export interface RobotsProblem extends Located {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  /** A field that no crawler is known to read, and that resembles none: nothing is lost by it. */
  readonly isExtension: boolean;
}

/** RFC 9309, section 2.5: crawlers have to read at least as much; Google reads no more. */
export const MAX_ROBOTS_BYTES = 500 * 1024;

/** Nobody reads more, and a file of other content has one a line. */
const MAX_PROBLEMS = 1000;

/** Fields in use; RFC 9309, section 2.2.4 lets crawlers have their own. Names that Lighthouse allows, and `content-usage`. */
const OTHER_FIELDS: ReadonlySet<string> = new Set([
  'crawl-delay',
  'clean-param',
  'host',
  'request-rate',
  'visit-time',
  'noindex',
  'content-signal',
  'content-usage',
  'license',
]);

/** What Google's parser takes for a field: the name, or a frequent typo of it, at the beginning of what is written. */
const SPELLINGS = [
  ['user-agent', /^(?:user-agent|useragent|user agent)/],
  ['allow', /^allow/],
  ['disallow', /^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)/],
  ['sitemap', /^(?:sitemap|site-map)/],
] as const;

/** The text that offsets refer to: UTF-8 without its byte order mark (RFC 9309, section 2.3). */
export function decodeRobotsTxt(bytes: Buffer): string {
  return new TextDecoder().decode(bytes.subarray(0, MAX_ROBOTS_BYTES));
}

/** Reads any bytes: what is no rule becomes a problem. */
export function parseRobotsTxt(bytes: Buffer): RobotsTxt {
  const isTooBig = bytes.length > MAX_ROBOTS_BYTES;
  const text = decodeRobotsTxt(bytes);
  const foreign = foreignFormat(bytes, text);
  if (foreign !== undefined) {
    const problem = { offset: 0, line: 1, value: firstLine(text), message: foreign, isExtension: false };
    return { groups: [], sitemaps: [], problems: [problem], isTooBig, end: text.length };
  }
  const reader = new RobotsReader();
  // A line that the limit cuts in two means something else than was written.
  for (const line of robotsLines(text, isTooBig)) reader.read(line);
  return {
    groups: reader.groups,
    sitemaps: reader.sitemaps,
    problems: reader.problems,
    isTooBig,
    end: text.length,
  };
}

/**
 * What a crawler may do (RFC 9309, section 2.2): the groups of its own name together, else those of `*`; the longest
 * matching rule decides, and of two equally long ones the one that allows.
 *
 * @param agent a product token: `Googlebot`
 * @param pathAndQuery from the origin on, percent-encoded as in a request
 */
export function robotsDecision(
  robots: RobotsTxt,
  agent: string,
  pathAndQuery: string,
): { readonly allowed: boolean; readonly rule?: Located } {
  const [address = ''] = pathAndQuery.split('#', 1);
  const path = normalizePercent(address.startsWith('/') ? address : `/${address}`);
  if (path === '/robots.txt') return { allowed: true };
  let best: RobotsRule | undefined;
  let longest = 0;
  for (const { rules } of groupsOf(robots, agent)) {
    for (const rule of rules) {
      const length = matchedLength(rule.pattern, path);
      if (length < longest || length === 0) continue;
      if (length === longest && (best?.isAllow === true || !rule.isAllow)) continue;
      best = rule;
      longest = length;
    }
  }
  if (best === undefined) return { allowed: true };
  return { allowed: best.isAllow, rule: { offset: best.offset, value: best.value } };
}

/** The groups that a crawler obeys: those of its own name, else those of `*`. */
function groupsOf(robots: RobotsTxt, agent: string): readonly RobotsGroup[] {
  const token = agent.toLowerCase();
  const own = robots.groups.filter(({ agents }) => agents.has(token));
  return own.length > 0 ? own : robots.groups.filter(({ agents }) => agents.has('*'));
}

interface OpenGroup {
  readonly agents: Set<string>;
  readonly rules: RobotsRule[];
}

class RobotsReader {
  readonly groups: OpenGroup[] = [];
  readonly sitemaps: Located[] = [];
  readonly problems: RobotsProblem[] = [];

  read(line: RobotsLine): void {
    const { key, isColonMissing } = line;
    if (key === undefined || key === '') {
      this.#report(
        line,
        key === '' ? 'Nothing stands before the colon.' : 'A line without a colon, which crawlers skip.',
      );
      return;
    }
    const written = key.toLowerCase();
    const field = SPELLINGS.find(([, spelling]) => spelling.test(written))?.[0];
    if (field === undefined) {
      if (!OTHER_FIELDS.has(written))
        this.#report(line, `Crawlers know no field "${key}".`, !isMisspelt(written));
      return;
    }
    if (isColonMissing)
      this.#report(line, `The colon after "${key}" is missing; only Google understands that.`);
    else if (written !== field)
      this.#report(line, `"${key}" should read "${field}"; only Google understands that.`);
    if (field === 'user-agent') this.#takeAgent(line);
    else if (field === 'sitemap') this.#takeSitemap(line);
    else this.#takeRule(line, field === 'allow');
  }

  #takeAgent(line: RobotsLine): void {
    if (line.value === '') this.#report(line, 'The name of the crawler is missing.');
    let group = this.groups.at(-1);
    if (group === undefined || group.rules.length > 0) {
      group = { agents: new Set(), rules: [] };
      this.groups.push(group);
    }
    group.agents.add(productToken(line.value));
  }

  #takeSitemap(line: RobotsLine): void {
    if (!isFullAddress(line.value))
      this.#report(line, 'The address of a sitemap has to be complete: https://…');
    this.sitemaps.push({ offset: line.offset, value: line.value });
  }

  #takeRule(line: RobotsLine, isAllow: boolean): void {
    const { offset, value, text } = line;
    const group = this.groups.at(-1);
    const fault =
      group === undefined
        ? 'A rule before the first User-agent line, which crawlers skip.'
        : faultOfPath(value);
    if (fault !== undefined) this.#report(line, fault);
    group?.rules.push({ offset, value: text, isAllow, pattern: robotsPattern(value, isAllow) });
  }

  #report(line: RobotsLine, message: string, isExtension = false): void {
    if (this.problems.length === MAX_PROBLEMS) return;
    this.problems.push({ offset: line.offset, line: line.number, value: line.text, message, isExtension });
  }
}

/** Google's parser takes the name up to the first character that a product token cannot have, and `* …` for `*`. */
function productToken(value: string): string {
  return /^\*(?=[ \t]|$)|^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? '';
}

/** RFC 9309, section 2.2: a path is empty or begins with `/`, and holds no blanks; `*` may begin it in practice. */
function faultOfPath(value: string): string | undefined {
  if (/^https?:\/\//i.test(value)) return 'A rule takes the path alone, without the name of the site.';
  if (value !== '' && !/^[/*]/.test(value)) return 'A path begins with / or *.';
  if (/[ \t]/.test(value)) return 'A path holds no blanks: one path a line, and %20 for a blank.';
  const dollar = value.indexOf('$');
  if (dollar !== -1 && dollar < value.length - 1)
    return '$ means the end of the address only as the last character.';
  if (value.includes('\uFFFD')) return 'The path is not in UTF-8.';
  return undefined;
}

function isFullAddress(value: string): boolean {
  return isUrl(value) && ['http:', 'https:', 'ftp:'].includes(new URL(value).protocol);
}

/** An unknown name that is a known one but for its separators or a few letters is likely meant as that one. */
function isMisspelt(written: string): boolean {
  return [...SPELLINGS.map(([name]) => name), ...OTHER_FIELDS].some((name) => distance(written, name) <= 2);
}

/** What is no robots.txt at all deserves one problem, not one a line. */
function foreignFormat(bytes: Buffer, text: string): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return 'The file is saved as UTF-16; crawlers read UTF-8 only.';
  const isHtml = /^\s{0,1000}<(?:!doctype|html|\?xml|!--)/i.test(text);
  return isHtml ? 'The file holds a web page, in which crawlers find no rules.' : undefined;
}

function firstLine(text: string): string {
  return trimBlank(/^[^\r\n]{0,200}/.exec(text)?.[0] ?? '');
}
