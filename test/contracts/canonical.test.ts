import { expect } from 'chai';
import fc from 'fast-check';
import {
  CanonicalizationError,
  canonicalFileText,
  canonicalHash,
  canonicalJson,
  sha256Hex,
} from '../../src/contracts/index.js';
import { recomputeInPython } from '../oracle/python.js';

/** JSON values on which every implementation agrees: what the guard lets pass. */
const key = fc.string({ unit: 'grapheme' }).filter((text) => !/^(?:0|[1-9]\d*|__proto__)$/.test(text));
const number = fc.oneof(
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => !Object.is(value, -0) && !(Number.isInteger(value) && !Number.isSafeInteger(value))),
);
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    number,
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }).map((record) => ({ ...record })),
  ),
}));
const document = fc.dictionary(key, json, { maxKeys: 6 }).map((record) => ({ ...record }));

describe('canonical form', () => {
  it('sorts keys by UTF-16 code unit, so U+1F600 stands before U+FB33', () => {
    expect(canonicalJson({ '\uFB33': 1, '\u{1F600}': 2, b: 3, a: 4 })).to.equal(
      '{"a":4,"b":3,"\u{1F600}":2,"\uFB33":1}',
    );
  });

  it('keeps the composed and the decomposed é apart', () => {
    expect(canonicalJson({ 'e\u0301': 1, '\u00e9': 2 })).to.equal('{"e\u0301":1,"\u00e9":2}');
  });

  it('writes numbers as ECMAScript does and escapes no more than JSON must', () => {
    expect(canonicalJson([0.00001, 1e-7, 1.5, 100, 0.1])).to.equal('[0.00001,1e-7,1.5,100,0.1]');
    expect(canonicalJson('\u2028\u007f/"\\\n\u0001')).to.equal('"\u2028\u007f/\\"\\\\\\n\\u0001"');
  });

  it('writes files with two spaces, LF and one final newline', () => {
    expect(canonicalFileText({ b: [1], a: {} })).to.equal('{\n  "a": {},\n  "b": [\n    1\n  ]\n}\n');
  });

  it('hashes without canonical_hash and canonical_hash_algorithm, with canonicalization', () => {
    const hashed = { a: 1, canonicalization: 'sorted_keys' };
    expect(canonicalHash({ ...hashed, canonical_hash: 'x', canonical_hash_algorithm: 'sha256' })).to.equal(
      sha256Hex('{"a":1,"canonicalization":"sorted_keys"}'),
    );
  });

  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 1);
  const refused: [string, unknown, string][] = [
    ['a key that looks like an array index', { a: { '10': 1 } }, '/a/10'],
    ['the own key __proto__', JSON.parse('{"__proto__":1}'), '/__proto__'],
    ['a lone surrogate in a string', { a: ['\ud800'] }, '/a/0'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '/\udc00'],
    ['NaN', { a: Number.NaN }, '/a'],
    ['Infinity', { a: Infinity }, '/a'],
    ['an integer beyond 2^53−1', { a: 2 ** 53 }, '/a'],
    ['1e21', { a: 1e21 }, '/a'],
    ['negative zero', { a: -0 }, '/a'],
    ['a bigint', { a: 1n }, '/a'],
    ['undefined in an array', { a: [undefined] }, '/a/0'],
    ['a function', { a: () => 1 }, '/a'],
    ['a symbol', { a: Symbol('s') }, '/a'],
    ['a symbol key', { a: { [Symbol('s')]: 1 } }, '/a'],
    ['a Date', { a: new Date(0) }, '/a'],
    ['a Map', { a: new Map() }, '/a'],
    ['a Set', { a: new Set() }, '/a'],
    ['a circular reference', circular, '/self'],
    ['nesting beyond 128 levels', deep, '/0'.repeat(128)],
    ['a key with a slash and a tilde, in pointer form', { 'a/b~c': -0 }, '/a~1b~0c'],
  ];
  for (const [what, value, pointer] of refused) {
    it(`refuses ${what}, with its pointer`, () => {
      expect(() => canonicalJson(value))
        .to.throw(CanonicalizationError)
        .with.property('pointer', pointer);
    });
  }

  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(document, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalHash(reversed)).to.equal(canonicalHash(value));
      }),
    );
  });

  it('reads back as the value that was written', () => {
    fc.assert(
      fc.property(document, (value) => {
        expect(JSON.parse(canonicalJson(value))).to.deep.equal(value);
      }),
    );
  });

  it('gives the hashes that Python gives, on 2,000 random documents', function () {
    const documents = fc.sample(document, { numRuns: 2000, seed: 20240901 });
    const recomputed = recomputeInPython(this, documents);
    expect(recomputed.map(({ hash }) => hash)).to.deep.equal(documents.map((value) => canonicalHash(value)));
  });
});
