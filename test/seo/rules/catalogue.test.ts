import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { seoRules } from '../../../src/seo/rules/index.js';
import type { SeoRule } from '../../../src/seo/rules/rule.js';
import { ROOT } from '../../support/growth.js';

const FOLDER = path.join(ROOT, 'src', 'seo', 'rules');

describe('the catalogue of rules', () => {
  it('lists every rule that has a file, each in the file of its name', async () => {
    const exported: string[] = [];
    for (const file of readdirSync(FOLDER)) {
      const module = (await import(path.join(FOLDER, file))) as Record<string, unknown>;
      for (const value of Object.values(module)) {
        if (!isRule(value)) continue;
        expect(`${value.id}.ts`).to.equal(file);
        exported.push(value.id);
      }
    }
    expect(seoRules.map(({ id }) => id).sort()).to.deep.equal(exported.sort());
    expect(exported).to.have.lengthOf.above(100);
  });

  it('is in order of ids, each once', () => {
    const ids = seoRules.map(({ id }) => id);
    expect(ids).to.deep.equal([...new Set(ids)].sort());
  });

  it('says of each rule in whole sentences what it means, why it matters and how to fix it', () => {
    for (const { id, title, meaning, why, fix, source } of seoRules) {
      expect(id).to.match(/^[a-z\d]+(?:-[a-z\d]+)*$/);
      expect(title, id).to.match(/^[A-Z<a-z].*[^.]$/);
      for (const text of [meaning, why, fix]) expect(text, id).to.match(/^[<A-Za-z].*[.?]\)?$/s);
      expect(source, id).to.match(/^https:\/\//);
    }
  });

  it('has tests for each rule: what it must find, and look-alikes that it must pass', () => {
    const texts = readdirSync(import.meta.dirname)
      .filter((file) => file.endsWith('.test.ts') && file !== 'catalogue.test.ts')
      .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
      .join('\n');
    const untested = seoRules.filter(({ id }) => !texts.includes(`'${id}'`)).map(({ id }) => id);
    expect(untested).to.deep.equal([]);
  });
});

function isRule(value: unknown): value is SeoRule {
  return typeof value === 'object' && value !== null && 'id' in value && 'scope' in value && 'check' in value;
}
