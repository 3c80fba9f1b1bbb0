import { shownAnnotatedPages, targetOf } from '../hreflang.js';
import type { PageRecord, Site } from '../site.js';
import type { SiteRule } from './rule.js';

export const hreflangNoXDefault: SiteRule = {
  id: 'hreflang-no-x-default',
  scope: 'site',
  severity: 'opportunity',
  title: 'Sets of language versions without a default',
  meaning: 'The versions of these pages name no address for everybody whose language is not among them.',
  why: 'With x-default you choose which version such people get; without it search engines do.',
  fix: 'Add a link with hreflang="x-default" to all versions, to the one that suits most or to a page to choose from.',
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(site) {
    for (const { page, codes, pages } of clusters(site)) {
      if (codes.has('x-default') || codes.size < 2) continue;
      const of = pages === 1 ? '1 page' : `${pages} pages`;
      yield { page: page.path, message: `no x-default on ${of} in ${codes.size} languages` };
    }
  },
};

interface Cluster {
  /** Its first page. */
  readonly page: PageRecord;
  readonly codes: Set<string>;
  pages: number;
}

/** Pages that name each other, directly or by way of others: sets that are united link by link, in nearly linear time. */
function clusters(site: Site): Iterable<Cluster> {
  const parents = new Map<number, number>();
  const rootOf = (index: number) => {
    let root = index;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // Shortens the way for those who ask next.
    for (let at = index; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const shown = [...shownAnnotatedPages(site)];
  for (const { page, annotations } of shown) {
    for (const annotation of annotations) {
      const target = targetOf(site, annotation, page);
      if (target.kind !== 'page') continue;
      const [a, b] = [rootOf(page.index), rootOf(target.page.index)];
      if (a !== b) parents.set(Math.max(a, b), Math.min(a, b));
    }
  }
  const found = new Map<number, Cluster>();
  for (const { page, annotations } of shown) {
    const root = rootOf(page.index);
    const cluster = found.get(root) ?? { page, codes: new Set<string>(), pages: 0 };
    cluster.pages += 1;
    for (const { code } of annotations) cluster.codes.add(code);
    found.set(root, cluster);
  }
  return found.values();
}
