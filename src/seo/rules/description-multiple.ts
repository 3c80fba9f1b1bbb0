import { descriptions } from './descriptions.js';
import type { PageRule } from './rule.js';

export const descriptionMultiple: PageRule = {
  id: 'description-multiple',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Pages with several meta descriptions',
  meaning: 'These pages have more than one <meta name="description">.',
  why: 'Search engines may use any of them, or parts of several. Often a theme and a plug-in each add one, and a correction to one has no effect.',
  fix: 'Keep one description per page.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    const all = descriptions(page);
    const [, second] = all;
    if (second === undefined) return;
    yield {
      offset: second.offset,
      message: `${all.length} descriptions; the second is here`,
      value: second.value,
    };
  },
};
