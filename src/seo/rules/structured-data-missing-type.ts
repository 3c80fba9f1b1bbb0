import { counted } from '../structured-data/counted.js';
import { JsonLdGraph } from '../structured-data/graph.js';
import { isJsonObject } from '../structured-data/json-objects.js';
import { jsonLdScripts } from '../structured-data/json-ld.js';
import { topObjects } from '../structured-data/top-objects.js';
import type { Mark, PageRule } from './rule.js';

export const structuredDataMissingType: PageRule = {
  id: 'structured-data-missing-type',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Structured data without a type',
  meaning:
    'An object of the script does not say in @type what it describes, or the script holds no object at all.',
  why: 'Search engines cannot tell what an object without type is about and ignore it.',
  fix: 'Name the type: "@type": "Product". Where the object only refers to another, write nothing but its "@id".',
  source: 'https://developers.google.com/search/docs/appearance/structured-data/intro-structured-data',
  check: (page) => counted(marks(page)),
};

function* marks(page: Parameters<PageRule['check']>[0]): Iterable<Mark> {
  const scripts = jsonLdScripts(page).filter((script) => script.state === 'valid');
  const graph = new JsonLdGraph(scripts.map(({ value }) => value));
  for (const { offset, value } of scripts) {
    if (typeof value === 'string') yield { offset, message: 'a text instead of an object: encoded twice?' };
    else if (typeof value === 'number' || typeof value === 'boolean')
      yield { offset, message: `a ${typeof value} instead of an object` };
    for (const { object, context } of topObjects(value)) {
      // Another vocabulary may have another word for the type.
      if (context === 'other' || context === 'adapted' || graph.entity(object).types.length > 0) continue;
      const name = isJsonObject(object['name']) ? undefined : object['name'];
      yield { offset, message: 'no @type', ...(typeof name === 'string' && { value: name }) };
    }
  }
}
