import { isUrl } from '../../inputs/web-address.js';
import type { AppPage } from './app-pages.js';
import type { HostRouting } from './host-routing.js';
import type { NextConfig } from './next-config.js';
import type { Project } from './project.js';
import { matchesRoute } from './route-segments.js';
import type { Route, Routes } from './route.js';
import { decoded, listedAddresses } from './static-params.js';

/** What writes the address: `<Link>` and the router add basePath; `<a>` and `<img>` go as they are. */
export type LinkKind = 'link' | 'anchor' | 'image';

export type LinkReason =
  /** No route, public file, rewrite or redirect has it. */
  | 'missing'
  /** As `missing`, and it begins with the basePath that `<Link>` adds a second time. */
  | 'base-path-twice'
  /** The app has it, under its basePath, which the element doesn't write. */
  | 'base-path-missing'
  | 'case-mismatch'
  /** A dynamic route has it, but its literal list of parameters doesn't, and an export holds nothing else. */
  | 'not-exported'
  /** An export has no API routes. */
  | 'api-in-export'
  /** Works only on the way from one page of the app to another, not when it is opened. */
  | 'intercept-only';

export interface BrokenLink {
  readonly reason: LinkReason;
  /** Inside the app, decoded, as the link spells it. */
  readonly path: string;
  /** The route or file that was meant. */
  readonly nearest?: string;
}

interface LinkSpace {
  readonly files: ReadonlySet<string>;
  readonly config: NextConfig;
  readonly routes: Routes;
  readonly project: Project;
  readonly appPages: readonly AppPage[];
  readonly hosts: HostRouting;
}

/** Answered by Next.js or hosts themselves, or by what lies before them. */
const RESERVED = /^\/(?:_next|_vercel|\.well-known|cdn-cgi)(?:\/|$)|^\/(?:index|404|500)$/;
const PUBLIC = 'public/';

/** Answers where literal addresses lead. What can't be told is never broken. */
export class LinkResolver {
  readonly #space: LinkSpace;
  /** Addresses without parameters, and public files, by their decoded path without slashes at the ends. */
  readonly #fixed = new Map<string, Route | string>();
  readonly #folded = new Map<string, string>();
  readonly #dynamic: readonly Route[];
  readonly #listed = new Map<Route, ReadonlySet<string> | undefined>();

  constructor(space: LinkSpace) {
    this.#space = space;
    for (const route of space.routes.all) if (!route.isDynamic) this.#add(route.path.slice(1), route);
    for (const file of [...space.files].sort()) {
      if (file.startsWith(PUBLIC)) this.#add(file.slice(PUBLIC.length), file);
    }
    this.#dynamic = space.routes.all.filter(({ isDynamic }) => isDynamic);
  }

  /** Why nothing is said of any link; undefined if something is. */
  get unchecked(): string | undefined {
    const { config, hosts } = this.#space;
    if (hosts.reason !== undefined) return hosts.reason;
    const isKnown = config.basePath !== undefined && config.locales !== undefined;
    return isKnown ? undefined : 'basePath or i18n of the configuration is not literal';
  }

  /** Why the address is broken; undefined if it isn't, or if that can't be told from the sources. */
  check(address: string, kind: LinkKind): BrokenLink | undefined {
    const { config, hosts } = this.#space;
    const path = pathOf(address);
    const { basePath = '' } = config;
    if (path === undefined || this.unchecked !== undefined) return undefined;
    if (kind === 'link' || basePath === '') return this.#checkPath(path, kind);
    const inside = withoutPrefix(path, basePath);
    if (inside !== undefined) return this.#checkPath(inside, kind);
    // Beside the basePath another app may answer. A home page often is another app's.
    const isOurs = path !== '/' && this.#fixed.has(trimmed(path)) && !hosts.mayRoute(path);
    return isOurs ? { reason: 'base-path-missing', path, nearest: basePath + path } : undefined;
  }

