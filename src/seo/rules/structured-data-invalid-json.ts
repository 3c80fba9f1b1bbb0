import { jsonLdScripts } from '../structured-data/json-ld.js';
import type { PageRule } from './rule.js';

export const structuredDataInvalidJson: PageRule = {
  id: 'structured-data-invalid-json',
  scope: 'page',
  pages: 'content',
  severity: 'critical',
  title: 'Structured data that cannot be read',
  meaning: 'A script of type application/ld+json does not hold valid JSON.',
  why: 'Search engines drop such a script as a whole, with everything that is right in it.',
  fix: 'Correct the JSON at the place named; most often a comma is too many, or a double quote inside a text is not escaped.',
  source: 'https://developers.google.com/search/docs/appearance/structured-data/intro-structured-data',
  *check(page) {
    for (const script of jsonLdScripts(page)) {
      if (script.state === 'empty') {
        yield {
          offset: script.offset,
          severity: 'info',
          message: 'a script of structured data that is empty',
        };
      } else if (script.state === 'invalid') {
        const { offset, message, position, excerpt, isLenient } = script;
        const place =
          position === undefined ? '' : `line ${position.line}, column ${position.column} of the script: `;
        yield {
          offset,
          message: `${place}${message}`,
          ...(excerpt !== '' && { value: excerpt }),
          ...(isLenient && { severity: 'warning' }),
        };
      }
    }
  },
};
