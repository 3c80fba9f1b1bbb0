import { pageName } from './page-files.js';
import { folderOf, routePath, segmentOf, type Folder, type RouteSegment } from './route-segments.js';
import type { Intercept, Route } from './route.js';

/** The routes of the app router. https://nextjs.org/docs/app/api-reference/file-conventions */
export function appRoutes(
  files: readonly string[],
  appFolder: string,
  extensions: readonly string[],
): { readonly routes: Route[]; readonly intercepts: Intercept[] } {
  const routes: Route[] = [];
  const intercepts: Intercept[] = [];
  for (const file of files) {
    const answers = file.startsWith(`${appFolder}/`) ? answersOf(file, extensions) : undefined;
    if (answers === undefined) continue;
    const names = file
      .slice(appFolder.length + 1)
      .split('/')
      .slice(0, -1);
    const folders = names.map(folderOf);
    if (folders.some(({ kind }) => kind === 'private')) continue;
    const intercepted = interceptedBy(folders);
    if (intercepted !== undefined) {
      if (answers.kind === 'page') intercepts.push({ file, segments: intercepted });
      continue;
    }
    for (const form of answers.forms) {
      const segments = [...folders.filter(isSegment), ...form.map(segmentOf)];
      routes.push({
        router: 'app',
        kind: answers.kind,
        file,
        path: routePath(segments),
        segments,
        isDynamic: segments.some(({ kind }) => kind !== 'static'),
        folders: [appFolder, ...names.map((_, index) => [appFolder, ...names.slice(0, index + 1)].join('/'))],
        isInSlot: folders.some((folder) => folder.kind === 'slot' && folder.name !== 'children'),
      });
    }
  }
  return { routes, intercepts };
}

interface Answers {
  readonly kind: Route['kind'];
  /** What the file may add to the address of its folder. */
  readonly forms: readonly (readonly string[])[];
}

/** https://nextjs.org/docs/app/api-reference/file-conventions/metadata */
function answersOf(file: string, extensions: readonly string[]): Answers | undefined {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const name = pageName(file, extensions)?.name;
  if (name === 'page') return { kind: 'page', forms: [[]] };
  if (name === 'route') return { kind: 'handler', forms: [[]] };
  const forms = metadataForms(base, name);
  return forms.length === 0 ? undefined : { kind: 'handler', forms };
}

/** @param name without the extension, where the file is code */
function metadataForms(base: string, name: string | undefined): string[][] {
  if (/^(?:favicon\.ico|robots\.txt|sitemap\.xml|manifest\.json|manifest\.webmanifest)$/.test(base))
    return [[base]];
  if (name === 'robots') return [['robots.txt']];
  if (name === 'manifest') return [['manifest.webmanifest']];
  // With generateSitemaps it answers `/sitemap/1.xml`, with generateImageMetadata `/icon/small`.
  if (name === 'sitemap') return [['sitemap.xml'], ['sitemap', '[id]']];
  if (!/^(?:(?:apple-)?icon|opengraph-image|twitter-image)\d?(?:\.|$)/.test(base)) return [];
  return name === undefined ? [[base]] : [[name], [name, '[id]']];
}

function isSegment(folder: Folder): folder is RouteSegment {
  return folder.kind === 'static' || folder.kind === 'one' || folder.kind === 'some' || folder.kind === 'any';
}

/** The address that an intercepting folder stands for; undefined if none of the folders is one. */
function interceptedBy(folders: readonly Folder[]): RouteSegment[] | undefined {
  const index = folders.findIndex(({ kind }) => kind === 'intercept');
  const folder = folders[index];
  if (folder?.kind !== 'intercept') return undefined;
  const before = folders.slice(0, index).filter(isSegment);
  const kept = folder.up === 'root' ? 0 : before.length - folder.up;
  return [
    ...before.slice(0, Math.max(kept, 0)),
    folder.segment,
    ...folders.slice(index + 1).filter(isSegment),
  ];
}
