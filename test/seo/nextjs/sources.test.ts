import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { parseSource } from '../../../src/seo/nextjs/parse-source.js';
import { scanNextjs } from '../../../src/seo/nextjs/scan-nextjs.js';
import { readSource } from '../../../src/seo/nextjs/source-file.js';
import { sourcesOf } from '../../../src/seo/nextjs/sources.js';
import { listSiteFiles } from '../../../src/seo/page-set.js';
import { layout, page, scanFiles, withBody } from './next-project.js';

describe('Next.js sources in a folder', () => {
  let root: string;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'nextjs-')));
    mkdirSync(path.join(root, 'site/app'), { recursive: true });
    writeFileSync(path.join(root, 'site/app/layout.tsx'), layout());
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const scan = async () => {
    const folder = path.join(root, 'site');
    return scanNextjs({ sources: sourcesOf(await listSiteFiles(folder, folder)) });
  };

  it('are read inside the folder only, whatever links and imports say', async () => {
    writeFileSync(path.join(root, 'outside.tsx'), 'export const x = <img src="/secret.png" />;');
    symlinkSync(path.join(root, 'outside.tsx'), path.join(root, 'site/app/linked.tsx'));
    writeFileSync(
      path.join(root, 'site/app/page.tsx'),
      page("import './linked';\nimport '../../outside';\nimport '/etc/passwd';"),
    );
    const { summary, results } = await scan();
    expect(summary.sources).to.equal(2);
    expect(JSON.stringify(results)).not.to.contain('secret');
  });

  it('are passed over, and named, where they are too long', async () => {
    writeFileSync(path.join(root, 'site/app/page.tsx'), `export const x = '${'a'.repeat(4_000_000)}';`);
    const { summary } = await scan();
    expect(summary.unparsed).to.deep.equal(['app/page.tsx']);
  });
});

describe('scanNextjs', () => {
  it('counts the routes of both routers', async () => {
    const { summary } = await scanFiles({
      ...withBody(''),
      'app/blog/[slug]/page.tsx': page(),
      'app/api/x/route.ts': '',
      'pages/old.jsx': page(),
      'pages/api/y.js': '',
      'pages/_app.jsx': page(),
    });
    expect(summary).to.include({ routes: 4, app_routes: 3, pages_routes: 1, dynamic_routes: 1 });
  });

  it('reads src/app where there is no app, and page extensions of the configuration', async () => {
    const { summary } = await scanFiles({
      'next.config.js': "module.exports = { pageExtensions: ['page.tsx'] };",
      'src/app/page.page.tsx': page(),
      'src/app/about/page.tsx': page(),
    });
    expect(summary.app_routes).to.equal(1);
  });

  it('names the files that it could not parse, and says nothing of them', async () => {
    const { summary, results } = await scanFiles({
      'app/layout.tsx': layout('<<<<<<< HEAD'),
      'app/page.tsx': page(),
    });
    expect(summary.unparsed).to.deep.equal(['app/layout.tsx']);
    const found = results.filter(
      ({ rule, occurrences }) => rule.severity !== 'opportunity' && occurrences.length > 0,
    );
    expect(found).to.deep.equal([]);
  });

  it('says the same whatever the order of the files', async () => {
    const files = { ...withBody('<a href="/x">x</a>'), 'app/b/page.tsx': page(), 'app/a/page.tsx': page() };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(await scanFiles(reversed)).to.deep.equal(await scanFiles(files));
  });

  it('has a title, a reason, a remedy and a page of the manual for each rule', async () => {
    const { results } = await scanFiles({});
    for (const { rule } of results) {
      expect(rule.id).to.match(/^next-[a-z-]+$/);
      expect(rule.source).to.match(/^https:\/\/nextjs\.org\/docs\//);
      for (const text of [rule.title, rule.meaning, rule.why, rule.fix]) expect(text).not.to.equal('');
    }
    expect(new Set(results.map(({ rule }) => rule.id)).size).to.equal(17);
  });
});

describe('readSource', () => {
  it('keeps no more of a hostile title than a page could show', async () => {
    const template = '%s'.repeat(5_000);
    const { results } = await scanFiles({
      'app/layout.tsx': layout(
        `export const metadata = { title: { template: '${template}', default: 'x' } };`,
      ),
      'app/a/page.tsx': page(`export const metadata = { title: '${template}' };`),
    });
    expect(JSON.stringify(results).length).to.be.lessThan(50_000);
  });

  it('reads constants that double each other in time', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `const c${index + 1} = c${index} + c${index};`);
    const text = `const c0 = 'x';\n${lines.join('\n')}\nexport const metadata = { title: c60 };`;
    expect(readSource('app/page.ts', text)?.exports.get('metadata')?.value).to.have.property(
      'kind',
      'object',
    );
  });

  it('knows constants that need themselves for unknown', () => {
    const source = readSource('a.ts', 'const a = b;\nconst b = a;\nexport const metadata = a;');
    expect(source?.exports.get('metadata')?.value.kind).to.equal('unknown');
  });

  for (const [name, text] of Object.entries({
    parentheses: '('.repeat(100_000),
    elements: '<a>'.repeat(100_000),
    members: `a${'.b'.repeat(100_000)} = 1`,
    sums: `export const metadata = 'a'${" + 'a'".repeat(50_000)}`,
    casts: `export const metadata = {}${' as T'.repeat(50_000)}`,
    templates: '`${'.repeat(50_000),
  })) {
    it(`survives ${name} nested without end`, () => {
      expect(() => readSource('app/page.tsx', text)).not.to.throw();
    });
  }

  it('gives up on a broken file that would take the parser years', () => {
    expect(parseSource('<a>(`${'.repeat(40), 'app/page.tsx', 300)).to.equal(undefined);
  });

  it('never throws, whatever the text', () => {
    const word = fc.constantFrom(
      ...[
        'export ',
        'const ',
        'metadata',
        ' = ',
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        "'x'",
        '`',
        '${',
        ', ',
        ': ',
        'title',
      ],
      ...[
        'default ',
        'function ',
        'return ',
        '<a href="/x">',
        '</a>',
        '<',
        '>',
        '/>',
        '=>',
        '...',
        "'use client';",
        '\n',
      ],
      ...[
        'import ',
        'from ',
        "'next/link'",
        'useRouter',
        '.push',
        'async ',
        'as ',
        'satisfies ',
        '* ',
        '\ud800',
        '\0',
      ],
    );
    const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(''));
    const file = fc.constantFrom('a.tsx', 'a.ts', 'a.js', 'a.jsx');
    fc.assert(
      fc.property(file, text, (path_, source) => {
        readSource(path_, source);
      }),
      { numRuns: 400 },
    );
  });

  it('lets no project end in an error, whatever its files hold', async () => {
    const files = [
      'next.config.js',
      'tsconfig.json',
      'package.json',
      'vercel.json',
      'app/layout.tsx',
      'app/[a]/page.tsx',
      'middleware.ts',
    ];
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.json({ maxDepth: 3 }),
      fc.json({ maxDepth: 3 }).map((json) => `export default ${json}`),
      fc.json({ maxDepth: 3 }).map((json) => `export const metadata = ${json};`),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...files), text), async (project) => {
        await scanFiles(project);
      }),
      { numRuns: 150 },
    );
  });
});
