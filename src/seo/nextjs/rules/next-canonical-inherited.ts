import { isUrl } from '../../../inputs/web-address.js';
import type { AppPage } from '../app-pages.js';
import type { NextApp } from '../next-app.js';
import { contentPages, count, isMadeOf } from './content-pages.js';
import { groupByPlace } from './places.js';
import type { NextRule } from './rule.js';

export const nextCanonicalInherited: NextRule = {
  id: 'next-canonical-inherited',
  severity: 'critical',
  title: 'Canonical links that other pages inherit',
  meaning:
    'A layout sets a canonical link to one address, and pages at other addresses have no alternates of their own.',
  why: 'Every one of these pages tells search engines that it is a copy of that one address, so it may vanish from search.',
  fix: "Move alternates.canonical from the layout to the page, or write './' in the layout: it stands for each page's own address.",
  source: 'https://nextjs.org/docs/app/api-reference/functions/generate-metadata#alternates',
  *check(app) {
    const inherited = contentPages(app).flatMap((page) => inheritedCanonical(page, app));
    for (const group of groupByPlace(inherited)) {
      const [first] = group;
      if (first === undefined) continue;
      const { written } = first.canonical;
      yield {
        page: first.place.file,
        offset: first.place.offset,
        message: `inherited by ${count(group.length, 'route')} with another address, such as ${first.path}`,
        value: written,
        severity: 'critical',
      };
    }
  },
};

function inheritedCanonical(page: AppPage, app: NextApp) {
  const { canonical } = page.metadata;
  const { file, path, isDynamic } = page.route;
  if (canonical.kind !== 'known' || canonical.value.followsPage || canonical.place.file === file) return [];
  // With a canonical link in the markup, too, it is another matter.
  if (isMadeOf(page, app.headTags.inApp.canonical)) return [];
  if (!isDynamic && ownPaths(canonical.value.written, page, app).includes(path)) return [];
  return [{ place: canonical.place, canonical: canonical.value, path }];
}

/** The routes that a canonical link may mean: with the paths of metadataBase and basePath, or without. */
function ownPaths(written: string, { metadata: { metadataBase } }: AppPage, { config }: NextApp): string[] {
  const base = 'http://site.invalid';
  if (!isUrl(written, base)) return [];
  const segments = segmentsOf(new URL(written, base).pathname);
  const prefixes = [config.basePath ?? '', metadataBase.kind === 'known' ? metadataBase.value.pathname : ''];
  return ['', ...prefixes].map(segmentsOf).flatMap((prefix) => {
    const isInside = prefix.every((segment, index) => segments[index] === segment);
    return isInside ? [`/${segments.slice(prefix.length).join('/')}`] : [];
  });
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
