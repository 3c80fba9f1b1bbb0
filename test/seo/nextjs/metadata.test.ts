import { expect } from 'chai';
import { readNextApp } from '../../../src/seo/nextjs/next-app.js';
import { type Files, layout, page } from './next-project.js';

/** The merged metadata of the page at a path. */
async function metadataAt(path: string, files: Files) {
  const texts = new Map(Object.entries(files));
  const app = await readNextApp({
    files: new Set(texts.keys()),
    read: (file) => Promise.resolve(texts.get(file)),
  });
  return app.appPages.find(({ route }) => route.path === path)!.metadata;
}

async function titleAt(path: string, files: Files): Promise<string> {
  const { title } = await metadataAt(path, files);
  const text = title.kind === 'known' ? title.value.text : title;
  return text.kind === 'known' ? text.value : text.kind;
}

async function canonicalAt(path: string, files: Files): Promise<string | undefined> {
  const { canonical } = await metadataAt(path, files);
  return canonical.kind === 'known' ? canonical.value.resolved : canonical.kind;
}

const TEMPLATE = layout("export const metadata = { title: { template: '%s | Shop', default: 'Shop' } };");
const TITLE = (title: string) => page(`export const metadata = { title: ${title} };`);

describe('titles of Next.js pages', () => {
  it('take the template of a layout above, not of the one beside', async () => {
    const files = {
      'app/layout.tsx': TEMPLATE,
      'app/page.tsx': TITLE("'Home'"),
      'app/a/page.tsx': TITLE("'A'"),
    };
    expect(await titleAt('/', files)).to.equal('Home');
    expect(await titleAt('/a', files)).to.equal('A | Shop');
  });

  it('take the template across groups, which have no path', async () => {
    const files = { 'app/layout.tsx': TEMPLATE, 'app/(g)/page.tsx': TITLE("'Home'") };
    expect(await titleAt('/', files)).to.equal('Home | Shop');
  });

  it('take the nearest template only', async () => {
    const files = {
      'app/layout.tsx': TEMPLATE,
      'app/a/layout.tsx': layout("export const metadata = { title: { template: '%s in A', default: 'A' } };"),
      'app/a/b/page.tsx': TITLE("'B'"),
      'app/a/page.tsx': page(),
    };
    expect(await titleAt('/a/b', files)).to.equal('B in A');
    expect(await titleAt('/a', files)).to.equal('A | Shop');
  });

  it('lose the template below a layout with a plain title', async () => {
    const files = {
      'app/layout.tsx': TEMPLATE,
      'app/a/layout.tsx': layout("export const metadata = { title: 'A' };"),
      'app/a/b/page.tsx': TITLE("'B'"),
    };
    expect(await titleAt('/a/b', files)).to.equal('B');
  });

  it('may be absolute, or the default of the page', async () => {
    const files = {
      'app/layout.tsx': TEMPLATE,
      'app/a/page.tsx': TITLE("{ absolute: 'Alone' }"),
      'app/b/page.tsx': TITLE("{ default: 'Own' }"),
    };
    expect(await titleAt('/a', files)).to.equal('Alone');
    expect(await titleAt('/b', files)).to.equal('Own | Shop');
  });

  it('are put into the template even when empty', async () => {
    expect(await titleAt('/a', { 'app/layout.tsx': TEMPLATE, 'app/a/page.tsx': TITLE("''") })).to.equal(
      ' | Shop',
    );
  });

  it('are unknown under a template that is', async () => {
    const files = {
      'app/layout.tsx': layout('export const metadata = { title: { template: make(), default: "x" } };'),
      'app/a/page.tsx': TITLE("'A'"),
    };
    expect(await titleAt('/a', files)).to.equal('unknown');
  });

  it('are unknown beside a layout with a template and a slot', async () => {
    const files = {
      'app/layout.tsx': layout(),
      'app/a/layout.tsx': layout("export const metadata = { title: { template: '%s in A', default: 'A' } };"),
      'app/a/@side/default.tsx': page(),
      'app/a/page.tsx': TITLE("'Page'"),
    };
    expect(await titleAt('/a', files)).to.equal('unknown');
  });

  it('are known below generateMetadata where the page says its own', async () => {
    const files = {
      'app/layout.tsx': layout('export const generateMetadata = () => load();'),
      'app/page.tsx': TITLE("{ absolute: 'Own' }"),
    };
    expect(await titleAt('/', files)).to.equal('Own');
  });
});

describe('canonical links of Next.js pages', () => {
  const CANONICAL = (address: string, base = '') =>
    page(`export const metadata = { ${base} alternates: { canonical: '${address}' } };`);
  const BASE = "metadataBase: new URL('https://shop.example/en'),";

  it('stay as they are written without a base, without basePath and slash', async () => {
    const files = {
      'next.config.js': "module.exports = { basePath: '/docs', trailingSlash: true };",
      'app/a/page.tsx': CANONICAL('/a'),
    };
    expect(await canonicalAt('/a', files)).to.equal('/a');
  });

  it('are joined to the path of the base, and end as the configuration says', async () => {
    const files = { 'app/a/page.tsx': CANONICAL('/a', BASE) };
    const config = { 'next.config.js': 'module.exports = { trailingSlash: true };' };
    expect(await canonicalAt('/a', files)).to.equal('https://shop.example/en/a');
    expect(await canonicalAt('/a', { ...files, ...config })).to.equal('https://shop.example/en/a/');
  });

  it('get no slash on another host, after a query, or after a file', async () => {
    const config = { 'next.config.js': 'module.exports = { trailingSlash: true };' };
    for (const address of [
      'https://other.example/a',
      'https://shop.example/a?b',
      'https://shop.example/a.pdf',
    ]) {
      const files = { ...config, 'app/a/page.tsx': CANONICAL(address, BASE) };
      expect(await canonicalAt('/a', files)).to.equal(address);
    }
  });

  it('are not known where the base is not', async () => {
    const files = { 'app/a/page.tsx': CANONICAL('/a', 'metadataBase: site(),') };
    expect(await canonicalAt('/a', files)).to.equal(undefined);
  });

  it('are dropped by any alternates of the child, null included', async () => {
    const files = {
      'app/layout.tsx': layout("export const metadata = { alternates: { canonical: '/' } };"),
      'app/a/page.tsx': page('export const metadata = { alternates: null };'),
    };
    expect(await canonicalAt('/a', files)).to.equal('absent');
  });
});
