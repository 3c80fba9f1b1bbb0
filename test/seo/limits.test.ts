import path from 'node:path';
import { expect } from 'chai';
import { readBatch } from '../../src/seo/page/read-batch.js';
import { PageRecords } from '../../src/seo/page-records.js';
import { listSiteFiles } from '../../src/seo/page-set.js';
import { unreadFindings } from '../../src/seo/unread-findings.js';
import { GrowthError } from '../../src/errors.js';
import { filesMatching } from '../../src/funnel/glob-files.js';
import { folderWith } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const PAGE = '<html><head><title>T</title></head><body><a href="a">a</a><a href="b">b</a></body></html>';
const NO_LIMITS = { maxBytes: 1e6, maxLinks: 1e6 };

function read(limits: object) {
  const root = folderWith({ 'a.html': PAGE, 'b.html': '<html><title>B</title>' });
  const files = ['a.html', 'b.html'].map((name) => ({
    path: name,
    location: Buffer.from(path.join(root, name)),
  }));
  const result = readBatch({ root, files }, [], { ...NO_LIMITS, ...limits });
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result;
}

describe('limits of a site', () => {
  it('leave out a page beyond a size, or a number of links, and name it', () => {
    for (const [name, most] of [
      ['maxBytes', PAGE.length],
      ['maxLinks', 2],
    ] as const) {
      expect(read({ [name]: most }).oversized).to.deep.equal([]);
      const { batch, oversized } = read({ [name]: most - 1 });
      expect(oversized).to.deep.equal(['a.html']);
      expect(batch.pages.map((page) => page.path)).to.deep.equal(['b.html']);
    }
    const scan = { unread: 0, oversized: ['a.html'], leftOut: [], hostProblems: [] };
    const [found] = unreadFindings(scan, 9, 'site');
    expect(found?.finding.description).to.match(/^1 HTML file is beyond 16 MiB or 100,000 links/);
    expect(found?.finding.evidence?.[0]?.path).to.equal('site/a.html');
  });

  it('end the run beyond a number of links in all', () => {
    const { batch } = read({});
    const records = new PageRecords(4);
    records.add(batch);
    records.add(read({}).batch);
    let code: string | undefined;
    try {
      records.add(read({}).batch);
    } catch (error) {
      if (error instanceof GrowthError) code = error.code;
    }
    expect(code).to.equal('limit_exceeded');
  });

  it('end the run beyond a number of files and folders', async () => {
    const root = folderWith({ 'site/a/b.html': PAGE, 'site/c.html': PAGE });
    const site = path.join(root, 'site');
    expect((await listSiteFiles(site, root, 3)).candidates).to.have.lengthOf(2);
    const error = await rejection(listSiteFiles(site, root, 2), 'limit_exceeded');
    expect(error.message).to.equal('/seo_scan/source_path: "site" holds more than 2 files and folders');
  });
});

describe('limits of a pattern', () => {
  const root = folderWith({ 'e/1.csv': '', 'e/2.csv': '', 'e/3.txt': '' });
  const match = (maxMatches: number, maxEntries: number) =>
    filesMatching(root, 'e/*.csv', '/x', { maxMatches, maxEntries });

  it('hold for the files that match', async () => {
    expect(await match(2, 100)).to.have.lengthOf(2);
    const error = await rejection(match(1, 100), 'limit_exceeded');
    expect(error.message).to.equal('/x: "e/*.csv" matches 2 files; at most 1 are read');
  });

  it('hold for the files that are gone through', async () => {
    expect(await match(2, 3)).to.have.lengthOf(2);
    const error = await rejection(match(2, 2), 'limit_exceeded');
    expect(error.message).to.equal('/x: "e/*.csv" goes through more than 2 files and folders');
  });
});
