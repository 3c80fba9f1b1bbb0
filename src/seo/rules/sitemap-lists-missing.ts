import type { Target } from '../site.js';
import type { SiteRule } from './rule.js';
import { atEntry, listedAddresses } from './sitemap-entries.js';

export const sitemapListsMissing: SiteRule = {
  id: 'sitemap-lists-missing',
  scope: 'site',
  severity: 'critical',
  title: 'Sitemap entries that do not exist',
  meaning: 'A sitemap lists these addresses of this site, for which the export holds no file.',
  why: 'Search engines ask for each of them and get an error page; a sitemap with many of those is trusted less.',
  fix: 'Take the address out of the sitemap or correct it, or export the page that is missing.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const listed of listedAddresses(site)) {
      if (listed.target.kind !== 'broken') continue;
      yield atEntry(listed, { message: explain(listed.target, listed.isChild), group: listed.target.path });
    }
  },
};

function explain(target: Extract<Target, { kind: 'broken' }>, isSitemap: boolean): string {
  switch (target.reason) {
    case 'missing':
      return isSitemap ? 'missing: no such sitemap' : 'missing: no such file';
    case 'directory-without-index':
      return 'directory-without-index: the folder has no index.html';
    case 'case-mismatch':
      return `case-mismatch: the file is ${target.nearest ?? ''}`;
    case 'normalization-mismatch':
      return `normalization-mismatch: the file name ${target.nearest ?? ''} is in another Unicode form`;
  }
}