  #add(path: string, target: Route | string): void {
    this.#fixed.set(path, target);
    this.#folded.set(path.toLowerCase(), path);
  }

  #checkPath(path: string, kind: LinkKind): BrokenLink | undefined {
    const { config, hosts, routes } = this.#space;
    if (RESERVED.test(path) || hosts.mayRoute(path)) return undefined;
    const forms = [path, ...this.#unlocalized(path)];
    const answers = forms.map((form) => this.#answer(form));
    if (answers.includes(undefined)) return undefined;
    const found = answers.find((answer) => answer?.reason !== 'missing');
    if (found !== undefined) return found;
    const segments = segmentsOf(path);
    if (routes.intercepts.some((intercept) => matchesRoute(intercept.segments, segments))) {
      return { reason: 'intercept-only', path };
    }
    const basePath = config.basePath ?? '';
    const isTwice = kind === 'link' && basePath !== '' && withoutPrefix(path, basePath) !== undefined;
    return { reason: isTwice ? 'base-path-twice' : 'missing', path };
  }

  /** The pages router takes a locale before the path. */
  #unlocalized(path: string): string[] {
    const [first = '', ...rest] = segmentsOf(path);
    const isLocale = this.#space.config.locales?.some(
      (locale) => locale.toLowerCase() === first.toLowerCase(),
    );
    return isLocale === true ? [`/${rest.join('/')}`] : [];
  }

  /** What answers a path: undefined for something, or for what may. */
  #answer(path: string): BrokenLink | undefined {
    const { config } = this.#space;
    const isExport = config.output === 'export';
    for (const form of isExport || config.output === undefined ? exportedForms(path) : [trimmed(path)]) {
      const target = this.#fixed.get(form);
      if (target === undefined) continue;
      const isApi = isExport && typeof target !== 'string' && isPagesApi(target);
      return isApi ? { reason: 'api-in-export', path } : undefined;
    }
    const segments = segmentsOf(path);
    const matches = this.#dynamic.filter((route) => matchesRoute(route.segments, segments));
    if (matches.length > 0) return isExport ? this.#answerExported(path, segments, matches) : undefined;
    const nearest = this.#folded.get(trimmed(path).toLowerCase());
    return nearest === undefined
      ? { reason: 'missing', path }
      : { reason: 'case-mismatch', path, nearest: `/${nearest}` };
  }

  #answerExported(
    path: string,
    segments: readonly string[],
    matches: readonly Route[],
  ): BrokenLink | undefined {
    const address = segments.join('/');
    const routes = matches.filter((route) => !isPagesApi(route));
    if (routes.length === 0) return { reason: 'api-in-export', path };
    const isListed = routes.some((route) => this.#listedOf(route)?.has(address) ?? true);
    const [route] = routes;
    return isListed || route === undefined
      ? undefined
      : { reason: 'not-exported', path, nearest: route.path };
  }

  #listedOf(route: Route): ReadonlySet<string> | undefined {
    if (!this.#listed.has(route)) {
      const page = this.#space.appPages.find((candidate) => candidate.route === route);
      const files = page === undefined ? undefined : [...page.layouts, route.file];
      const isKnown = route.router === 'pages' || files !== undefined;
      this.#listed.set(route, isKnown ? listedAddresses(route, files ?? [], this.#space.project) : undefined);
    }
    return this.#listed.get(route);
  }
}

function isPagesApi(route: Route): boolean {
  return route.router === 'pages' && route.kind === 'handler';
}

/** The decoded path of an address that is rooted at this site; undefined for any other, or what is no address. */
function pathOf(address: string): string | undefined {
  const text = address.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '');
  // A pattern, as the pages router takes it, is no address.
  if (!/^\/(?![/\\])/.test(text) || /[[\]]/.test(text)) return undefined;
  if (!isUrl(text, 'http://site.invalid')) return undefined;
  const { pathname } = new URL(text, 'http://site.invalid');
  return `/${segmentsOf(pathname).map(decoded).join('/')}`;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function trimmed(path: string): string {
  return segmentsOf(path).join('/');
}

/** Hosts serve the files of an export by their names, too. */
function exportedForms(path: string): string[] {
  const form = trimmed(path);
  return [form, form.replace(/(?:^|\/)index\.html$/, ''), form.replace(/\.html$/, '')];
}

/** The path inside the prefix, `/` for the prefix itself. */
function withoutPrefix(path: string, prefix: string): string | undefined {
  if (path === prefix) return '/';
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}
