import { expect } from 'chai';
import { seoRules } from '../../src/seo/rules/index.js';
import { scanSite } from '../../src/seo/scan.js';
import { folderWith } from '../support/growth.js';

const page = (body: string) => `<html><head><title>T</title></head><body>${body}</body></html>`;
const stub = (target: string) => `<meta http-equiv="refresh" content="0;url=${target}"><title>S</title>`;

/** Pages of which the rules on orphans and depth speak. */
async function lonely(files: Readonly<Record<string, string>>, max = 3): Promise<string[]> {
  const folder = folderWith(files);
  const rules = seoRules.filter(({ id }) => id === 'orphan-page' || id === 'page-depth');
  const settings = { 'page-depth': { max } };
  const { results } = await scanSite(
    { folder, root: folder, sourcePath: '.', maxPages: 100, threads: 1, settings },
    rules,
  );
  return results.flatMap(({ rule, occurrences }) =>
    occurrences.map(({ page: file }) => `${rule.id} ${file}`),
  );
}

describe('the graph of links', () => {
  it('leads through a linked stub to where it redirects', async () => {
    const files = {
      'index.html': page('<a href="old.html">o</a>'),
      'old.html': stub('new.html'),
      'new.html': page(''),
    };
    expect(await lonely(files)).to.deep.equal([]);
  });

  it('does not count a redirect as a click', async () => {
    const files = {
      'index.html': page('<a href="a.html">a</a>'),
      'a.html': stub('b.html'),
      'b.html': stub('c.html'),
      'c.html': page(''),
    };
    expect(await lonely(files, 1)).to.deep.equal([]);
  });

  it('begins where a home page that is a stub leads', async () => {
    const files = {
      'index.html': stub('en/'),
      'en/index.html': page('<a href="a.html">a</a>'),
      'en/a.html': page(''),
    };
    expect(await lonely(files)).to.deep.equal([]);
  });

  it('takes a page for an orphan to which only stubs lead that nobody links', async () => {
    const files = {
      'index.html': page('<a href="a.html">a</a>'),
      'a.html': page(''),
      'old.html': stub('new.html'),
      'new.html': page(''),
    };
    expect(await lonely(files)).to.deep.equal(['orphan-page new.html']);
  });

  it('leads nowhere through stubs that go in circles', async () => {
    const files = {
      'index.html': page('<a href="ring.html">r</a><a href="a.html">a</a>'),
      'a.html': page(''),
      'ring.html': stub('ring2.html'),
      'ring2.html': stub('ring.html'),
      'new.html': page(''),
    };
    expect(await lonely(files)).to.deep.equal(['orphan-page new.html']);
  });
});
