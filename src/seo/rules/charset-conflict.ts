import type { PageRule } from './rule.js';

export const charsetConflict: PageRule = {
  id: 'charset-conflict',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages that are not in the encoding they declare',
  meaning: 'Some bytes of these pages are not valid in the character encoding that the page declares.',
  why: 'Readers see � or garbage where letters should be, and search engines index it so.',
  fix: 'Save the file in the declared encoding, best as UTF-8. Where a single character is affected, it was pasted or included from a file in another encoding.',
  source: 'https://html.spec.whatwg.org/multipage/semantics.html#charset',
  *check({ encoding: { source, name, declared, hasInvalidBytes } }) {
    if (!hasInvalidBytes || source === 'guessed') return;
    yield {
      ...(declared !== undefined && { offset: declared.offset }),
      message: `bytes that are not valid in ${name}`,
      value: source === 'bom' ? name : (declared?.value ?? name),
    };
  },
};
