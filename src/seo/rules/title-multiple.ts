import type { PageRule } from './rule.js';

export const titleMultiple: PageRule = {
  id: 'title-multiple',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages with several titles',
  meaning: 'These pages have more than one <title> element; titles of <svg> drawings are not counted.',
  why: 'Browsers show the first one, and search engines may take either: the title you see may not be the one that searchers get.',
  fix: 'Keep one <title> in the head. Often the layout and the page, or a plug-in, each add one.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    const [, second] = page.titles;
    if (second === undefined) return;
    yield {
      offset: second.offset,
      message: `${page.titles.length} <title> elements; the second is here`,
      value: second.value,
    };
  },
};
