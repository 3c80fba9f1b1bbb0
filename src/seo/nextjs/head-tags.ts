import type { SourceElement } from './jsx-elements.js';
import type { Project } from './project.js';
import type { SourceFile } from './source-file.js';
import { textOf } from './values.js';

/** Tags that a component may put into the head by itself: React lifts them there. */
export type HeadTag = 'title' | 'description' | 'canonical' | 'openGraphImage';

/** Files that, when they are part of a page, may give it the tag without any metadata. */
export interface HeadTags {
  /** Under the app router, where `next/head` does nothing. */
  readonly inApp: Readonly<Record<HeadTag, ReadonlySet<string>>>;
  /** Under the pages router, where any package may use `next/head`. */
  readonly inPages: Readonly<Record<HeadTag, ReadonlySet<string>>>;
}

/** https://react.dev/reference/react-dom/components/title */
export function headTags(project: Project): HeadTags {
  const byTag = (router: 'app' | 'pages') => ({
    title: filesWith('title', router, project),
    description: filesWith('description', router, project),
    canonical: filesWith('canonical', router, project),
    openGraphImage: filesWith('openGraphImage', router, project),
  });
  return { inApp: byTag('app'), inPages: byTag('pages') };
}

function filesWith(tag: HeadTag, router: 'app' | 'pages', project: Project): ReadonlySet<string> {
  const writers = [...project.sources.values()].filter(
    (source) => writes(source, tag, router) || mayImport(source, router, project),
  );
  return project.importersOf([...writers.map(({ path }) => path), ...project.unparsed]);
}

function writes(source: SourceFile, tag: HeadTag, router: 'app' | 'pages'): boolean {
  if (tag === 'title' && source.setsTitle) return true;
  return source.elements.some(
    (element) => isTag(element, tag) && !(router === 'app' && element.isInNextHead),
  );
}

function isTag(element: SourceElement, tag: HeadTag): boolean {
  switch (element.kind) {
    case 'title':
      return tag === 'title' && !element.isInSvg;
    case 'meta':
      if (tag === 'description') return mayBe(element, 'name', /^description$/i);
      return (
        tag === 'openGraphImage' &&
        (mayBe(element, 'property', /^og:image/i) || mayBe(element, 'name', /^og:image/i))
      );
    case 'link':
      return tag === 'canonical' && mayBe(element, 'rel', /canonical/i);
    default:
      return false;
  }
}

function mayBe({ attributes, hasSpread }: SourceElement, name: string, pattern: RegExp): boolean {
  const value = attributes.get(name);
  if (value === undefined) return hasSpread;
  const text = textOf(value);
  return text === undefined || pattern.test(text);
}

/** Packages that manage the head, whatever the router. */
const HEAD_PACKAGES = /helmet|unhead|next-seo|head-?manager|nextra/;
const HARMLESS_PACKAGES: ReadonlySet<string> = new Set(['next', 'react', 'react-dom']);

function mayImport({ path }: SourceFile, router: 'app' | 'pages', project: Project): boolean {
  return project.modulesOf(path).some((module) => {
    if (module.kind === 'file') return false;
    if (module.kind === 'unknown' || module.isOwn) return true;
    return router === 'app' ? HEAD_PACKAGES.test(module.name) : !HARMLESS_PACKAGES.has(module.name);
  });
}
