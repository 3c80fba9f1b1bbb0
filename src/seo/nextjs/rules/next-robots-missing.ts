import type { NextApp } from '../next-app.js';
import { mayAnswer, siteFile } from './site-files.js';
import type { NextOccurrence, NextRule } from './rule.js';

export const nextRobotsMissing: NextRule = {
  id: 'next-robots-missing',
  severity: 'opportunity',
  title: 'No robots.txt at the root of the site',
  meaning:
    'Neither app/ nor public/ has a robots file; or there is one, and basePath moves it away from the root, where alone it counts.',
  why: 'Crawlers ask for /robots.txt at the root. Without it they may fetch everything, and do not learn where the sitemap is.',
  fix: 'Add app/robots.ts, or put a robots.txt into public/. Under a basePath, the app at the root of the host has to have it.',
  source: 'https://nextjs.org/docs/app/api-reference/file-conventions/metadata/robots',
  *check(app) {
    const { basePath } = app.config;
    if (basePath === undefined) return;
    if (basePath === '') yield* missing(app);
    else yield* misplaced(app, basePath);
  },
};

function* missing(app: NextApp): Generator<NextOccurrence> {
  const file = siteFile(app);
  // A package such as next-sitemap writes robots.txt after the build.
  const isMade = app.project.packages.some((name) => /sitemap|robots/i.test(name));
  if (file === undefined || isMade || mayAnswer(app, 'robots.txt')) return;
  yield { page: file, message: 'neither app/ nor public/ has a robots file', severity: 'opportunity' };
}

/** What answers at the root of the host is another app's matter. */
function* misplaced(app: NextApp, basePath: string): Generator<NextOccurrence> {
  const route = app.routes.all.find(({ router, path }) => router === 'app' && path === '/robots.txt');
  const file = route?.file ?? (app.files.has('public/robots.txt') ? 'public/robots.txt' : undefined);
  if (file === undefined) return;
  yield {
    page: file,
    message: `is served at ${basePath}/robots.txt, where no crawler looks`,
    value: `${basePath}/robots.txt`,
    severity: 'opportunity',
  };
}
