import { expect } from 'chai';
import fc from 'fast-check';
import { NameTable } from '../../../src/seo/page/name-table.js';

const name = fc.stringMatching(/^[a-z][a-z0-9:-]{0,12}$/);

describe('a table of names', () => {
  it('finds each of its names where it stands, in any case, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 60 }), fc.array(name), (names, others) => {
        const table = new NameTable(names);
        for (const each of [...names, ...others]) {
          const html = `<x ${each.toUpperCase()}=1 ${each}>`;
          const expected = names.indexOf(each);
          expect(table.find(html, 3, 3 + each.length)).to.equal(expected);
          expect(table.find(html, html.length - 1 - each.length, html.length - 1)).to.equal(expected);
        }
      }),
    );
  });

  it('does not take a sign for the letter whose bits it shares', () => {
    const table = new NameTable(['id', 'a{']);
    expect(table.find('I$', 0, 2)).to.equal(-1);
    expect(table.find('a[', 0, 2)).to.equal(-1);
    expect(table.find('', 0, 0)).to.equal(-1);
  });
});
