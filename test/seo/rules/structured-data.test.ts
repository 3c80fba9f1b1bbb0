import { expect } from 'chai';
import { describeRule, occurrencesOf } from '../../support/seo-rule.js';

const script = (text: string, type = 'application/ld+json') => `<script type="${type}">${text}</script>`;
const page = (...scripts: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>T</title>${scripts.join('\n')}</head><body><h1>H</h1></body></html>`;
const withText = (text: string) => ({ files: { 'index.html': page(script(text)) } });
const withData = (...data: readonly object[]) => ({
  files: { 'index.html': page(...data.map((one) => script(JSON.stringify(one)))) },
});
const CONTEXT = { '@context': 'https://schema.org' };
const PRODUCT = { '@type': 'Product', name: 'Anvil' };

describeRule('structured-data-invalid-json', {
  finds: {
    'a comma too many': { ...withText('{"@type": "Thing",}'), at: ['index.html: }'] },
    'JSON in an HTML comment': { ...withText('<!-- {"a": 1} -->'), at: ['index.html: <!-- {"a": 1} -->'] },
    'JSON in CDATA': {
      ...withText('//<![CDATA[\n{"a": 1}\n//]]>'),
      at: ['index.html: //<![CDATA[ {"a": 1} //]]>'],
    },
    'single quotes': { ...withText("{'a': 1}"), at: ["index.html: 'a': 1}"] },
    'entities, which a script does not know': {
      ...withText('{&quot;a&quot;: 1}'),
      at: ['index.html: &quot;a&quot;: 1}'],
    },
    'each broken script of a page': {
      files: { 'index.html': page(script('{'), script('{"a": 1}'), script('}')) },
      at: ['index.html', 'index.html: }'],
    },
    'an empty script': { ...withText(' \n '), at: ['index.html'] },
    'a script with its type in capitals': {
      files: { 'index.html': page(script('{', 'Application/LD+JSON')) },
      at: ['index.html'],
    },
    'a script in the body': { files: { 'index.html': `${page()}${script('[1,')}` }, at: ['index.html'] },
  },
  passes: {
    'a byte order mark and white space': withText('\uFEFF\n\t{"a": 1}\n'),
    'an escaped end of a script': withText(String.raw`{"a": "<\/script>"}`),
    'a duplicate key, which JSON allows': withText('{"a": 1, "a": 2}'),
    'a script of another type': {
      files: { 'index.html': page(script('{', 'application/json'), script('let a = {;', 'module')) },
    },
    'a script in a comment': { files: { 'index.html': page(`<!-- ${script('{')} -->`) } },
    'a script in a template': {
      files: { 'index.html': page().replace('<h1>', `<template>${script('{')}</template><h1>`) },
    },
    'a redirect stub': {
      files: { 'index.html': page('<meta http-equiv="refresh" content="0; url=/a">', script('{')) },
    },
  },
});

describeRule('structured-data-missing-context', {
  finds: {
    'an object without context': { ...withData(PRODUCT), at: ['index.html: Product'] },
    'members of a list without context, once': {
      ...withData([PRODUCT, { '@type': 'Thing', name: 'T' }]),
      at: ['index.html: Product'],
    },
    'a misspelt context': {
      ...withData({ '@context': 'https://shema.org', ...PRODUCT }),
      at: ['index.html: Product'],
    },
    'a context without scheme': {
      ...withData({ '@context': 'schema.org', ...PRODUCT }),
      at: ['index.html: Product'],
    },
    'a blank context': { ...withData({ '@context': '', ...PRODUCT }), at: ['index.html: Product'] },
    'a context that only sets a language': {
      ...withData({ '@context': { '@language': 'en' }, ...PRODUCT }),
      at: ['index.html: Product'],
    },
    'a graph without context': { ...withData({ '@graph': [PRODUCT] }), at: ['index.html: Product'] },
  },
  passes: {
    'http, https, with slash and www': withData(
      { '@context': 'http://schema.org', ...PRODUCT },
      { '@context': 'https://schema.org/', ...PRODUCT },
      { '@context': 'https://www.schema.org', ...PRODUCT },
      { '@context': 'https://schema.org/docs/jsonldcontext.jsonld', ...PRODUCT },
    ),
    'a list of contexts': withData({ '@context': ['https://schema.org', { '@language': 'en' }], ...PRODUCT }),
    'a vocabulary': withData({ '@context': { '@vocab': 'https://schema.org/' }, ...PRODUCT }),
    'a prefix for schema.org': withData({ '@context': { s: 'https://schema.org/' }, '@type': 's:Product' }),
    'members of a graph, which inherit it': withData({ ...CONTEXT, '@graph': [PRODUCT, [PRODUCT]] }),
    'parts of an object, which inherit it': withData({ ...CONTEXT, ...PRODUCT, brand: { '@type': 'Brand' } }),
    'another vocabulary': withData({ '@context': 'https://www.w3.org/ns/activitystreams', type: 'Note' }),
    'full names': withData({ '@type': 'https://schema.org/Product', 'https://schema.org/name': 'Anvil' }),
    'an empty object': withData({}, []),
  },
});

describeRule('structured-data-missing-type', {
  finds: {
    'an object without type': { ...withData({ ...CONTEXT, name: 'Anvil' }), at: ['index.html: Anvil'] },
    'a member of a graph without type': {
      ...withData({ ...CONTEXT, '@graph': [PRODUCT, { name: 'Hammer' }] }),
      at: ['index.html: Hammer'],
    },
    'a member of a list without type': {
      ...withData([
        { ...CONTEXT, ...PRODUCT },
        { ...CONTEXT, url: '/' },
      ]),
      at: ['index.html'],
    },
    'a blank type': { ...withData({ ...CONTEXT, '@type': '', name: 'Anvil' }), at: ['index.html: Anvil'] },
    'a type that is no text': {
      ...withData({ ...CONTEXT, '@type': { a: 1 }, name: 'Anvil' }),
      at: ['index.html: Anvil'],
    },
    'JSON that was encoded twice': {
      ...withText(JSON.stringify(JSON.stringify(PRODUCT))),
      at: ['index.html'],
    },
  },
  passes: {
    'a list of types': withData({ ...CONTEXT, '@type': ['Product', 'Car'] }),
    'an object that only refers to another': withData({ ...CONTEXT, '@id': 'https://example.com/#a' }),
    'an object that does nothing but hold a graph': withData({ ...CONTEXT, '@graph': [PRODUCT] }),
    'an object whose type another one with its @id names': withData(
      { ...CONTEXT, '@id': '#a', ...PRODUCT },
      { ...CONTEXT, '@id': '#a', brand: 'ACME' },
    ),
    'parts without type, which the property implies': withData({
      ...CONTEXT,
      ...PRODUCT,
      brand: { name: 'ACME' },
    }),
    'type for @type, which the context of schema.org allows': withData({
      ...CONTEXT,
      type: 'Product',
      name: 'Anvil',
    }),
    'another vocabulary': withData({ '@context': 'https://example.org/terms', kind: 'Note' }),
    'nothing at all': { files: { 'index.html': page(script('null'), script('[]'), script('{}')) } },
  },
});

describeRule('structured-data-missing-required', {
  finds: {
    'a product with nothing to show': { ...withData({ ...CONTEXT, ...PRODUCT }), at: ['index.html: Anvil'] },
    'an offer without price': {
      ...withData({ ...CONTEXT, ...PRODUCT, offers: { '@type': 'Offer', priceCurrency: 'EUR' } }),
      at: ['index.html: Anvil'],
    },
    'what lacks the same, once for a script': {
      ...withData({ ...CONTEXT, '@graph': [PRODUCT, { '@type': 'Product', name: 'Hammer' }] }),
      at: ['index.html: Anvil'],
    },
    'each script': {
      ...withData({ ...CONTEXT, '@type': 'Recipe' }, { ...CONTEXT, '@type': 'VideoObject', name: 'V' }),
      at: ['index.html', 'index.html: V'],
    },
  },
  passes: {
    'complete data': withData({ ...CONTEXT, ...PRODUCT, offers: { '@type': 'Offer', price: '1' } }),
    'data that are spread over scripts': withData(
      { ...CONTEXT, ...PRODUCT, '@id': '#a' },
      { ...CONTEXT, '@id': '#a', offers: { '@type': 'Offer', price: 0 } },
    ),
    'types of which nothing is required': withData(
      { ...CONTEXT, '@type': 'Article' },
      { ...CONTEXT, '@type': 'Organization' },
      { ...CONTEXT, '@type': 'WebSite' },
      { ...CONTEXT, '@type': 'FAQPage' },
      { ...CONTEXT, '@type': 'HowTo' },
    ),
    'what the page only mentions': withData({ ...CONTEXT, '@type': 'Article', about: PRODUCT }),
    'a page that may not be shown': {
      files: {
        'index.html': page(
          '<meta name="robots" content="noindex">',
          script(JSON.stringify({ ...CONTEXT, ...PRODUCT })),
        ),
      },
    },
    'a script that cannot be read, which another rule finds': withText(
      '{"@context": "https://schema.org", "@type": "Product",}',
    ),
  },
});

describe('findings about structured data', () => {
  it('name the line and column inside the script', async () => {
    const [found] = await occurrencesOf('structured-data-invalid-json', withText('\n{\n  "a": 1,\n}'));
    expect(found?.message).to.equal(
      'line 4, column 1 of the script: a name in double quotes is missing, or a comma is too many',
    );
    expect(found?.severity).to.equal('critical');
  });

  it('are a warning where lenient parsers read on, and an info where a script is empty', async () => {
    const severityOf = async (text: string) =>
      (await occurrencesOf('structured-data-invalid-json', withText(text))).map(({ severity }) => severity);
    expect(await severityOf('{"a": "line\nbreak"}')).to.deep.equal(['warning']);
    expect(await severityOf('')).to.deep.equal(['info']);
  });

  it('are an info where only ratings are lacking that nobody can make up', async () => {
    const app = { ...CONTEXT, '@type': 'WebApplication', name: 'A', offers: { '@type': 'Offer', price: 0 } };
    const found = await occurrencesOf('structured-data-missing-required', withData(app));
    expect(found.map(({ severity, message }) => `${severity}: ${message}`)).to.deep.equal([
      'info: WebApplication without aggregateRating or review',
    ]);
  });

  it('say how often a script lacks the same', async () => {
    const found = await occurrencesOf(
      'structured-data-missing-required',
      withData({ ...CONTEXT, '@graph': [PRODUCT, PRODUCT] }),
    );
    expect(found.map(({ message }) => message)).to.deep.equal([
      'Product without offers, review or aggregateRating (2 times)',
    ]);
  });
});
