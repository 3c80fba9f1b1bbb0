import { expect } from 'chai';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globMatcher } from '../../src/inputs/glob.js';

describe('globMatcher', () => {
  const cases: [glob: string, matching: string[], others: string[]][] = [
    ['docs/**', ['docs/a', 'docs/a/b.html', 'docs/.a'], ['doc/a', 'a/docs/a']],
    ['**/a.html', ['a.html', 'x/a.html', 'x/y/a.html'], ['xa.html', 'a.html/b']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb']],
    ['*.html', ['a.html', '.html'], ['a/b.html', 'a.htm']],
    ['a?c', ['abc', 'aéc', 'a😀c'], ['a/c', 'ac']],
    ['[a-c]', ['a', 'b', 'c'], ['d', '-', '/']],
    ['[!a-c]x', ['dx', '-x'], ['ax', '/x']],
    ['[]a]', [']', 'a'], ['b']],
    ['[a', ['[a'], ['a']],
    ['{a,b/*}.html', ['a.html', 'b/x.html'], ['b.html', '{a,b/*}.html']],
    ['{a,{b,c}d}', ['a', 'bd', 'cd'], ['b', 'ad']],
    ['{a}', ['{a}'], ['a']],
    ['{a,{b}}', ['a', '{b}'], ['b']],
    ['{a,b', ['{a,b'], ['a', 'b']],
    [String.raw`a\*\{b`, ['a*{b'], ['axb']],
    ['a**b', ['ab', 'axb'], ['a/b']],
    ['', [''], ['a']],
  ];
  for (const [glob, matching, others] of cases) {
    it(`reads ${glob}`, () => {
      const matches = globMatcher(glob);
      expect(matching.filter((path) => !matches(path))).to.deep.equal([]);
      expect(others.filter(matches)).to.deep.equal([]);
    });
  }

  it('agrees with picomatch on names, folders and alternatives', () => {
    const glob = fc
      .array(fc.constantFrom('a', 'b', '.', '*', '?', '/', '**/', '/**/', '{a,b}', '[ab]', '[^a]'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((pieces) => pieces.join(''))
      // picomatch has rules of its own for stars side by side, and for names of dots.
      .filter((text) => !/\*{3}|[^/]\*\*|\*\*[^/]|\/\/|^\/|\/$|^\.\/|\*\?|\?\*|^\.{1,2}$/.test(text));
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ab', 'ba', '.a', 'a.b'), { minLength: 1, maxLength: 4 })
      .map((names) => names.join('/'));
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        expect(globMatcher(pattern)(file)).to.equal(picomatch(pattern, { dot: true })(file));
      }),
      { numRuns: 5000 },
    );
  });

  for (const piece of ['*a', '{a,b}', '?', '**/', '[ab]', '{', '{a,', '[', '*']) {
    it(`takes linear time for ${piece} over and over`, () => {
      const started = performance.now();
      globMatcher(`${piece.repeat(2000)}c`)(`${'a'.repeat(100)}/${'a'.repeat(100)}`);
      expect(performance.now() - started).to.be.below(3000);
    });
  }
});
