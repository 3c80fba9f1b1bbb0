import type { SeoSummary } from '../seo/summary.js';
import { escapeMarkdown as md, table } from './markdown.js';

const BAR_WIDTH = 30;

/** The site in figures: pages, links, how far pages are from the home page, and where links lead most. */
export function siteMarkdown(seo: SeoSummary): string {
  const { pages, indexable_pages, redirect_stubs, links, site_url } = seo;
  const figures = table(
    ['What', 'Count'],
    [
      ['Pages', String(pages)],
      ['… that search engines may show', String(indexable_pages)],
      ['… that only redirect', String(redirect_stubs)],
      ['Links within the site', String(links.internal)],
      ['… to what does not exist', String(links.broken)],
      ['Links to other sites', String(links.external)],
      ['Address', site_url === null ? 'unknown: absolute links were not checked' : md(site_url)],
    ],
  );
  return ['## The site', figures, depth(seo), mostLinked(seo)].filter((part) => part !== '').join('\n\n');
}

function depth({ depth: levels, unreached_pages, pages }: SeoSummary): string {
  if (levels.length === 0) return 'There is no home page (`index.html`), so clicks from it were not counted.';
  const rows = [
    ...levels.map(({ clicks, pages: count }) => [String(clicks), String(count), bar(count / pages)]),
    ...(unreached_pages > 0 ? [['never', String(unreached_pages), bar(unreached_pages / pages)]] : []),
  ];
  return table(['Clicks from the home page', 'Pages', 'Share'], rows);
}

function bar(share: number): string {
  return '█'.repeat(Math.round(BAR_WIDTH * share));
}

function mostLinked({ most_linked }: SeoSummary): string {
  if (most_linked.length === 0) return '';
  return table(
    ['Most linked pages', 'Pages that link there'],
    most_linked.map(({ page, inbound_pages }) => [md(page), String(inbound_pages)]),
  );
}
