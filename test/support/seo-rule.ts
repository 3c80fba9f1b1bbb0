import { expect } from 'chai';
import type { Graded } from '../../src/seo/occurrences.js';
import { seoRules } from '../../src/seo/rules/index.js';
import { scanSite } from '../../src/seo/scan.js';
import { folderWith } from './growth.js';

export interface RuleCase {
  readonly files: Readonly<Record<string, unknown>>;
  readonly siteUrl?: string;
  /** ISO 8601. */
  readonly now?: string;
  /** Numbers of the rule. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** What one rule says of a site made of these files. */
export async function occurrencesOf(
  id: string,
  { files, siteUrl, now, limits }: RuleCase,
): Promise<readonly Graded[]> {
  const rule = seoRules.find((known) => known.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const folder = folderWith(files);
  const { results } = await scanSite(
    {
      folder,
      root: folder,
      sourcePath: '.',
      maxPages: 1000,
      threads: 1,
      siteUrl,
      now: now === undefined ? undefined : new Date(now),
      settings: limits === undefined ? undefined : { [id]: limits },
    },
    [rule],
  );
  return results.flatMap(({ occurrences }) => occurrences);
}

/**
 * A suite for one rule. `at` lists what it must say, in order: `page`, or `page: value`; cases of `passes` are
 * look-alikes of which it must say nothing.
 */
export function describeRule(
  id: string,
  cases: {
    readonly finds: Readonly<Record<string, RuleCase & { readonly at: readonly string[] }>>;
    readonly passes: Readonly<Record<string, RuleCase>>;
  },
): void {
  describe(id, () => {
    for (const [what, { at, ...site }] of Object.entries(cases.finds)) {
      it(`finds ${what}`, async () => {
        const found = await occurrencesOf(id, site);
        expect(
          found.map(({ page, value }) => (value === undefined ? page : `${page}: ${value}`)),
        ).to.deep.equal(at);
      });
    }
    for (const [what, site] of Object.entries(cases.passes)) {
      it(`passes ${what}`, async () => {
        expect(await occurrencesOf(id, site)).to.deep.equal([]);
      });
    }
  });
}
