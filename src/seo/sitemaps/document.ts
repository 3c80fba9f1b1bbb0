import type { Severity } from '../../contracts/index.js';
import type { Located } from '../page/page-facts.js';

/** Most addresses in one file, sitemaps.org/protocol.html#index. */
export const MAX_ENTRIES = 50_000;
/** Most bytes of one file once inflated, sitemaps.org/protocol.html#index: 50 MiB. */
export const MAX_BYTES = 52_428_800;
/** Most characters of an address, sitemaps.org/protocol.html#locdef. */
export const MAX_LOC = 2048;

/** What is wrong with a sitemap itself, whatever its addresses lead to. */
export interface SitemapProblem {
  /** In UTF-16 units of the sitemap's text (`sitemapText`); absent where the whole file is meant. */
  readonly offset?: number;
  readonly message: string;
  /** Where search engines read on in spite of it. */
  readonly severity?: Severity;
}

/** An `<xhtml:link rel="alternate" hreflang href>`. */
export interface SitemapAlternate {
  readonly hreflang: string;
  readonly href: string;
  readonly offset: number;
}

/** An address in a sitemap. */
export interface SitemapUrl {
  /** Decoded, white space around it cut. */
  readonly loc: string;
  /** Of the `<loc>` tag, or of the line. */
  readonly offset: number;
  readonly lastmod?: Located;
  readonly alternates: readonly SitemapAlternate[];
}

/** A sitemap that an index names. */
export interface SitemapChild {
  readonly loc: string;
  readonly offset: number;
  readonly lastmod?: Located;
  /** The sitemap's file, where the export holds it. */
  readonly file?: string;
}

/** What a sitemap says, once inflated and decoded. */
export interface SitemapContent {
  /**
   * `feed` is RSS or Atom, which search engines take for a sitemap when it is named as one; `invalid` can't be read,
   * or not to its end: what is listed is what stands before the fault.
   */
  readonly kind: 'urlset' | 'index' | 'text' | 'feed' | 'invalid';
  /** The first 50,000 at most. */
  readonly urls: readonly SitemapUrl[];
  /** The first 50,000 at most. */
  readonly children: readonly SitemapChild[];
  /** More addresses are listed than are allowed, and kept here. */
  readonly isTruncated: boolean;
  readonly problems: readonly SitemapProblem[];
}

/** A sitemap of the export. */
export interface Sitemap extends SitemapContent {
  readonly file: string;
  /** Size once inflated. */
  readonly bytes: number;
}

/** Nothing could be read, and why. */
export function unreadable(problem: SitemapProblem): SitemapContent {
  return { kind: 'invalid', urls: [], children: [], isTruncated: false, problems: [problem] };
}
