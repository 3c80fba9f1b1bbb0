import type { SiteFiles } from './page-set.js';
import type { PageRecord } from './page-record.js';

export type BrokenReason = 'missing' | 'case-mismatch' | 'normalization-mismatch' | 'directory-without-index';

export type LinkTarget =
  | { readonly kind: 'external' }
  | { readonly kind: 'page'; readonly path: string }
  /** `path` is the address inside the site, decoded; `nearest` the file that differs only in form. */
  | {
      readonly kind: 'broken';
      readonly path: string;
      readonly reason: BrokenReason;
      readonly nearest?: string;
    };

/** Where a site without a known address is taken to lie; `.invalid` can be no real host (RFC 2606). */
const UNKNOWN_BASE = 'http://site.invalid/';

/** The same host under http and https, with and without `www.`, serves the same site. */
function hostOf(url: URL): string {
  return url.host.replace(/^www\./, '');
}

/** Answers where the links of a site lead, as a browser and a static host resolve them. */
export class LinkResolver {
  readonly #base: URL;
  readonly #folded: Map<string, string>;
  readonly #cache = new Map<string, LinkTarget>();

  /** @param siteUrl address of the scanned folder; without one, only relative and rooted links are internal */
  constructor(
    readonly site: Pick<SiteFiles, 'files' | 'folders'>,
    siteUrl: string | undefined,
  ) {
    this.#base = new URL(siteUrl ?? UNKNOWN_BASE);
    if (!this.#base.pathname.endsWith('/')) this.#base.pathname += '/';
    this.#folded = new Map([...site.files].sort().map((file) => [fold(file), file]));
  }

  /** Resolves a link of a page: base, clean-up and dots by the URL Standard, then the files of the site. */
  resolve(href: string, page: Pick<PageRecord, 'path' | 'baseHref'>): LinkTarget {
    const base = this.#pageBase(page);
    // A page's relative links depend on its folder only, unless they name the page itself.
    const isOwnAddress = /^[\s\u0000-\u001f]*(?:[?#]|$)/.test(href);
    const key = `${isOwnAddress ? base.href : new URL('.', base).href}\n${href}`;
    const cached = this.#cache.get(key);
    if (cached !== undefined) return cached;
    const target = this.#resolveUrl(href, base);
    this.#cache.set(key, target);
    return target;
  }

  #pageBase(page: Pick<PageRecord, 'path' | 'baseHref'>): URL {
    const own = new URL(encodePath(page.path), this.#base);
    if (page.baseHref === undefined || !URL.canParse(page.baseHref, own.href)) return own;
    const base = new URL(page.baseHref, own);
    return /^https?:$/.test(base.protocol) ? base : own;
  }

  #resolveUrl(href: string, base: URL): LinkTarget {
    if (!URL.canParse(href, base.href)) return { kind: 'external' };
    const url = new URL(href, base);
    const isInternal =
      /^https?:$/.test(url.protocol) &&
      hostOf(url) === hostOf(this.#base) &&
      `${url.pathname}/`.startsWith(this.#base.pathname);
    if (!isInternal) return { kind: 'external' };
    return this.resolvePath(decodePercent(url.pathname.slice(this.#base.pathname.length)));
  }

  /** @param path inside the site, decoded, without a leading slash */
  resolvePath(path: string): LinkTarget {
    const file = this.#fileOf(path);
    if (file !== undefined) return { kind: 'page', path: file };
    if (this.site.folders.has(path.replace(/\/$/, ''))) {
      return { kind: 'broken', path, reason: 'directory-without-index' };
    }
    const nearest = servedForms(path)
      .map((form) => this.#folded.get(fold(form)))
      .find((known) => known !== undefined);
    if (nearest === undefined) return { kind: 'broken', path, reason: 'missing' };
    const isNormalization = servedForms(path).some(
      (form) => form.normalize('NFC') === nearest.normalize('NFC'),
    );
    return {
      kind: 'broken',
      path,
      reason: isNormalization ? 'normalization-mismatch' : 'case-mismatch',
      nearest,
    };
  }

  #fileOf(path: string): string | undefined {
    return servedForms(path).find((form) => this.site.files.has(form));
  }
}

/**
 * The files that static hosts serve for an address, in order: the file itself, a folder's index, and
 * the page of a clean URL. (`/about/` for about.html depends on the host, so it is not called broken.)
 */
function servedForms(path: string): string[] {
  if (path === '') return ['index.html', 'index.htm'];
  if (path.endsWith('/')) return [`${path}index.html`, `${path}index.htm`, `${path.slice(0, -1)}.html`];
  return [path, `${path}/index.html`, `${path}/index.htm`, `${path}.html`];
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Percent-decodes once, as bytes of UTF-8; what is no escape stays as it is. */
function decodePercent(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    const bytes = path.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
}

/** Letter case and Unicode normalization do not count; locale never does. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
