import { expect } from 'chai';
import { seoRules } from '../../src/seo/rules/index.js';
import { type SeoScan, scanSite } from '../../src/seo/scan.js';
import { folderWith } from '../support/growth.js';
import { ORIGIN, lifelikeSite } from './lifelike-site.js';

const { files, finds, lookAlikes } = lifelikeSite();

interface Place {
  readonly rule: string;
  readonly page: string;
  readonly value?: string | undefined;
}

const shown = ({ rule, page, value }: Place) =>
  `${rule} ${page} ${value === undefined ? '–' : JSON.stringify(value)}`;

function scan(siteUrl?: string): Promise<SeoScan> {
  const folder = folderWith(files);
  const now = new Date('2025-06-01T12:00:00Z');
  return scanSite({ folder, root: folder, sourcePath: '.', maxPages: 1000, threads: 1, siteUrl, now });
}

function placesOf({ results }: SeoScan): Place[] {
  return results.flatMap(({ rule, occurrences }) =>
    occurrences.map(({ page, value }) => ({ rule: rule.id, page, value })),
  );
}

/** What is in one list and not, or not as often, in the other. */
function without(list: readonly Place[], other: readonly Place[]): Place[] {
  const left = new Map<string, number>();
  for (const place of other) left.set(shown(place), (left.get(shown(place)) ?? 0) + 1);
  return list.filter((place) => {
    const count = left.get(shown(place)) ?? 0;
    left.set(shown(place), count - 1);
    return count <= 0;
  });
}

describe('scanSite on a lifelike site', () => {
  for (const siteUrl of [`${ORIGIN}/`, undefined]) {
    const how = siteUrl === undefined ? 'it finds out' : 'it is given';
    it(`finds every labelled occurrence and nothing else, at the address that ${how}`, async () => {
      const result = await scan(siteUrl);
      const found = placesOf(result);
      expect(result.summary.site_url).to.equal(`${ORIGIN}/`);
      expect({
        missing: without(finds, found).map(shown),
        unlabelled: without(found, finds).map(shown),
      }).to.deep.equal({ missing: [], unlabelled: [] });
    });
  }

  it('reports none of the look-alikes', async () => {
    const unlabelled = without(placesOf(await scan()), finds);
    const wrong = lookAlikes.filter(({ rule, page }) =>
      unlabelled.some((place) => place.rule === rule && place.page === page),
    );
    expect(wrong).to.deep.equal([]);
  });
});

describe('the lifelike site', () => {
  it('is the same on every call', () => {
    expect(lifelikeSite()).to.deep.equal(lifelikeSite());
  });

  it('has 60 pages and more, defects of 100 rules and more, and 100 look-alikes and more', () => {
    expect(Object.keys(files).filter((file) => file.endsWith('.html'))).to.have.lengthOf.at.least(60);
    expect(new Set(finds.map(({ rule }) => rule)).size).to.be.at.least(100);
    expect(lookAlikes).to.have.lengthOf.at.least(100);
  });

  it('labels rules that exist, in files that exist', () => {
    const rules = new Set(seoRules.map(({ id }) => id));
    const wrong = [...finds, ...lookAlikes].filter(({ rule, page }) => !rules.has(rule) || !(page in files));
    expect(wrong).to.deep.equal([]);
  });

  it('holds the text of every look-alike', () => {
    const wrong = lookAlikes.filter(({ page, text }) => !String(files[page]).includes(text));
    expect(wrong).to.deep.equal([]);
  });
});
