import { FOLLOWED, LOADED, LinkKind } from '../page/link-kind.js';
import type { PageRecord, Site, Target } from '../site.js';
import type { Mark, Occurrence } from './rule.js';

type BrokenTarget = Extract<Target, { kind: 'broken' }>;

/** Links of certain kinds to what the export does not hold; those of stubs are left out. */
export function* brokenLinks(site: Site, kinds: number): Iterable<Occurrence> {
  const judge = brokenMarks(site);
  for (const { page, offset, href, target } of site.linksTo(kinds, ({ kind }) => kind === 'broken')) {
    if (target.kind !== 'broken' || page.refresh !== undefined) continue;
    yield { page: page.path, offset, ...judge(href, page, target), value: href, group: target.path };
  }
}

/**
 * What to say of an address that no file serves. Without the address of the site nobody knows whether the scanned
 * folder is the root of its host; where a link is right or wrong depending on that, it is only information.
 */
export function brokenMarks(
  site: Site,
): (href: string, page: PageRecord, target: BrokenTarget) => Pick<Mark, 'message' | 'severity'> {
  if (site.siteUrl !== undefined) return (_href, _page, target) => ({ message: brokenReason(target) });
  const prefixes = pathsOfSite(site);
  return (href, page, target) => {
    const isOutside = isRooted(href)
      ? mayLieOutside(site, prefixes, target.path)
      : climbsOut(href, page.path);
    return isOutside
      ? { message: 'leads out of the scanned folder, if that is not the root of the host', severity: 'info' }
      : { message: brokenReason(target) };
  };
}

/** Why nothing serves an address, in a few words. */
export function brokenReason(target: BrokenTarget): string {
  switch (target.reason) {
    case 'missing':
      return 'missing: no such file';
    case 'directory-without-index':
      return 'directory-without-index: the folder has no index.html';
    case 'case-mismatch':
      return `case-mismatch: the file is ${target.nearest ?? ''}`;
    case 'normalization-mismatch':
      return `normalization-mismatch: the file name ${target.nearest ?? ''} is in another Unicode form`;
  }
}

const ALL_KINDS = FOLLOWED | LOADED | LinkKind.image;
/** More are no sign of anything. */
const MAX_PREFIXES = 10;

/**
 * Paths below which the folder may be deployed: rooted links lead to its files once such a path is cut off. None
 * where any rooted link works as it stands, since the folder is the root of the host then.
 */
function pathsOfSite(site: Site): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const { href, target } of site.linksTo(ALL_KINDS, ({ kind }) => kind !== 'external')) {
    if (target.kind === 'external' || !isRooted(href)) continue;
    if ((target.kind === 'page' || target.kind === 'file') && target.path !== '') return new Set();
    if (target.kind !== 'broken' || prefixes.size >= MAX_PREFIXES) continue;
    const segments = target.path.split('/');
    for (const depth of [1, 2, 3]) {
      const rest = segments.slice(depth).join('/');
      if (rest !== '' && isServed(site, rest)) prefixes.add(`${segments.slice(0, depth).join('/')}/`);
    }
  }
  return prefixes;
}

/** Below the path at which the site lies, what is missing stays missing. */
function mayLieOutside(site: Site, prefixes: ReadonlySet<string>, path: string): boolean {
  if (prefixes.size === 0) return false;
  const prefix = [...prefixes].find((known) => path.startsWith(known));
  return prefix === undefined || isServed(site, path.slice(prefix.length));
}

function isServed(site: Site, path: string): boolean {
  return site.resolveAbsolute(`/${path.split('/').map(encodeURIComponent).join('/')}`).kind !== 'broken';
}

function isRooted(href: string): boolean {
  return /^[\s\u0000-\u001f]*[/\\](?![/\\])/.test(href);
}

/** More `..` than the page has folders: where the scanned folder lies decides what is there. */
function climbsOut(href: string, path: string): boolean {
  if (!/^\s*\.\.?[/\\]/.test(href)) return false;
  const [written = ''] = href.trim().split(/[?#]/, 1);
  let depth = path.split('/').length - 1;
  for (const segment of written.split(/[/\\]/)) {
    if (segment === '..') depth -= 1;
    else if (segment !== '.' && segment !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
