import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import type { Fact } from '../../../src/seo/nextjs/fact.js';
import { type NextApp, readNextApp } from '../../../src/seo/nextjs/next-app.js';
import { matchesRoute } from '../../../src/seo/nextjs/route-segments.js';
import { type NextScan, scanNextjs } from '../../../src/seo/nextjs/scan-nextjs.js';
import { type NextSources, sourcesOf } from '../../../src/seo/nextjs/sources.js';
import { listSiteFiles } from '../../../src/seo/page-set.js';

const APPS = path.resolve(import.meta.dirname, '../../../fixtures/nextjs');

const texts = z.array(z.string());
const builtPage = z.object({
  lang: z.string().nullable(),
  titles: texts,
  descriptions: texts,
  canonicals: texts,
  robots: texts,
  openGraph: z.record(z.string(), texts),
});
/** What scripts/read-nextjs-build.ts wrote down of the build. */
const buildFacts = z.object({ next: z.string(), pages: z.record(z.string(), builtPage), broken: texts });

type BuiltPage = z.infer<typeof builtPage>;

/** What only the build can know, with the reason. */
const ONLY_BUILT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'app-router': {
    '/jsx-title': 'a component renders title and description',
    '/redirected': 'the page redirects, so what it shows is not its own',
  },
  mixed: {
    '/board': 'a slot has metadata',
    '/board/extra': 'a slot has the page',
  },
  'pages-router': {},
};

for (const name of Object.keys(ONLY_BUILT)) {
  const folder = path.join(APPS, name);
  const build = buildFacts.parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));

  describe(`${name}, built by Next.js ${build.next}`, () => {
    let sources: NextSources;
    let app: NextApp;
    let scan: NextScan;

    before(async () => {
      sources = sourcesOf(await listSiteFiles(folder, folder));
      app = await readNextApp(sources);
      scan = await scanNextjs({ sources });
    });

    const valuesOf = (rule: string) =>
      scan.results.find((result) => result.rule.id === rule)?.occurrences.map(({ value }) => value) ?? [];

    it('has the routes that were built, and no others', () => {
      const pages = app.routes.all.filter(({ kind }) => kind === 'page');
      const locales = app.config.locales ?? [];
      const built = Object.keys(build.pages).map((address) =>
        address
          .split('/')
          .slice(1)
          .filter((part) => part !== ''),
      );
      for (const segments of built) {
        const form = locales.includes(segments[0] ?? '') ? segments.slice(1) : segments;
        const isRoute = pages.some(
          (route) => matchesRoute(route.segments, form) || route.path === `/${form.join('/')}`,
        );
        expect(isRoute, segments.join('/')).to.be.true;
      }
      const unbuilt = pages.filter(
        ({ segments, isDynamic }) =>
          !isDynamic &&
          !built.some((form) =>
            matchesRoute(
              segments,
              form.filter((part) => !locales.includes(part)),
            ),
          ),
      );
      expect(unbuilt.map(({ path: address }) => address)).to.deep.equal([]);
    });

    for (const [address, built] of Object.entries(build.pages)) {
      if (ONLY_BUILT[name]?.[address] !== undefined) continue;
      it(`says of ${address} what the build shows`, () => {
        const segments = address.split('/').filter((part) => part !== '');
        const page = app.appPages.find(({ route }) => matchesRoute(route.segments, segments));
        if (page === undefined) expectPagesRouter(address, built);
        else expectMetadata(page.metadata, built);
      });
    }

    function expectMetadata(metadata: NextApp['appPages'][number]['metadata'], built: BuiltPage): void {
      const title = metadata.title.kind === 'known' ? metadata.title.value.text : metadata.title;
      expect(listOf(title)).to.deep.equal(built.titles);
      expect(listOf(metadata.description).filter((text) => text !== '')).to.deep.equal(built.descriptions);
      expect(listOf(metadata.canonical).map(({ resolved }) => resolved)).to.deep.equal(built.canonicals);
      const isNoindex = metadata.robots.kind === 'known' && metadata.robots.value.noindex;
      expect(isNoindex).to.equal(built.robots.some((text) => text.includes('noindex')));
      if (metadata.openGraph.kind !== 'known') {
        expect(built.openGraph).to.deep.equal({});
        return;
      }
      const { fields, images } = metadata.openGraph.value;
      const filled = fields.title.kind === 'absent' ? title : fields.title;
      expect(listOf(filled)).to.deep.equal(built.openGraph['title'] ?? []);
      const description = fields.description.kind === 'absent' ? metadata.description : fields.description;
      expect(listOf(description)).to.deep.equal(built.openGraph['description'] ?? []);
      expect(listOf(fields.siteName)).to.deep.equal(built.openGraph['site_name'] ?? []);
      expect(listOf(fields.type)).to.deep.equal(built.openGraph['type'] ?? []);
      expect(listOf(fields.locale)).to.deep.equal(built.openGraph['locale'] ?? []);
      expect(listOf(fields.url).length).to.equal((built.openGraph['url'] ?? []).length);
      expect(listOf(images).flat().length).to.equal((built.openGraph['image'] ?? []).length);
      const isLocal = (built.openGraph['image'] ?? []).some((image) => image.startsWith('http://localhost'));
      expect(
        listOf(images)
          .flat()
          .some(({ base }) => base === 'absent'),
      ).to.equal(isLocal);
    }

    function expectPagesRouter(address: string, built: BuiltPage): void {
      const routes = app.routes.all.filter(({ router }) => router === 'pages');
      const segments = address
        .split('/')
        .filter((part) => part !== '' && app.config.locales?.includes(part) !== true);
      const route = routes.find(
        (candidate) =>
          candidate.path === `/${segments.join('/')}` || matchesRoute(candidate.segments, segments),
      );
      expect(valuesOf('next-metadata-missing-title').includes(route?.path)).to.equal(
        built.titles.length === 0,
      );
      expect(valuesOf('next-metadata-missing-description').includes(route?.path)).to.equal(
        built.descriptions.length === 0 && !isUncertain(route?.file ?? ''),
      );
    }

    /** A component that could render a description is imported, or the page has one in some form. */
    function isUncertain(file: string): boolean {
      return app.headTags.inPages.description.has(file);
    }

    it('finds documents without a language where the build shows them', () => {
      const isFound = valuesOf('next-html-lang').length > 0;
      const shown = Object.entries(build.pages).filter(
        ([address]) => ONLY_BUILT[name]?.[address] === undefined,
      );
      expect(isFound).to.equal(shown.some(([, { lang }]) => lang === null));
    });

    it('finds the links that lead nowhere in the build, but for what a client may still resolve', async () => {
      const found = new Set<string>();
      const { basePath } = app.config;
      for (const { rule, occurrences } of scan.results) {
        if (rule.id !== 'next-link-broken') continue;
        for (const { page, offset, value } of occurrences) {
          const text = (await sources.read(page))?.slice(offset) ?? '';
          if (text.startsWith('<Link')) found.add(`${basePath ?? ''}${value ?? ''}`);
          else if (text.startsWith('<')) found.add(value ?? '');
        }
      }
      const trimmed = (links: Iterable<string>) => [...links].map((href) => href.replace(/\/$/, '')).sort();
      // A dynamic page without a list of parameters, and the index by its name: it depends on the host.
      const depends = ['/docs/items/7', '/docs/index'];
      expect(trimmed(found)).to.deep.equal(trimmed(build.broken).filter((href) => !depends.includes(href)));
    });
  });
}

function listOf<T>(fact: Fact<T>): T[] {
  expect(fact.kind).not.to.equal('unknown');
  return fact.kind === 'known' ? [fact.value] : [];
}
