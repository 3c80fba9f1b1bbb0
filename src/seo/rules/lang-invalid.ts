import { checkLanguageTag, cut } from '../language-tags.js';
import type { PageRule } from './rule.js';

export const langInvalid: PageRule = {
  id: 'lang-invalid',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages whose lang attribute names no language',
  meaning: 'The lang attribute of <html> is not a language tag of BCP 47, or its language is not registered.',
  why: 'Screen readers and translation tools read such a page as if its language were unknown.',
  fix: 'Write a language tag: <html lang="en">, or with a country <html lang="en-US">.',
  source: 'https://developer.chrome.com/docs/lighthouse/accessibility/html-lang-valid',
  *check({ html: { offset, lang = '' } }) {
    const problem = checkLanguageTag(lang);
    if (problem === undefined) return;
    const { message, suggestion } = problem;
    yield {
      offset,
      message: suggestion === undefined ? message : `${message}; probably "${cut(suggestion)}" is meant`,
      value: cut(lang),
      group: lang.toLowerCase(),
    };
  },
};
