/**
 * Writes down what a build of a Next.js app shows, for the tests that compare it with what its sources say.
 *
 *   node --import tsx scripts/read-nextjs-build.ts <app> <version of Next.js> [origin] > expected.json
 *
 * Reads `out/` of an export, or the prerendered pages of `.next/server` otherwise; then `origin` is where
 * `next start` answers, and links are asked for there.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';

interface PageFacts {
  lang: string | null;
  titles: string[];
  descriptions: string[];
  canonicals: string[];
  robots: string[];
  openGraph: Record<string, string[]>;
  twitterImages: string[];
}

const [app = '.', version = '', origin] = process.argv.slice(2);
const isExport = existsSync(path.join(app, 'out'));
const roots = isExport ? ['out'] : ['.next/server/app', '.next/server/pages'];
const pages: Record<string, PageFacts> = {};
const links = new Set<string>();
for (const root of roots) {
  for (const file of htmlFiles(path.join(app, root))) {
    const address = `/${file.replace(/\.html$/, '').replace(/(^|\/)index$/, '')}`.replace(/(.)\/$/, '$1');
    if (/\/(?:404|500|_not-found|_global-error)$/.test(address)) continue;
    pages[address] = readPage(readFileSync(path.join(app, root, file), 'utf8'));
  }
}
const broken: string[] = [];
for (const link of [...links].filter((href) => href.startsWith('/')).sort()) {
  if (!(await isThere(link))) broken.push(link);
}
process.stdout.write(`${JSON.stringify({ next: version, pages, links: links.size, broken }, null, 2)}\n`);

function htmlFiles(root: string, folder = ''): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === '_next' ? [] : htmlFiles(root, file);
      return file.endsWith('.html') ? [file] : [];
    })
    .sort();
}

function readPage(html: string): PageFacts {
  const facts: PageFacts = {
    lang: null,
    titles: [],
    descriptions: [],
    canonicals: [],
    robots: [],
    openGraph: {},
    twitterImages: [],
  };
  let title: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { content = '' } = attributes;
      if (name === 'html') facts.lang = attributes['lang'] ?? null;
      if (name === 'title') title = '';
      if (name === 'link' && attributes['rel'] === 'canonical')
        facts.canonicals.push(attributes['href'] ?? '');
      if (name === 'a') links.add(attributes['href'] ?? '');
      if (name === 'img') links.add(attributes['src'] ?? '');
      if (name !== 'meta') return;
      if (attributes['name'] === 'description') facts.descriptions.push(content);
      if (attributes['name'] === 'robots') facts.robots.push(content);
      if (attributes['name'] === 'googlebot') facts.robots.push(`googlebot: ${content}`);
      if (attributes['name'] === 'twitter:image') facts.twitterImages.push(stable(content));
      const property = attributes['property'] ?? '';
      if (property.startsWith('og:')) (facts.openGraph[property.slice(3)] ??= []).push(stable(content));
    },
    ontext(text) {
      if (title !== undefined) title += text;
    },
    onclosetag(name) {
      if (name !== 'title' || title === undefined) return;
      facts.titles.push(title);
      title = undefined;
    },
  });
  parser.end(html);
  return facts;
}

/** Image files get a hash of the build. */
function stable(address: string): string {
  return address.replace(/\?opengraph-image.*$/, '');
}

async function isThere(link: string): Promise<boolean> {
  const { pathname } = new URL(link, 'http://site.invalid');
  if (origin !== undefined) return (await fetch(new URL(link, origin))).status < 400;
  const basePath = /basePath: '([^']*)'/.exec(readFileSync(configFile(), 'utf8'))?.[1] ?? '';
  if (!`${pathname}/`.startsWith(`${basePath}/`)) return false;
  const file = path.join(app, 'out', decodeURIComponent(pathname.slice(basePath.length)));
  return [file, `${file}.html`, path.join(file, 'index.html')].some(
    (form) => existsSync(form) && statSync(form).isFile(),
  );
}

function configFile(): string {
  const file = readdirSync(app).find((name) => name.startsWith('next.config.'));
  if (file === undefined) throw new Error(`${app} has no next.config`);
  return path.join(app, file);
}
