import { expect } from 'chai';
import fc from 'fast-check';
import { escapeMarkdown } from '../../src/output/markdown.js';
import { logJson, logLine, plainLine } from '../../src/output/plain-text.js';

describe('escapeMarkdown', () => {
  const forged: [string, string][] = [
    ['# heading', String.raw`\# heading`],
    ['title ##', String.raw`title \##`],
    ['- item', String.raw`\- item`],
    ['1. item', String.raw`1\. item`],
    ['=== ', String.raw`\=== `],
    ['[text](https://evil.example)', String.raw`\[text\](https\://evil.example)`],
    ['![x](y)', String.raw`!\[x\](y)`],
    ['<script>', '&lt;script&gt;'],
    ['a & b', 'a &amp; b'],
    ['**bold** _em_ `code`', String.raw`\*\*bold\*\* \_em\_ \`code\``],
    ['snake_case_name', 'snake_case_name'],
    ['a | b', String.raw`a \| b`],
    ['~~gone~~', String.raw`\~\~gone\~\~`],
    ['@team', String.raw`\@team`],
    ['www.evil.example', String.raw`www\.evil.example`],
    ['_www.evil.example', String.raw`\_www\.evil.example`],
    ['line\n# two\r\nthree', 'line # two three'],
    [String.raw`back\slash`, String.raw`back\\slash`],
  ];
  for (const [text, escaped] of forged) {
    it(`shows ${JSON.stringify(text)} as it is`, () => {
      expect(escapeMarkdown(text)).to.equal(escaped);
    });
  }

  it('leaves no character that could start a structure, and no line break, unescaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).to.not.match(/[\n\r<>\u001b\u202e]/);
        expect(escaped.replaceAll(/\\./g, '')).to.not.match(/[`*[\]|~@]|:\/\//);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('plainLine', () => {
  it('replaces terminal sequences and bidirectional overrides', () => {
    expect(plainLine('a\u001b[31mred\u202ecba\u0007\tb\nc')).to.equal('a\uFFFD[31mred\uFFFDcba\uFFFD b c');
  });
});

describe('logLine', () => {
  const lines: [string, string][] = [
    ['a\n::error::b', 'a ::error::b'],
    ['::error::b', ': :error::b'],
    [' \t::error::b', '  : :error::b'],
    ['a ##[error]b', 'a # #[error]b'],
    ['##vso[task.complete]', '# #vso[task.complete]'],
    ['a::b # c', 'a::b # c'],
  ];
  for (const [text, line] of lines) {
    it(`prints ${JSON.stringify(text)} so that no runner of workflows obeys it`, () => {
      expect(logLine(text)).to.equal(line);
    });
  }
});

describe('logJson', () => {
  it('says the same value, without what directs a terminal or a runner of workflows', () => {
    const value = { '##[error]': '\u009b31m\u202e\u2028\n::error::', list: ['##vso[x]'] };
    const text = logJson(value);
    expect(JSON.parse(text)).to.deep.equal(value);
    expect(text).to.not.match(/[\u007f-\u009f\u2028\u202e]|##(?:vso)?\[|^\s*::/mu);
  });
});
