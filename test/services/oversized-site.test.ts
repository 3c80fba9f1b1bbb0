import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { analyzeArgs, folderWith, growth } from '../support/growth.js';

describe('a site of pages that are all too large', () => {
  it('ends with an error that names the limit, and nothing is written', () => {
    const folder = folderWith({
      'inputs.json': { seo_scan: { source_path: 'site', source_type: 'html_export' } },
      'site/index.html': '<p>lorem ipsum'.repeat(1_300_000),
    });
    const out = path.join(folder, 'out');
    const { status, stderr } = growth(analyzeArgs(path.join(folder, 'inputs.json'), out));
    expect(status).to.equal(3);
    expect(existsSync(out)).to.equal(false);
    expect(stderr).to.include('"site" holds no HTML page within the limits');
    expect(stderr).to.include('A page may have 16 MiB and 100,000 links');
  });
});
