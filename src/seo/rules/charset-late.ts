import type { PageRule } from './rule.js';

export const charsetLate: PageRule = {
  id: 'charset-late',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Character encodings declared too late',
  meaning: 'The <meta charset> of these pages begins after the first 1024 bytes.',
  why: 'Browsers look for it in the first 1024 bytes only. They may have to start over or guess wrongly.',
  fix: 'Move <meta charset="utf-8"> to the top of the head, before scripts and styles.',
  source: 'https://html.spec.whatwg.org/multipage/semantics.html#charset',
  *check({ encoding: { source, declared, isLate } }) {
    // A byte order mark has settled it.
    if (declared === undefined || !isLate || source === 'bom') return;
    yield { offset: declared.offset, message: 'after the first 1024 bytes', value: declared.value };
  },
};
