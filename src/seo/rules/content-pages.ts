import type { PageRecord } from '../page-record.js';
import type { Site } from '../site.js';

/** Pages with content of their own: redirect stubs are exempt from every rule on content. */
export function contentPages(site: Site): PageRecord[] {
  return site.pages.filter((page) => !page.isRedirectStub);
}
