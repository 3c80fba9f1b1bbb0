import { decoded } from '../static-params.js';
import type { NextApp } from '../next-app.js';
import { matchesRoute } from '../route-segments.js';

/** Whether something of the project answers, or may answer, an address at its root. */
export function mayAnswer(app: NextApp, name: string): boolean {
  const { files, hosts, routes } = app;
  if (hosts.reason !== undefined || hosts.mayRoute(`/${name}`) || files.has(`public/${name}`)) return true;
  return routes.all.some(
    ({ kind, router, isDynamic, segments, path }) =>
      (kind === 'handler' || (router === 'pages' && !isDynamic)) &&
      (matchesRoute(segments, [name]) || decoded(path) === `/${name}`),
  );
}

/** The file that stands for the whole site where one is missing: the root layout, or the home page, or any. */
export function siteFile({ appPages, routes }: NextApp): string | undefined {
  const pages = routes.all.filter(({ kind }) => kind === 'page');
  const home = pages.find(({ path }) => path === '/') ?? pages[0];
  const layout = appPages.find(({ route }) => route === home)?.layouts[0] ?? appPages[0]?.layouts[0];
  return layout ?? home?.file;
}
