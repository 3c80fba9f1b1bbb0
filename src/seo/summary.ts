import { type Severity } from '../contracts/index.js';
import { parseUrl } from '../inputs/web-address.js';
import { type RuleResult, byRule, bySeverity, compareText } from './occurrences.js';
import { FOLLOWED } from './page/link-kind.js';
import type { Site } from './site.js';
import type { Target } from './target.js';

const MOST_LINKED = 10;

/** What the rules said, in figures. */
export interface RuleCounts {
  readonly occurrences: number;
  readonly by_severity: Readonly<Record<Severity, number>>;
  readonly by_rule: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly occurrences: number;
    readonly pages: number;
  }[];
}

export interface SeoSummary extends RuleCounts {
  readonly pages: number;
  readonly indexable_pages: number;
  readonly redirect_stubs: number;
  /** Address of the site, given or inferred; null if neither. */
  readonly site_url: string | null;
  /** Of `a` and `area`: to pages and files of the site, to other sites by http or https, to nothing. */
  readonly links: { readonly internal: number; readonly external: number; readonly broken: number };
  /** Pages by clicks from the home page. */
  readonly depth: readonly { readonly clicks: number; readonly pages: number }[];
  /** Pages, redirect stubs apart, that no chain of links from the home page reaches. */
  readonly unreached_pages: number;
  /** Pages to which most other pages link. */
  readonly most_linked: readonly { readonly page: string; readonly inbound_pages: number }[];
}

/** The site in figures. */
export function summarize(site: Site, results: readonly RuleResult[]): SeoSummary {
  const { byDepth, unreached } = site.graph.histogram(site.pages);
  return {
    pages: site.pages.length,
    indexable_pages: site.pages.filter(site.isIndexable).length,
    redirect_stubs: site.pages.filter(({ refresh }) => refresh !== undefined).length,
    site_url: site.siteUrl ?? null,
    ...bySeverity(results),
    by_rule: byRule(results),
    links: linkCounts(site),
    depth: byDepth.flatMap((pages, clicks) => (pages > 0 ? [{ clicks, pages }] : [])),
    unreached_pages: unreached,
    most_linked: site.pages
      .map(({ path, index }) => ({ page: path, inbound_pages: site.graph.inbound[index] ?? 0 }))
      .filter(({ inbound_pages }) => inbound_pages > 0)
      .sort((a, b) => b.inbound_pages - a.inbound_pages || compareText(a.page, b.page))
      .slice(0, MOST_LINKED),
  };
}

function linkCounts(site: Site): SeoSummary['links'] {
  const count = (wanted: (target: Target) => boolean) => site.countLinks(FOLLOWED, wanted);
  const inside = count(({ kind }) => kind !== 'external');
  const broken = count(({ kind }) => kind === 'broken');
  const all = site.pages.reduce((sum, { anchors }) => sum + anchors, 0);
  return {
    // Links within a page that lead to what is there are not kept; they are counted by the page.
    internal: all - count(() => true) + inside - broken,
    // Mail addresses, scripts and what is no address lead to no site.
    external: count((target) => target.kind === 'external' && isWebLink(target.href)),
    broken,
  };
}

function isWebLink(href: string): boolean {
  return /^https?:$/.test(parseUrl(href, 'https://site.invalid/')?.protocol ?? '');
}
