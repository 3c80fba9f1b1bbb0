import { appRoutes } from './app-routes.js';
import { pagesRoutes } from './pages-routes.js';
import type { Routes } from './route.js';

/** Next.js has its pages in tsx, ts, jsx and js; mdx is read as a route wherever it lies, its content is not. */
export function readRoutes(files: ReadonlySet<string>, pageExtensions: readonly string[]): Routes {
  const sorted = [...files].sort();
  const appFolder = folderAmong(sorted, ['app', 'src/app']);
  const pagesFolder = folderAmong(sorted, ['pages', 'src/pages']);
  const extensions = [...new Set([...pageExtensions, 'mdx', 'md'])];
  const app = appFolder === undefined ? undefined : appRoutes(sorted, appFolder, extensions);
  const pages = pagesFolder === undefined ? [] : pagesRoutes(sorted, pagesFolder, extensions);
  return {
    appFolder,
    pagesFolder,
    all: [...(app?.routes ?? []), ...pages],
    intercepts: app?.intercepts ?? [],
  };
}

function folderAmong(files: readonly string[], folders: readonly string[]): string | undefined {
  return folders.find((folder) => files.some((file) => file.startsWith(`${folder}/`)));
}
