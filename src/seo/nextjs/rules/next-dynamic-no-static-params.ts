import { mayListParams } from '../static-params.js';
import type { NextRule } from './rule.js';

export const nextDynamicNoStaticParams: NextRule = {
  id: 'next-dynamic-no-static-params',
  severity: 'critical',
  title: 'Dynamic routes that an export cannot build',
  meaning:
    "The configuration says output: 'export', the route has a parameter, and neither the page nor a layout above it exports generateStaticParams.",
  why: 'The build fails: an export writes one file for each address, and does not know the addresses.',
  fix: 'Export generateStaticParams from the page and list the addresses.',
  source: 'https://nextjs.org/docs/messages/generate-static-params',
  *check(app) {
    if (app.config.output !== 'export') return;
    for (const { route, layouts } of app.appPages) {
      if (!route.isDynamic || [...layouts, route.file].some((file) => mayListParams(file, app.project)))
        continue;
      yield {
        page: route.file,
        message: `${route.path} has no generateStaticParams`,
        value: route.path,
        severity: 'critical',
      };
    }
  },
};
