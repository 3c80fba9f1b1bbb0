import type { IdHashes } from './id-hashes.js';
import type { Located } from './page-facts.js';

/** What outlives the reading of a page as plain values; its links, ids and marks lie in the batch's lists. */
export interface PageHead {
  readonly path: string;
  readonly bytes: number;
  readonly refresh: Located | undefined;
  readonly isClientRendered: boolean;
  readonly html: { readonly offset: number; readonly lang: string | undefined };
  readonly baseHref: string | undefined;
  readonly title: Located | undefined;
  readonly description: Located | undefined;
  readonly canonicals: readonly (Located & { readonly isInHead: boolean })[];
  readonly robots: readonly Located[];
  readonly alternates: readonly {
    readonly offset: number;
    readonly hreflang: string;
    readonly href: string;
  }[];
  readonly pagination: readonly (Located & { readonly rel: 'next' | 'prev' })[];
  readonly ogUrl: Located | undefined;
  readonly ogImages: readonly Located[];
  readonly hasIcon: boolean;
  readonly words: number;
  readonly cjkCharacters: number;
  readonly textHash: string | undefined;
  /** All `a` and `area` with an address, same-page ones included. */
  readonly anchors: number;
  /** Where this page's part of the batch's lists ends; it begins where that of the page before ends. */
  readonly linkEnd: number;
  readonly idEnd: number;
  readonly markEnd: number;
  readonly shingleEnd: number;
}

export type BatchEnd = 'linkEnd' | 'idEnd' | 'markEnd' | 'shingleEnd';

/** What outlives the reading of a page: no more than site rules need. */
export interface PageRecord extends Omit<PageHead, BatchEnd> {
  /** Position in `site.pages`. */
  readonly index: number;
  readonly idHashes: IdHashes;
  /** For texts that are alike; undefined where the main text is not known. */
  readonly signature: Uint32Array | undefined;
  /** Hashes of the text's shingles, as they come; undefined where the site's would take too much memory. */
  readonly shingles: Uint32Array | undefined;
}
