import type { Severity } from '../../contracts/index.js';
import type { PageFacts } from '../page/page-facts.js';

/** What a person reads about a rule, in the report, the catalogue page and code-scanning views. */
export interface RuleTexts {
  /** Stable and public. */
  readonly id: string;
  /** The severity of its occurrences, unless an occurrence says otherwise. */
  readonly severity: Severity;
  /** The finding in a few words, in the plural: "Pages without a title". */
  readonly title: string;
  /** What exactly triggers it. */
  readonly meaning: string;
  readonly why: string;
  readonly fix: string;
  /** Where the rule comes from: an address. */
  readonly source: string;
  /** Numbers that the inputs may set, with their defaults: `{ max: 60 }`. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** What a rule says of one place on a page. */
export interface Mark {
  /** Offset of the element's start tag in the decoded page; absent where the element is missing. */
  readonly offset?: number;
  /** What is wrong here, in a few words. */
  readonly message: string;
  /** The decoded value. */
  readonly value?: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** Places with one cause: a shared title, a link in a template. */
  readonly group?: string;
}

export type Limits = Readonly<Record<string, number>>;

/** A rule on a single page: pure, run while the page is read. Redirect stubs are exempt unless `pages` is `all`. */
export interface PageRule extends RuleTexts {
  readonly scope: 'page';
  /** `content`: all but redirect stubs; `indexable`: of these, what search engines may show; `all`: stubs too. */
  readonly pages: 'content' | 'indexable' | 'all';
  readonly check: (page: PageFacts, limits: Limits) => Iterable<Mark>;
}
