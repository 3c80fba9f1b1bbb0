import { isUrl, parseUrl } from '../inputs/web-address.js';
import type { SiteFiles } from './page-set.js';
import { percentDecoded } from './percent-decoding.js';

export type BrokenReason = 'missing' | 'case-mismatch' | 'normalization-mismatch' | 'directory-without-index';

/** An address of the site, before anybody looks which file serves it. */
export interface SiteAddress {
  /** Path inside the site, decoded, without leading slash, query and fragment. */
  readonly path: string;
  /** As written, without `#`; '' for none. */
  readonly fragment: string;
}

export type ServedFile =
  | { readonly kind: 'file'; readonly file: string; readonly isSlashMismatch: boolean }
  | { readonly kind: 'redirected' }
  | { readonly kind: 'broken'; readonly reason: BrokenReason; readonly nearest?: string };

/** Where a site without a known address is taken to lie; `.invalid` can be no real host (RFC 2606). */
const UNKNOWN_BASE = 'http://site.invalid/';

/** The same host under http and https, with and without `www.`, serves the same site. */
function hostOf(url: URL): string {
  return url.host.replace(/^www\./, '');
}

/** Answers where addresses of a site lead, as a browser and a static host resolve them. */
export class LinkResolver {
  readonly #base: URL;
  readonly #folded: Map<string, string>;

  /**
   * @param siteUrl address of the scanned folder; without one, only relative and rooted links are internal
   * @param redirects whether a redirect rule of the host serves a path (from the origin on)
   */
  constructor(
    readonly site: Pick<SiteFiles, 'files' | 'folders'>,
    siteUrl: string | undefined,
    readonly redirects: (path: string) => boolean = () => false,
  ) {
    this.#base = new URL(siteUrl ?? UNKNOWN_BASE);
    if (!this.#base.pathname.endsWith('/')) this.#base.pathname += '/';
    this.#folded = new Map([...site.files].sort().map((file) => [fold(file), file]));
  }

  /** Path of the site from its origin on, with slashes at both ends. */
  get basePath(): string {
    return this.#base.pathname;
  }

  get host(): string {
    return this.#base.host;
  }

  /** Address from which a page's links are resolved: its own, or what its first `<base href>` makes of that. */
  baseOf(path: string, baseHref: string | undefined): URL {
    const own = new URL(encodePath(path), this.#base);
    if (baseHref === undefined || !isUrl(baseHref, own.href)) return own;
    const base = new URL(baseHref, own);
    return /^https?:$/.test(base.protocol) ? base : own;
  }

  /**
   * By the URL Standard: clean-up, base, dots. Undefined for another site, another scheme, or no valid address.
   */
  address(href: string, base: URL): SiteAddress | undefined {
    const url = parseUrl(href, base);
    if (url === undefined || !/^https?:$/.test(url.protocol) || hostOf(url) !== hostOf(this.#base))
      return undefined;
    if (!`${url.pathname}/`.startsWith(this.#base.pathname)) return undefined;
    return {
      path: percentDecoded(url.pathname.slice(this.#base.pathname.length)),
      fragment: url.hash.slice(1),
    };
  }

  /**
   * Which file serves a path. In order: the file itself, a folder's index, the page of a clean URL; then the
   * host's redirect rules. `/about/` for about.html depends on the host.
   */
  serve(path: string): ServedFile {
    const file = servedForms(path).find((form) => this.site.files.has(form));
    if (file !== undefined) return { kind: 'file', file, isSlashMismatch: this.#isSlashMismatch(path, file) };
    const address = this.#base.pathname + path;
    if (isHostService(address) || this.redirects(address)) return { kind: 'redirected' };
    if (this.site.folders.has(path.replace(/\/$/, '')))
      return { kind: 'broken', reason: 'directory-without-index' };
    const forms = servedForms(path);
    const nearest = forms.map((form) => this.#folded.get(fold(form))).find((known) => known !== undefined);
    if (nearest === undefined) return { kind: 'broken', reason: 'missing' };
    const isNormalization = forms.some((form) => form.normalize('NFC') === nearest.normalize('NFC'));
    return { kind: 'broken', reason: isNormalization ? 'normalization-mismatch' : 'case-mismatch', nearest };
  }

  /** Where a rule of the host answers the address with its slash, nothing depends on the host any more. */
  #isSlashMismatch(path: string, file: string): boolean {
    return path.endsWith('/') && !file.startsWith(path) && !this.redirects(this.#base.pathname + path);
  }
}

/**
 * Whether a host itself answers below this path: with image resizing, analytics, functions, hidden mail addresses.
 *
 * Source: developers.cloudflare.com/fundamentals/reference/cdn-cgi-endpoint; docs.netlify.com (Image CDN, Functions,
 * Identity); vercel.com/docs/analytics; learn.microsoft.com/azure/static-web-apps (authentication);
 * firebase.google.com/docs/hosting/reserved-urls
 */
export function isHostService(path: string): boolean {
  return /^\/(?:cdn-cgi|\.netlify|_vercel|\.auth|__)\//.test(path);
}

/** The files that static hosts serve for an address, in the order in which they are tried. */
function servedForms(path: string): string[] {
  if (path === '') return ['index.html', 'index.htm'];
  if (path.endsWith('/')) return [`${path}index.html`, `${path}index.htm`, `${path.slice(0, -1)}.html`];
  return [path, `${path}/index.html`, `${path}/index.htm`, `${path}.html`];
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Letter case and Unicode normalization do not count; locale never does. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * The address of the usual link without the URL parser: a relative or rooted path of plain characters, with an
 * optional fragment. Undefined for every other form.
 *
 * @param folder path of the page's folder from the origin on, encoded, with slashes at both ends
 */
export function plainPath(href: string, folder: string): { pathname: string; fragment: string } | undefined {
  if (!PLAIN.test(href)) return undefined;
  const hash = href.indexOf('#');
  const path = hash === -1 ? href : href.slice(0, hash);
  const fragment = hash === -1 ? '' : href.slice(hash + 1);
  if (!path.includes('./') && !path.endsWith('.')) {
    return { pathname: path.startsWith('/') ? path : folder + path, fragment };
  }
  const segments = (path.startsWith('/') ? path : folder + path).split('/').slice(1);
  const kept: string[] = [];
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '..') kept.pop();
    else if (segment !== '.') {
      kept.push(segment);
      return;
    }
    if (isLast) kept.push('');
  });
  return { pathname: `/${kept.join('/')}`, fragment };
}

/** No scheme, no query, no escapes, no `//` at the start, nothing that the URL parser would change. */
const PLAIN = /^\/?[A-Za-z\d._~][A-Za-z\d._~/-]*(?:#[A-Za-z\d._~/:!$&'()*+,;=@-]*)?$/;
