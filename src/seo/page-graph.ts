import type { PageRecord } from './page/page-record.js';

/**
 * Who links to whom, by `a` and `area` between different pages. A link to a redirect stub is one to the page where
 * visitors arrive, too; links of stubs are followed by nobody.
 */
export class PageGraph {
  /** Per page: how many other pages link to it. */
  readonly inbound: Uint32Array;
  /** Per page: clicks from the home page; -1 where no chain of links leads there. */
  readonly depth: Int32Array;
  readonly #outlinks: readonly Uint32Array[];

  readonly #arrivals: Int32Array;

  /** @param outlinks per page: the pages it links to, itself apart, each once */
  constructor(
    pages: readonly PageRecord[],
    outlinks: readonly Uint32Array[],
    redirectOf: (page: PageRecord) => PageRecord | undefined,
  ) {
    this.#arrivals = arrivals(pages, redirectOf);
    this.#outlinks = pages.map(({ index, refresh }) =>
      refresh === undefined ? this.#reached(index, outlinks[index] ?? NO_PAGES) : NO_PAGES,
    );
    this.inbound = new Uint32Array(pages.length);
    for (const targets of this.#outlinks)
      for (const target of targets) this.inbound[target] = (this.inbound[target] ?? 0) + 1;
    this.depth = this.#walk(pages);
  }

  /**
   * Pages by how many clicks they are from the home page, from 0 on, and what no click reaches: redirect stubs, at
   * which nobody stays, are not among it.
   */
  histogram(pages: readonly PageRecord[]): {
    readonly byDepth: readonly number[];
    readonly unreached: number;
  } {
    const byDepth: number[] = [];
    let unreached = 0;
    for (const { index, refresh } of pages) {
      const depth = this.depth[index] ?? -1;
      if (depth === -1) unreached += Number(refresh === undefined);
      else byDepth[depth] = (byDepth[depth] ?? 0) + 1;
    }
    return { byDepth, unreached };
  }

  /** The page links to another page, and is no stub. */
  leadsOn(page: PageRecord): boolean {
    return (this.#outlinks[page.index]?.length ?? 0) > 0;
  }

  #reached(page: number, targets: Uint32Array): Uint32Array {
    if (targets.every((target) => this.#arrivals[target] === -1)) return targets;
    const found = new Set<number>();
    for (const target of targets) {
      found.add(target);
      const arrival = this.#arrivals[target] ?? -1;
      if (arrival !== -1 && arrival !== page) found.add(arrival);
    }
    return Uint32Array.from(found);
  }

  /** Breadth first from the home page, or from where that redirects. */
  #walk(pages: readonly PageRecord[]): Int32Array {
    const depth = new Int32Array(pages.length).fill(-1);
    const home = pages.findIndex(({ path }) => path === 'index.html' || path === 'index.htm');
    if (home === -1) return depth;
    const start = this.#arrivals[home] ?? -1;
    const queue = start === -1 ? [home] : [home, start];
    for (const page of queue) depth[page] = 0;
    for (let next = 0; next < queue.length; next++) {
      const page = queue[next] ?? 0;
      for (const target of this.#outlinks[page] ?? NO_PAGES) {
        if (depth[target] !== -1) continue;
        depth[target] = (depth[page] ?? 0) + 1;
        queue.push(target);
      }
    }
    return depth;
  }
}

const NO_PAGES = new Uint32Array();

/** Per page: where visitors of a stub arrive in the end; -1 for other pages, and where that is no page of the site. */
function arrivals(
  pages: readonly PageRecord[],
  redirectOf: (page: PageRecord) => PageRecord | undefined,
): Int32Array {
  const known = new Int32Array(pages.length).fill(-1);
  const seen = new Set<PageRecord>();
  for (const stub of pages) {
    if (stub.refresh === undefined || seen.has(stub)) continue;
    const passed: PageRecord[] = [];
    let page: PageRecord | undefined = stub;
    while (page?.refresh !== undefined && !seen.has(page)) {
      passed.push(page);
      seen.add(page);
      page = redirectOf(page);
    }
    // What was seen is settled, or part of this very walk: a circle, in which nobody arrives.
    const end = page === undefined ? -1 : page.refresh === undefined ? page.index : (known[page.index] ?? -1);
    for (const { index } of passed) known[index] = end;
  }
  return known;
}
