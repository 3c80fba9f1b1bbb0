import { mayAnswer, siteFile } from './site-files.js';
import type { NextRule } from './rule.js';

export const nextSitemapMissing: NextRule = {
  id: 'next-sitemap-missing',
  severity: 'opportunity',
  title: 'No sitemap',
  meaning: 'Neither app/ nor public/ has a sitemap, and no route or package of the project makes one.',
  why: 'A sitemap tells search engines which pages there are and when they changed; large and new sites gain most.',
  fix: 'Add app/sitemap.ts, or put a sitemap.xml into public/.',
  source: 'https://nextjs.org/docs/app/api-reference/file-conventions/metadata/sitemap',
  *check(app) {
    const file = siteFile(app);
    // Sitemaps go by many names, and are made by packages after the build, too.
    const isNamed = [...app.files, ...app.project.packages].some((name) => /sitemap/i.test(name));
    if (file === undefined || isNamed || mayAnswer(app, 'sitemap.xml')) return;
    yield { page: file, message: 'neither app/ nor public/ has a sitemap', severity: 'opportunity' };
  },
};
