import type { Located, PageFacts } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

export const templateLeak: PageRule = {
  id: 'template-leak',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Template code shown to visitors',
  meaning:
    'These pages show an unfilled placeholder {{ … }}, or "undefined" or "[object Object]" in a title, description, main heading or link preview. Code examples are not counted, nor pages that load a template engine or a typesetter of formulas for the browser.',
  why: 'A value was missing when the page was built. Visitors and search results show the code instead.',
  fix: 'Fill the value in, and give the template a fallback for where it is missing.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    const fillsInBrowser = page.resources.some(
      ({ kind, url }) => kind === 'script' && TEMPLATE_ENGINE.test(url),
    );
    if (!fillsInBrowser) {
      for (const { offset, value } of page.text.leftovers) {
        if (value.startsWith('{{')) yield { offset, message: 'an unfilled placeholder', value, group: value };
      }
    }
    for (const { offset, value } of headlines(page)) {
      const leak = leakIn(value, page.path, fillsInBrowser);
      if (leak !== undefined) yield { offset, message: `shows ${leak}`, value, group: value };
    }
  },
};

/** Libraries that fill `{{ … }}` of the page in the browser, or typeset it: `{{` opens a group in TeX, too. */
const TEMPLATE_ENGINE =
  /\b(?:vue|angular|alpine|petite-vue|handlebars|mustache|ractive|polymer|mathjax|katex)\b/i;

/** What search results and previews show. */
function headlines(page: PageFacts): Located[] {
  return [
    ...page.titles.slice(0, 1),
    ...page.metas
      .filter(({ key }) => key === 'description' || /^(?:og|twitter):/.test(key))
      .map(({ offset, content }) => ({ offset, value: content })),
    ...page.headings
      .filter(({ level, isHidden }) => level === 1 && !isHidden)
      .map(({ offset, text }) => ({ offset, value: text })),
  ];
}

function leakIn(text: string, path: string, fillsInBrowser: boolean): string | undefined {
  if (text.includes('[object Object]')) return '[object Object]';
  // A manual's page on the word itself, "undefined - JavaScript", is named so.
  const isAboutIt = path.toLowerCase().includes('undefined');
  if (!isAboutIt && parts(text).includes('undefined')) return 'undefined';
  if (fillsInBrowser) return undefined;
  const placeholder = [...text.matchAll(/\{\{[^{}]*\}\}/g)].map(([match]) => match).find(isExpression);
  return placeholder ?? parts(text).find((part) => /^\{\{[^{}]+\}\}$/.test(part));
}

/** The pieces of a title ("undefined | Acme"), or of an address (/blog/undefined). */
function parts(text: string): string[] {
  return text.split(/ [|·•»—–-] |\/|: /).map((part) => part.trim());
}

/** `{{ page.title }}`, as generators write it; `{{ x }}` within a sentence may be what the page is about. */
function isExpression(placeholder: string): boolean {
  return /[\w$][.[(|]|_| \| /.test(placeholder);
}
