import type { PageRule } from './rule.js';

export const charsetConflict: PageRule = {
  id: 'charset-conflict',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages that are not in the encoding they declare',
  meaning:
    'Some bytes of these pages are not valid in the character encoding that the page declares; or the page declares an encoding of one byte a letter, such as ISO-8859-1, and everything beyond ASCII is UTF-8.',
  why: 'Readers see � or garbage where letters should be, and search engines index it so.',
  fix: 'Save the file in the declared encoding, best as UTF-8. Where a single character is affected, it was pasted or included from a file in another encoding.',
  source: 'https://html.spec.whatwg.org/multipage/semantics.html#charset',
  *check({ encoding: { source, name, declared, hasInvalidBytes, isUtf8 } }) {
    // Only by chance would letters of one byte be valid UTF-8 throughout: nobody writes Ã© for long.
    const isMojibake = source === 'declared' && ONE_BYTE.test(name) && isUtf8;
    if (!isMojibake && (!hasInvalidBytes || source === 'guessed')) return;
    yield {
      ...(declared !== undefined && { offset: declared.offset }),
      message: isMojibake ? `UTF-8, declared as ${name}` : `bytes that are not valid in ${name}`,
      value: source === 'bom' ? name : (declared?.value ?? name),
    };
  },
};

/** Latin, Cyrillic, Greek and the like, by names of the Encoding standard. */
const ONE_BYTE = /^(?:windows-\d|iso-8859-|koi8-|macintosh|x-mac-)/;
