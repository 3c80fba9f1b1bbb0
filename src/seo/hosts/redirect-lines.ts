import type { HostProblem } from './host-rules.js';

export interface RedirectRule {
  /** A path, or an address with a host's name. */
  readonly from: string;
  /** undefined where the line has none, which Netlify fills in. */
  readonly to: string | undefined;
  /** NaN where it can't be read. */
  readonly status: number;
  /** Depends on what the files don't tell: query, country, language, role. */
  readonly isConditional: boolean;
}

const FILE = '_redirects';
const DEFAULT_STATUS = 301;

/**
 * A `_redirects` file: `from [query…] to [status[!]] [conditions…]` a line. Source:
 * docs.netlify.com/manage/routing/redirects, developers.cloudflare.com/pages/configuration/redirects
 */
export function readRedirectLines(text: string): { rules: RedirectRule[]; problems: HostProblem[] } {
  const rules: RedirectRule[] = [];
  const problems: HostProblem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const words = uncommented(line.split(/\s+/).filter((word) => word !== ''));
    const [from, ...others] = words;
    if (from === undefined) continue;
    const place = others.findIndex(isDestination);
    const statusPlace = place === -1 ? 0 : place + 1;
    const status = statusOf(others[statusPlace]);
    if (place === -1 && (others.length === 0 || Number.isNaN(status))) {
      problems.push({
        file: FILE,
        message: `Line ${index + 1}: no destination that begins with / or https://.`,
      });
      continue;
    }
    const isConditional = place > 0 || others.length > statusPlace + 1;
    rules.push({ from, to: others[place], status, isConditional });
  }
  return { rules, problems };
}

function uncommented(words: readonly string[]): readonly string[] {
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}

function isDestination(word: string): boolean {
  return word.startsWith('/') || /^https?:\/\//i.test(word);
}

function statusOf(word: string | undefined): number {
  if (word === undefined) return DEFAULT_STATUS;
  return /^\d{3}!?$/.test(word) ? Number.parseInt(word, 10) : Number.NaN;
}
