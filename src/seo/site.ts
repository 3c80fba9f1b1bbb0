import { parseUrl } from '../inputs/web-address.js';
import type { HostConfig } from './host-config.js';
import { LinkResolver } from './link-resolution.js';
import type { Located } from './page/page-facts.js';
import type { PageRecord } from './page/page-record.js';
import type { Target } from './target.js';
import { MAX_PAGE_BYTES } from './page/read-batch.js';
import { readShingles } from './page/read-page.js';
import { distinctHashes } from './page/text-fingerprint.js';
import { PageGraph } from './page-graph.js';
import type { PageRecords } from './page-records.js';
import type { SiteFiles } from './page-set.js';
import { hasNoindex } from './robots-directives.js';
import type { RobotsTxt } from './robots-txt.js';
import { type SiteLink, SiteLinks } from './site-links.js';
import type { SitemapSet } from './sitemap.js';

export type { BrokenReason } from './link-resolution.js';
export type { PageRecord } from './page/page-record.js';
export type { Target } from './target.js';

/** A page's canonical link that counts, and where it leads. */
export interface Canonical {
  readonly link: Located;
  readonly target: Target;
}

/** What is known of a site besides its pages. */
export interface SiteContext {
  readonly files: SiteFiles;
  /** Address of the scanned folder, given or inferred, always ending in a slash; undefined if neither. */
  readonly siteUrl: string | undefined;
  /** When the run takes place; undefined with stable output, which may not depend on the clock. */
  readonly now: Date | undefined;
  readonly robots: RobotsTxt | undefined;
  readonly sitemaps: SitemapSet;
  readonly hosts: HostConfig;
  /** Whether every page was read: otherwise nobody knows what the others link to. */
  readonly isComplete: boolean;
}

/** Everything that site rules look at. */
export class Site {
  /** By path, UTF-16 code units. */
  readonly pages: readonly PageRecord[];
  readonly files: ReadonlySet<string>;
  readonly siteUrl: string | undefined;
  readonly now: Date | undefined;
  readonly robots: RobotsTxt | undefined;
  readonly sitemaps: SitemapSet;
  readonly hosts: HostConfig;
  readonly isComplete: boolean;
  readonly #byPath: ReadonlyMap<string, PageRecord>;
  readonly #links: SiteLinks;
  readonly #context: SiteContext;
  /** Path of the site from its origin on. */
  readonly #prefix: string;
  readonly #canonicals: readonly (Canonical | undefined)[];
  readonly #noindex: Uint8Array;
  readonly #indexable: Uint8Array;
  readonly #redirects = new Map<PageRecord, Target>();
  #graph: PageGraph | undefined;

  constructor(records: PageRecords, context: SiteContext) {
    this.#context = context;
    this.files = context.files.files;
    this.siteUrl = context.siteUrl;
    this.now = context.now;
    this.robots = context.robots;
    this.sitemaps = context.sitemaps;
    this.hosts = context.hosts;
    this.isComplete = context.isComplete;
    const resolver = new LinkResolver(context.files, this.siteUrl, (path) => this.hosts.redirects(path));
    this.pages = records.pages.map((page) => withoutReload(page, resolver));
    this.#byPath = new Map(this.pages.map((page) => [page.path, page]));
    this.#links = new SiteLinks(this.pages, records.linksOf, records.strings, resolver, this.pageAt);
    this.#prefix = this.siteUrl === undefined ? '/' : new URL(this.siteUrl).pathname;
    this.#canonicals = this.pages.map((page) => this.#canonical(page));
    this.#noindex = Uint8Array.from(this.pages, (page) => Number(this.#hasNoindex(page)));
    this.#indexable = Uint8Array.from(this.pages, (page) => Number(this.#mayBeShown(page)));
  }

  readonly pageAt = (path: string): PageRecord | undefined => this.#byPath.get(path);

  /** noindex or none, by robots or googlebot meta or X-Robots-Tag. */
  readonly isNoindex = (page: PageRecord): boolean => this.#noindex[page.index] === 1;

  /** What search engines may show: no stub, not noindex, canonical absent or its own. */
  readonly isIndexable = (page: PageRecord): boolean => this.#indexable[page.index] === 1;

  /** Resolves an address found on a page: base, clean-up and dots by the URL Standard, then the files of the site. */
  readonly resolve = (href: string, page: PageRecord): Target => this.#links.resolve(href, page);

