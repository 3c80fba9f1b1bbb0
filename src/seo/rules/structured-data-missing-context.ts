import type { Severity } from '../../contracts/index.js';
import type { Context } from '../structured-data/context.js';
import { counted } from '../structured-data/counted.js';
import { type JsonObject, typesOf } from '../structured-data/json-objects.js';
import { jsonLdScripts } from '../structured-data/json-ld.js';
import { topObjects } from '../structured-data/top-objects.js';
import type { Mark, PageRule } from './rule.js';

const PROBLEMS: Partial<Record<Context, { readonly message: string; readonly severity: Severity }>> = {
  none: { message: 'no @context', severity: 'warning' },
  misspelt: { message: 'an @context that is nearly schema.org', severity: 'warning' },
  'no-scheme': { message: 'an @context without https://', severity: 'info' },
};

export const structuredDataMissingContext: PageRule = {
  id: 'structured-data-missing-context',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Structured data without its vocabulary',
  meaning: 'The @context that says that names such as Product are those of schema.org is absent or misspelt.',
  why: 'Without it the data have no meaning by the standard, and search engines may pass over them.',
  fix: 'Begin each object of the script with "@context": "https://schema.org".',
  source: 'https://developers.google.com/search/docs/appearance/structured-data/intro-structured-data',
  check: (page) => counted(marks(page)),
};

function* marks(page: Parameters<PageRule['check']>[0]): Iterable<Mark> {
  for (const script of jsonLdScripts(page)) {
    if (script.state !== 'valid') continue;
    for (const { object, context } of topObjects(script.value)) {
      const problem = PROBLEMS[context];
      if (problem === undefined || (context === 'none' && hasFullNames(object))) continue;
      const [type] = typesOf(object);
      yield { offset: script.offset, ...problem, ...(type !== undefined && { value: type }) };
    }
  }
}

/** Names written as addresses need no context: `"@type": "https://schema.org/Product"`. */
function hasFullNames(object: JsonObject): boolean {
  const type = object['@type'];
  return [type].flat().some((one) => typeof one === 'string' && /^https?:/i.test(one));
}
