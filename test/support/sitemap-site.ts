/** The site that the tests on sitemaps are about. */
export const siteUrl = 'https://a.example/';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export function page(head = ''): string {
  return `<!doctype html><html lang="en"><head><title>x</title>${head}</head><body><p>x</p></body></html>`;
}

/** Entries are addresses, or whole elements inside `<url>`. */
export function urlset(...entries: string[]): string {
  const urls = entries.map((entry) => `<url>${entry.startsWith('<') ? entry : `<loc>${entry}</loc>`}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?><urlset ${NAMESPACE}>${urls.join('')}</urlset>`;
}

export function index(...locs: string[]): string {
  const entries = locs.map((loc) => `<sitemap><loc>${loc}</loc></sitemap>`);
  return `<sitemapindex ${NAMESPACE}>${entries.join('')}</sitemapindex>`;
}

export function dated(...dates: string[]): string {
  return urlset(...dates.map((date, number) => `<loc>${siteUrl}${number}</loc><lastmod>${date}</lastmod>`));
}

export const noindex = page('<meta name="robots" content="noindex">');
export const stub = page('<meta http-equiv="refresh" content="0; url=/">');
export const canonical = (href: string) => page(`<link rel="canonical" href="${href}">`);
export const pages = { 'index.html': page(), 'b.html': page() };
