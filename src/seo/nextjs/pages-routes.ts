import { pageName } from './page-files.js';
import { routePath, segmentOf } from './route-segments.js';
import type { Route } from './route.js';

const NOT_PAGES: ReadonlySet<string> = new Set(['_app', '_document', '_error', '404', '500']);

/** The routes of the pages router. https://nextjs.org/docs/pages/building-your-application/routing */
export function pagesRoutes(
  files: readonly string[],
  pagesFolder: string,
  extensions: readonly string[],
): Route[] {
  const routes: Route[] = [];
  for (const file of files) {
    const page = file.startsWith(`${pagesFolder}/`) ? pageName(file, extensions) : undefined;
    if (page === undefined) continue;
    const folders = file
      .slice(pagesFolder.length + 1)
      .split('/')
      .slice(0, -1);
    if (folders.length === 0 && NOT_PAGES.has(page.name)) continue;
    const names = page.name === 'index' ? folders : [...folders, page.name];
    const segments = names.map(segmentOf);
    routes.push({
      router: 'pages',
      kind: names[0] === 'api' ? 'handler' : 'page',
      file,
      path: routePath(segments),
      segments,
      isDynamic: segments.some(({ kind }) => kind !== 'static'),
      folders: [],
      isInSlot: false,
    });
  }
  return routes;
}
