import { routePath } from '../route-segments.js';
import type { NextRule } from './rule.js';

export const nextInterceptInExport: NextRule = {
  id: 'next-intercept-in-export',
  severity: 'critical',
  title: 'Intercepting routes in an export',
  meaning: "The configuration says output: 'export', and a folder such as (.)photo intercepts a route.",
  why: 'The build fails: interception needs a server.',
  fix: "Remove the intercepting route, or build without output: 'export'.",
  source: 'https://nextjs.org/docs/app/guides/static-exports#unsupported-features',
  *check(app) {
    if (app.config.output !== 'export') return;
    for (const { file, segments } of app.routes.intercepts) {
      const path = routePath(segments);
      yield { page: file, message: `intercepts ${path}`, value: path, severity: 'critical' };
    }
  },
};
