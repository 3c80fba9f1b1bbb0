import type { PageRule } from './rule.js';
import { viewportProperties, viewports } from './viewport-properties.js';

export const viewportMissing: PageRule = {
  id: 'viewport-missing',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages that are not set up for phones',
  meaning: 'These pages have no <meta name="viewport">, or one that sets neither width nor initial-scale.',
  why: 'Phones then lay the page out as on a desktop screen and shrink it, so that the text is tiny. Google indexes pages as a phone sees them.',
  fix: 'Add <meta name="viewport" content="width=device-width, initial-scale=1"> to the head.',
  source: 'https://developer.chrome.com/docs/lighthouse/pwa/viewport',
  *check(page) {
    const elements = viewports(page);
    const [first] = elements;
    if (first === undefined) {
      yield { message: 'no <meta name="viewport">' };
      return;
    }
    const isSetUp = elements.some(({ content }) => {
      const properties = viewportProperties(content);
      return properties.has('width') || properties.has('initial-scale');
    });
    if (!isSetUp) {
      yield { offset: first.offset, message: 'sets neither width nor initial-scale', value: first.content };
    }
  },
};
