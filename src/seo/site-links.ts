import { isUncheckedFragment, linksToFragment } from './page/fragments.js';
import { GrowingArray } from './page/growing-array.js';
import { FOLLOWED } from './page/link-kind.js';
import { type LinkResolver, plainPath } from './link-resolution.js';
import type { PageRecord } from './page/page-record.js';
import { percentDecoded } from './percent-decoding.js';
import type { Target } from './target.js';

/** A link of a page with where it leads. */
export interface SiteLink {
  readonly page: PageRecord;
  readonly offset: number;
  /** Decoded as written. */
  readonly href: string;
  readonly target: Target;
  /** Bits of LinkKind. */
  readonly kind: number;
}

/** A page's part of the lists of links. */
interface PageLinks {
  readonly offsets: Uint32Array;
  readonly hrefs: Uint32Array;
  readonly kinds: Uint32Array;
}

/** Where every link of a site leads; each address is resolved once a folder, each destination kept once. */
export class SiteLinks {
  /** By id; links hold ids. */
  readonly #targets: Target[] = [];
  readonly #ids = new Map<string, number>();
  /** Per page, per link: the id of its target. */
  readonly #targetIds: readonly Uint32Array[];

  constructor(
    readonly pages: readonly PageRecord[],
    readonly linksOf: (page: PageRecord) => PageLinks,
    readonly strings: readonly string[],
    readonly resolver: LinkResolver,
    readonly pageAt: (path: string) => PageRecord | undefined,
  ) {
    this.#targetIds = this.#resolveAll();
  }

  get targets(): readonly Target[] {
    return this.#targets;
  }

  /** Links of certain kinds whose target fulfils a condition, which is asked once for each target of the site. */
  *matching(kinds: number, wanted: (target: Target) => boolean): Iterable<SiteLink> {
    // A site has far fewer targets than links, and most conditions are those of defects, which most sites lack.
    const isWanted = Uint8Array.from(this.#targets, (target) => (wanted(target) ? 1 : 0));
    if (!isWanted.includes(1)) return;
    for (const page of this.pages) {
      const { offsets, hrefs, kinds: ofLinks } = this.linksOf(page);
      const targets = this.#targetIds[page.index] ?? [];
      for (let index = 0; index < offsets.length; index++) {
        const kind = ofLinks[index] ?? 0;
        if ((kind & kinds) === 0) continue;
        const id = targets[index] ?? 0;
        if (isWanted[id] !== 1) continue;
        yield {
          page,
          offset: offsets[index] ?? 0,
          href: this.strings[hrefs[index] ?? 0] ?? '',
          target: this.#at(id),
          kind,
        };
      }
    }
  }

  /** How many links of certain kinds have a target that fulfils a condition. */
  count(kinds: number, wanted: (target: Target) => boolean): number {
    const isWanted = Uint8Array.from(this.#targets, (target) => (wanted(target) ? 1 : 0));
    let count = 0;
    for (const page of this.pages) {
      const { kinds: ofLinks } = this.linksOf(page);
      const targets = this.#targetIds[page.index] ?? [];
      for (let index = 0; index < ofLinks.length; index++)
        if (((ofLinks[index] ?? 0) & kinds) !== 0) count += isWanted[targets[index] ?? 0] ?? 0;
    }
    return count;
  }

  /** Per page: the pages it links to by `a` or `area`, itself apart, each once, in the order of first mention. */
  outlinks(): Uint32Array[] {
    // Targets lie all over the memory, so each is looked at once, and not once a link.
    const pageOf = Int32Array.from(this.#targets, (target) =>
      target.kind === 'page' ? target.page.index : -1,
    );
    const mentionedBy = new Int32Array(this.pages.length).fill(-1);
    const found = new GrowingArray();
    return this.pages.map((page) => {
      const { kinds } = this.linksOf(page);
      const targets = this.#targetIds[page.index] ?? [];
      found.length = 0;
      for (let index = 0; index < kinds.length; index++) {
        if (((kinds[index] ?? 0) & FOLLOWED) === 0) continue;
        const other = pageOf[targets[index] ?? 0] ?? -1;
        if (other === -1 || other === page.index || mentionedBy[other] === page.index) continue;
        mentionedBy[other] = page.index;
        found.push(other);
      }
      return found.toArray();
    });
  }

  resolve(href: string, page: PageRecord): Target {
    return this.#at(this.#resolve(href, this.resolver.baseOf(page.path, page.baseHref)));
  }

  /** An address that does not stand on a page: in a sitemap or robots.txt. */
  resolveAbsolute(href: string): Target {
    return this.#at(this.#resolve(href, this.resolver.baseOf('index.html', undefined)));
  }

  #resolveAll(): Uint32Array[] {
    const known = new KnownTargets(this.strings.length);
    return this.pages.map((page) => {
      const { hrefs } = this.linksOf(page);
      const base = this.resolver.baseOf(page.path, page.baseHref);
      const folder = base.pathname.slice(0, base.pathname.lastIndexOf('/') + 1);
      const isOwnBase = page.baseHref === undefined;
      const ofFolder = known.of(isOwnBase ? folder : base.href);
      const ids = new Uint32Array(hrefs.length);
      for (let index = 0; index < hrefs.length; index++) {
        const href = hrefs[index] ?? 0;
        let id = (isOwnBase ? known.rootedAt(href) : undefined) ?? ofFolder.get(href);
        if (id === undefined) {
          const text = this.strings[href] ?? '';
          id = this.#resolvePlain(text, folder, base) ?? this.#resolve(text, base);
          if (isOwnBase && isRooted(text)) known.setRooted(href, id);
          // What names the page itself means another page everywhere else.
          else if (!isOwnBase || !namesOwnPage(text)) ofFolder.set(href, id);
        }
        ids[index] = id;
      }
      return ids;
    });
  }

  #resolvePlain(href: string, folder: string, base: URL): number | undefined {
    const plain = plainPath(href, folder);
    if (plain === undefined) return undefined;
    const prefix = this.resolver.basePath;
    if (base.host !== this.resolver.host || !`${plain.pathname}/`.startsWith(prefix)) return undefined;
    // The folder's own name may need escapes.
    return this.#idOf(percentDecoded(plain.pathname.slice(prefix.length)), plain.fragment);
  }

