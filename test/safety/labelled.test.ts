import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator as recommendedRules } from '@secretlint/secretlint-rule-preset-recommend';
import { expect } from 'chai';
import { redact } from '../../src/safety/redaction.js';
import { LOOK_ALIKES, POSITIVES } from './labelled/index.js';

/** A row as a title: its beginning, on one line. */
const shown = (text: string) => JSON.stringify(text.length > 48 ? `${text.slice(0, 48)}…` : text);

describe('labelled lists of redaction', () => {
  it('hold at least 200 texts of each sort, each once', () => {
    expect(POSITIVES.length).to.be.at.least(200);
    expect(LOOK_ALIKES.length).to.be.at.least(200);
    const texts = [...POSITIVES.map(({ text }) => text), ...LOOK_ALIKES];
    expect(new Set(texts).size).to.equal(texts.length);
  });

  it('are put together at run time, so that no scanner stumbles over their files', async () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const { messages } = await lintSource({
        source: {
          filePath: file,
          content: readFileSync(path.join(import.meta.dirname, file), 'utf8'),
          contentType: 'text',
          ext: '.ts',
        },
        options: { config: { rules: [{ id: 'recommended', rule: recommendedRules, options: {} }] } },
      });
      expect(messages.map(({ message }) => `${file}: ${message}`)).to.deep.equal([]);
    }
  });

  for (const { kind, text, gone, redacted } of POSITIVES) {
    it(`${kind}: of ${shown(redacted)} the datum goes and the rest stays`, async () => {
      const { value, counts } = await redact({ text });
      expect(value.text).to.equal(redacted);
      expect(counts[kind]).to.equal(gone.length);
      const { value: again } = await redact({ text: redacted });
      expect(again.text, 'the second time').to.equal(redacted);
    });
  }

  for (const text of LOOK_ALIKES) {
    it(`leaves ${shown(text)} alone`, async () => {
      expect((await redact({ text })).value.text).to.equal(text);
    });
  }
});
