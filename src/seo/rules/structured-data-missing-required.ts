import { counted } from '../structured-data/counted.js';
import { jsonLdScripts } from '../structured-data/json-ld.js';
import { missingProperties } from '../structured-data/missing-properties.js';
import type { PageRule } from './rule.js';

export const structuredDataMissingRequired: PageRule = {
  id: 'structured-data-missing-required',
  scope: 'page',
  pages: 'indexable',
  severity: 'warning',
  title: 'Structured data that lack what a rich result needs',
  meaning: 'Something that Google could show as a rich result lacks a property that Google requires for it.',
  why: 'Without these properties the page is shown as a plain result. They do not change its rank.',
  fix: 'Add the properties if the page shows such data to people; never make up prices, ratings or reviews.',
  source: 'https://developers.google.com/search/docs/appearance/structured-data/search-gallery',
  check: (page) =>
    counted(
      missingProperties(jsonLdScripts(page)).map(({ name, ...mark }) => ({
        ...mark,
        ...(name !== undefined && { value: name }),
      })),
    ),
};