  #resolve(href: string, base: URL): number {
    const address = this.resolver.address(href, base);
    return address === undefined ? this.#externalId(href) : this.#idOf(address.path, address.fragment);
  }

  #externalId(href: string): number {
    return this.#idFor(`\n${href}`, () => ({ kind: 'external', href }));
  }

  #idOf(path: string, fragment: string): number {
    return this.#idFor(`${path}\n${fragment}`, () => this.#targetOf(path, fragment));
  }

  #idFor(key: string, make: () => Target): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#targets.length;
    this.#targets.push(make());
    this.#ids.set(key, id);
    return id;
  }

  #at(id: number): Target {
    const target = this.#targets[id];
    if (target === undefined) throw new RangeError(`no target ${id}`);
    return target;
  }

  #targetOf(path: string, fragment: string): Target {
    const served = this.resolver.serve(path);
    if (served.kind === 'redirected') return { kind: 'redirected', path };
    if (served.kind === 'broken') return { ...served, path };
    const page = this.pageAt(served.file);
    if (page === undefined) return { kind: 'file', path: served.file };
    const isBrokenFragment =
      page.refresh === undefined &&
      !page.isClientRendered &&
      !isUncheckedFragment(fragment) &&
      !linksToFragment(fragment, page.idHashes);
    return { kind: 'page', page, path, fragment, isBrokenFragment, isSlashMismatch: served.isSlashMismatch };
  }
}

/** Folders whose addresses are remembered; files come folder by folder. */
const KEPT_FOLDERS = 64;

/** Targets of addresses that were resolved already, by the number of the address as written. */
class KnownTargets {
  /** Of addresses that mean the same on every page: 1 + target. */
  readonly #rooted: Uint32Array;
  readonly #byFolder = new Map<string, Map<number, number>>();

  constructor(addresses: number) {
    this.#rooted = new Uint32Array(addresses);
  }

  rootedAt(href: number): number | undefined {
    const entry = this.#rooted[href] ?? 0;
    return entry === 0 ? undefined : entry - 1;
  }

  setRooted(href: number, target: number): void {
    this.#rooted[href] = target + 1;
  }

  /** What is known in a folder, or under a base. */
  of(folder: string): Map<number, number> {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const [oldest] = this.#byFolder.keys();
    if (this.#byFolder.size === KEPT_FOLDERS && oldest !== undefined) this.#byFolder.delete(oldest);
    const fresh = new Map<number, number>();
    this.#byFolder.set(folder, fresh);
    return fresh;
  }
}

/** A path from the root of the host. */
function isRooted(href: string): boolean {
  return /^\/(?![/\\])/.test(href);
}

/** Nothing but a query or fragment: the page itself, unless a base says otherwise. */
export function namesOwnPage(href: string): boolean {
  return /^[\s\u0000-\u001f]*(?:[?#]|$)/.test(href);
}
