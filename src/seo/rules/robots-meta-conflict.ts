import type { Meta, PageFacts } from '../page/page-facts.js';
import { robotsDirectives } from '../robots-directives.js';
import type { Mark, PageRule } from './rule.js';

export const robotsMetaConflict: PageRule = {
  id: 'robots-meta-conflict',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Robots metas that contradict themselves',
  meaning:
    'The robots metas of these pages say two things at once, hold directives that no search engine knows, or are several.',
  why: 'Google obeys the most restrictive directive and skips unknown ones, so a page may be hidden, or shown, against what was meant. Several metas that agree do no harm.',
  fix: 'Keep one robots meta a page, with known directives parted by commas.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag',
  *check(page) {
    const general = directivesOf(page, 'robots');
    const forGoogle = directivesOf(page, 'googlebot');
    yield* contradictions(general, general);
    yield* contradictions(forGoogle, forGoogle);
    // `index` for all and `noindex` for Google is a choice; the reverse is not heard, for Google adds both up.
    yield* contradictions(forGoogle, general);
    yield* unknownDirectives([...general, ...forGoogle]);
    yield* repetitions(page);
  },
};

interface Directive {
  readonly offset: number;
  readonly name: string;
  /** What follows the colon; '' without one. */
  readonly argument: string;
}

/** What each permission is contradicted by. */
const OPPOSITES: ReadonlyMap<string, readonly string[]> = new Map([
  ['index', ['noindex', 'none']],
  ['follow', ['nofollow', 'none']],
  ['all', ['none', 'noindex', 'nofollow']],
  ['archive', ['noarchive']],
  ['snippet', ['nosnippet']],
]);

/** Of Google and Bing, and those that were theirs or are of others: obsolete ones do nothing, and are no mistake. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['all', 'index', 'follow', 'none', 'noindex', 'nofollow', 'archive', 'noarchive', 'cache', 'nocache'],
  ...['snippet', 'nosnippet', 'indexifembedded', 'translate', 'notranslate', 'imageindex', 'noimageindex'],
  ...['nositelinkssearchbox', 'odp', 'noodp', 'ydir', 'noydir', 'noyaca', 'nopreview', 'noimageclick'],
  ...['noai', 'noimageai'],
]);
const KNOWN_WITH_ARGUMENT: ReadonlySet<string> = new Set([
  ...['max-snippet', 'max-image-preview', 'max-video-preview', 'unavailable_after'],
]);

function robotsMetas(page: PageFacts, name: string): Meta[] {
  return page.metas.filter(
    ({ attribute, key, content }) => attribute === 'name' && key === name && content !== '',
  );
}

function directivesOf(page: PageFacts, name: string): Directive[] {
  return robotsMetas(page, name).flatMap(({ offset, content }) => {
    const found: Directive[] = [];
    for (const text of robotsDirectives(content)) {
      const [before = '', ...after] = text.split(':');
      const directive = { offset, name: before.trim(), argument: after.join(':').trim() };
      // The date of unavailable_after may hold commas.
      if (found.at(-1)?.name !== 'unavailable_after' || isKnown(directive)) found.push(directive);
    }
    return found;
  });
}

function* contradictions(permissions: readonly Directive[], bans: readonly Directive[]): Iterable<Mark> {
  const said = new Set<string>();
  for (const { name, offset } of permissions) {
    const opposites = OPPOSITES.get(name);
    // Each name is looked for once: pages may repeat one thousands of times.
    if (opposites === undefined || said.has(name)) continue;
    said.add(name);
    const ban = bans.find((other) => opposites.includes(other.name));
    if (ban === undefined) continue;
    yield {
      offset: Math.max(offset, ban.offset),
      message: `Google obeys ${ban.name}`,
      value: `${name}, ${ban.name}`,
    };
  }
}

function* unknownDirectives(directives: readonly Directive[]): Iterable<Mark> {
  for (const directive of directives) {
    if (isKnown(directive)) continue;
    const { offset, name, argument } = directive;
    const isList = name.split(/[\s;|]+/).every((word) => KNOWN.has(word));
    yield {
      offset,
      message: isList ? 'directives are parted by commas' : 'no search engine knows this directive',
      value: argument === '' ? name : `${name}:${argument}`,
    };
  }
}

function isKnown({ name, argument }: Directive): boolean {
  return argument === '' ? KNOWN.has(name) : KNOWN_WITH_ARGUMENT.has(name);
}

function* repetitions(page: PageFacts): Iterable<Mark> {
  for (const name of ['robots', 'googlebot']) {
    const [, second] = robotsMetas(page, name);
    if (second === undefined) continue;
    const message = `a second ${name} meta, which Google adds to the first`;
    yield { offset: second.offset, message, value: second.content, severity: 'info' };
  }
}
