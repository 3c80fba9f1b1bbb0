import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { STABLE_CREATED_AT, analyze } from '../../src/services/analyze.js';
import { CONTENT_TYPES } from '../../src/runners/payload-values.js';
import { ROOT, folderWith } from '../support/growth.js';

const page = readFileSync(path.join(ROOT, 'docs', 'content.md'), 'utf8');
const block = (language: string, index: number): string => {
  const blocks = [...page.matchAll(/```(\w+)\n([^]*?)```/g)].filter(([, one]) => one === language);
  return blocks[index]?.[2] ?? '';
};

describe('docs/content.md', () => {
  it('takes a marketer from nothing to the draft that it shows', async () => {
    const folder = folderWith({ 'inputs.json': block('json', 0), 'profiles/tally.yaml': block('yaml', 0) });
    const { report, files } = await analyze({
      inputs: path.join(folder, 'inputs.json'),
      tenant: 'acme',
      project: 'tally',
      trace: 'first',
      createdAt: STABLE_CREATED_AT,
      threads: 1,
    });
    const [draft] = report.summary.content;
    expect(draft?.checks_passed).to.equal(true);
    const shown = draft?.parts['meta_description'] as string;
    expect(page).to.include(`> ${shown}\n`);
    expect(files.get('report.md')).to.include(shown);
    expect(report.document.findings).to.deep.equal([]);
  });

  it('names every kind of content and every check', () => {
    for (const kind of CONTENT_TYPES) expect(page).to.include(`| \`${kind}\``);
    const checks = readFileSync(path.join(ROOT, 'src', 'content', 'checks', 'checks.ts'), 'utf8');
    const names = [...checks.matchAll(/^ {4}\| '(\w+)'/gm)].map(([, name]) => name);
    expect(names).to.have.length.of.at.least(9);
    for (const name of names) expect(page).to.include(`| \`${name}\``);
  });

  it('shows publish_content in forms that the inputs accept', async () => {
    const wishes = [1, 2].map((index) => JSON.parse(block('json', index)) as Record<string, unknown>);
    expect(wishes).to.have.lengthOf(2);
    const folder = folderWith({
      'inputs.json': wishes[1],
      'profiles/tally.yaml': block('yaml', 0),
      'posts/spring.md': '# Spring\n\nStock counting takes a walk past the shelf.\n',
    });
    const { bundle } = await analyze({
      inputs: path.join(folder, 'inputs.json'),
      tenant: 'acme',
      project: 'tally',
      trace: 'first',
      createdAt: STABLE_CREATED_AT,
      threads: 1,
    });
    expect(bundle.requests.map(({ requires_policy_token }) => requires_policy_token)).to.deep.equal([true]);
  });
});
