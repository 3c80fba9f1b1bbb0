import type { BrokenReason } from './link-resolution.js';
import type { PageRecord } from './page/page-record.js';

/** Where an address leads. */
export type Target =
  /** Another site, another scheme than http(s), or no valid address. */
  | { readonly kind: 'external'; readonly href: string }
  | {
      readonly kind: 'page';
      readonly page: PageRecord;
      /** Decoded path inside the site as the link spells it, without leading slash, query and fragment. */
      readonly path: string;
      /** Without `#`, as written; '' for none. */
      readonly fragment: string;
      /** The page can be checked for the fragment, and has no such place. */
      readonly isBrokenFragment: boolean;
      /** The link says `about/` and the file is `about.html`: it depends on the host. */
      readonly isSlashMismatch: boolean;
    }
  /** A file of the site that is no page. */
  | { readonly kind: 'file'; readonly path: string }
  /** A redirect rule of the host (`_redirects`, vercel.json and the like) serves it. */
  | { readonly kind: 'redirected'; readonly path: string }
  | {
      readonly kind: 'broken';
      readonly path: string;
      readonly reason: BrokenReason;
      readonly nearest?: string;
    };
