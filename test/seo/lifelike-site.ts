import { addBlog } from './lifelike/blog.js';
import { addCompany } from './lifelike/company.js';
import { addCrawlFiles } from './lifelike/crawling.js';
import { addDocs } from './lifelike/docs.js';
import { type LabelledFind, type LabelledLookAlike, SiteDraft } from './lifelike/draft.js';
import { addLanguages } from './lifelike/languages.js';
import { addLegacy } from './lifelike/legacy.js';
import { addPeople } from './lifelike/people.js';
import { addShop } from './lifelike/shop.js';

export { ORIGIN } from './lifelike/draft.js';

/** A site as it is exported, with everything that a scan must say of it. */
export interface LifelikeSite {
  /** Path to text or bytes. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Every occurrence there is. */
  readonly finds: readonly LabelledFind[];
  /** What looks like a defect and is none. */
  readonly lookAlikes: readonly LabelledLookAlike[];
}

/**
 * The site of a small software company: home, product, prices and people in three languages, a journal, documentation
 * in two versions, a shop, and what gathers over the years. The same on every call.
 */
export function lifelikeSite(): LifelikeSite {
  const site = new SiteDraft();
  addCompany(site);
  addPeople(site);
  addLanguages(site);
  addBlog(site);
  addDocs(site);
  addShop(site);
  addLegacy(site);
  // Sitemaps list what was made before.
  addCrawlFiles(site);
  return site;
}