  /** Resolves an absolute or rooted address that does not stand on a page (sitemap, robots.txt). */
  readonly resolveAbsolute = (href: string): Target => this.#links.resolveAbsolute(href);

  /** Links of certain kinds (bits of LinkKind) whose target fulfils a condition, page by page. */
  readonly linksTo = (kinds: number, wanted: (target: Target) => boolean): Iterable<SiteLink> =>
    this.#links.matching(kinds, wanted);

  /** Every destination of a link or an address that was resolved, each once. */
  get targets(): readonly Target[] {
    return this.#links.targets;
  }

  /** How many links of certain kinds have a target that fulfils a condition. */
  readonly countLinks = (kinds: number, wanted: (target: Target) => boolean): number =>
    this.#links.count(kinds, wanted);

  /** Path by which a host serves the page, from the origin on: `/docs/a.html`; an index page is its folder, `/docs/`. */
  readonly addressOf = (page: PageRecord): string =>
    this.#prefix + page.path.replace(/(^|\/)index\.html?$/, '$1');

  /** The first canonical link in the head: search engines ignore those in the body. */
  readonly canonicalOf = (page: PageRecord): Canonical | undefined => this.#canonicals[page.index];

  /** The page to which a stub leads; undefined where that is none of the site's, and for other pages. */
  readonly redirectOf = (page: PageRecord): PageRecord | undefined => {
    if (page.refresh === undefined) return undefined;
    let target = this.#redirects.get(page);
    if (target === undefined) this.#redirects.set(page, (target = this.resolve(page.refresh.value, page)));
    return target.kind === 'page' ? target.page : undefined;
  };

  /** The page to which a redirect rule of the host certainly leads from a path inside the site that no file has. */
  readonly hostRedirectOf = (path: string): PageRecord | undefined => {
    const destination = this.hosts.destination(this.#prefix + path);
    const target = destination === undefined ? undefined : this.resolveAbsolute(destination);
    return target?.kind === 'page' ? target.page : undefined;
  };

  /** Who links to whom. */
  get graph(): PageGraph {
    this.#graph ??= new PageGraph(this.pages, this.#links.outlinks(), this.redirectOf);
    return this.#graph;
  }

  /** Size of a file of the site in bytes. */
  readonly sizeOf = (file: string): number => this.#context.files.sizeOf(file);

  /** Hashes of the runs of five words of a page, ascending, each once: for an exact comparison of its text with another's. */
  readonly shinglesOf = (page: PageRecord): Uint32Array =>
    page.shingles === undefined
      ? readShingles(page.path, this.#context.files.read(page.path, MAX_PAGE_BYTES))
      : distinctHashes(page.shingles);

  #hasNoindex(page: PageRecord): boolean {
    const tag = this.hosts.robotsTag(this.addressOf(page)) ?? '';
    return hasNoindex(tag) || page.robots.some(({ value }) => hasNoindex(value));
  }

  #mayBeShown(page: PageRecord): boolean {
    if (page.refresh !== undefined || this.isNoindex(page)) return false;
    const target = this.canonicalOf(page)?.target;
    return target === undefined || (target.kind === 'page' && target.page === page);
  }

  #canonical(page: PageRecord): Canonical | undefined {
    const link = page.canonicals.find(({ isInHead, value }) => isInHead && mayBeCanonical(value));
    return link === undefined ? undefined : { link, target: this.resolve(link.value, page) };
  }
}

/** An address by http(s), or relative: search engines ignore any other, such as `file:`, and what is no address. */
function mayBeCanonical(href: string): boolean {
  const url = href.trim() === '' ? undefined : parseUrl(href, new URL('https://site.invalid/'));
  return url !== undefined && /^https?:$/.test(url.protocol);
}

/**
 * A page that refreshes to its own full address is reloaded, and no redirect. While a page is read this isn't known
 * yet, since the site's address may be inferred from all pages; so the rules on single pages say less of it.
 */
function withoutReload(page: PageRecord, resolver: LinkResolver): PageRecord {
  if (page.refresh === undefined || !/^https?:/i.test(page.refresh.value)) return page;
  const address = resolver.address(page.refresh.value, resolver.baseOf(page.path, page.baseHref));
  const served = address === undefined ? undefined : resolver.serve(address.path);
  return served?.kind === 'file' && served.file === page.path ? { ...page, refresh: undefined } : page;
}
