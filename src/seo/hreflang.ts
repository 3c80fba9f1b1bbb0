import { isUrl } from '../inputs/web-address.js';
import { percentDecoded } from './percent-decoding.js';
import type { PageRecord, Site, Target } from './site.js';

/** One statement that an address is a page's version in a language. */
export interface Annotation {
  /** The file that says so: the page, or a sitemap. */
  readonly file: string;
  readonly offset: number;
  /** As written. */
  readonly hreflang: string;
  /** Codes are case-insensitive. */
  readonly code: string;
  readonly href: string;
}

/** Everything that is said of one page's versions, by its head and by sitemaps. */
export interface AnnotatedPage {
  /** undefined where a sitemap annotates an address that is no page of the site. */
  readonly page: PageRecord | undefined;
  readonly annotations: readonly Annotation[];
}

/**
 * Pages with annotations, in the order of the site; then sitemap entries for what is no page. Google takes links in the
 * head and in sitemaps as equal. Redirect stubs are left out: nobody sees them.
 */
export function* annotatedPages(site: Site): Iterable<AnnotatedPage> {
  const { byPage, others } = sitemapAnnotations(site);
  for (const page of site.pages) {
    if (page.refresh !== undefined) continue;
    const annotations = [
      ...page.alternates.map((link) => annotation(page.path, link)),
      ...(byPage.get(page) ?? []),
    ];
    if (annotations.length > 0) yield { page, annotations };
  }
  for (const annotations of others) yield { page: undefined, annotations };
}

/** As above, only pages that search engines may show: what others say of themselves counts for nothing. */
export function* shownAnnotatedPages(site: Site): Iterable<AnnotatedPage & { readonly page: PageRecord }> {
  for (const { page, annotations } of annotatedPages(site)) {
    if (page !== undefined && site.isIndexable(page)) yield { page, annotations };
  }
}

interface SitemapAnnotations {
  readonly byPage: ReadonlyMap<PageRecord, readonly Annotation[]>;
  readonly others: readonly (readonly Annotation[])[];
}

/** Several rules ask for the same. */
const known = new WeakMap<Site, SitemapAnnotations>();

function sitemapAnnotations(site: Site): SitemapAnnotations {
  const found = known.get(site) ?? collect(site);
  known.set(site, found);
  return found;
}

function collect(site: Site): SitemapAnnotations {
  const byPage = new Map<PageRecord, Annotation[]>();
  const others: Annotation[][] = [];
  for (const { file, urls } of site.sitemaps.sitemaps) {
    for (const { loc, alternates } of urls) {
      if (alternates.length === 0) continue;
      const annotations = alternates.map((link) => annotation(file, link));
      const target = site.resolveAbsolute(loc);
      if (target.kind !== 'page') {
        others.push(annotations);
        continue;
      }
      const ofPage = byPage.get(target.page);
      if (ofPage === undefined) byPage.set(target.page, annotations);
      else for (const one of annotations) ofPage.push(one);
    }
  }
  return { byPage, others };
}

function annotation(
  file: string,
  { offset, hreflang, href }: { readonly offset: number; readonly hreflang: string; readonly href: string },
): Annotation {
  return { file, offset, hreflang, code: hreflang.trim().toLowerCase(), href };
}

/** Where an annotation leads. Addresses in a sitemap are absolute. */
export function targetOf(site: Site, { file, href }: Annotation, page: PageRecord | undefined): Target {
  return page !== undefined && file === page.path ? site.resolve(href, page) : site.resolveAbsolute(href);
}

/**
 * Whether one of these addresses outside the site may still be this page: the site's own address is unknown, or is
 * another one here (a preview host) than in its links.
 */
export function mayBe(site: Site, paths: ReadonlySet<string>, page: PageRecord): boolean {
  return paths.size > 0 && (site.siteUrl === undefined || paths.has(comparable(site.addressOf(page))));
}

/** For `mayBe`. */
export function pathOf(href: string): string {
  return comparable(isUrl(href) ? percentDecoded(new URL(href).pathname) : href);
}

/** Hosts serve `a.html` as `/a` and `/a/` too. */
function comparable(path: string): string {
  return path.replace(/\/$/, '').replace(/\.html?$/i, '');
}
