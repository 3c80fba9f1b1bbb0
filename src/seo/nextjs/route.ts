import type { RouteSegment } from './route-segments.js';

/** An address, or a pattern of addresses, that the project answers. */
export interface Route {
  readonly router: 'app' | 'pages';
  /** `page` for people; `handler` answers requests: `route.ts`, `pages/api`, `sitemap.ts` and their like. */
  readonly kind: 'page' | 'handler';
  /** The file that answers. */
  readonly file: string;
  /** `/blog/[slug]`: inside the app, without basePath and locale. */
  readonly path: string;
  readonly segments: readonly RouteSegment[];
  readonly isDynamic: boolean;
  /** Folders from `app` down to the file's; empty in the pages router. */
  readonly folders: readonly string[];
  /** The page is a slot's, so the address may have no page of its own. */
  readonly isInSlot: boolean;
}

/** A page that is shown in place of another's address, when one comes from inside the app. */
export interface Intercept {
  readonly file: string;
  /** The address that it intercepts. */
  readonly segments: readonly RouteSegment[];
}

export interface Routes {
  /** `app` or `src/app`, `pages` or `src/pages`, where they exist. */
  readonly appFolder: string | undefined;
  readonly pagesFolder: string | undefined;
  readonly all: readonly Route[];
  readonly intercepts: readonly Intercept[];
}
