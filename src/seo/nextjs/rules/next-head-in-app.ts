import type { NextRule } from './rule.js';

export const nextHeadInApp: NextRule = {
  id: 'next-head-in-app',
  severity: 'warning',
  title: 'next/head in the app router',
  meaning: 'A file under app/ imports next/head.',
  why: 'In the app router next/head has no effect: the titles and descriptions in it never reach the page.',
  fix: 'Export metadata or generateMetadata from the page or layout.',
  source: 'https://nextjs.org/docs/app/guides/migrating/app-router-migration#step-3-migrating-nexthead',
  *check({ project, routes: { appFolder } }) {
    if (appFolder === undefined) return;
    for (const { path, imports } of project.sources.values()) {
      const found = path.startsWith(`${appFolder}/`)
        ? imports.find(({ specifier }) => specifier === 'next/head')
        : undefined;
      if (found === undefined) continue;
      yield { page: path, offset: found.offset, message: 'imports next/head', severity: 'warning' };
    }
  },
};
