import type { HeadTag } from '../head-tags.js';
import type { NextApp } from '../next-app.js';
import type { Route } from '../route.js';

/** Pages of the pages router in which nothing can render the tag: neither they, nor what is around them. */
export function pagesWithoutTag({ routes, project, headTags, files }: NextApp, tag: HeadTag): Route[] {
  const { pagesFolder } = routes;
  if (pagesFolder === undefined) return [];
  const writers = headTags.inPages[tag];
  const around = [...files].filter((file) => isAround(file, pagesFolder));
  if (around.some((file) => writers.has(file))) return [];
  return routes.all.filter(
    ({ router, kind, file }) =>
      router === 'pages' &&
      kind === 'page' &&
      project.sources.has(file) &&
      !writers.has(file) &&
      !leaves(file),
  );

  /** A page may send the visitor on from the server. */
  function leaves(file: string): boolean {
    return project.sources.get(file)?.exports.has('getServerSideProps') ?? true;
  }
}

/** `_app` and `_document`. */
function isAround(file: string, pagesFolder: string): boolean {
  return file.startsWith(`${pagesFolder}/_`) && /\/_(?:app|document)\.\w+$/.test(file);
}
