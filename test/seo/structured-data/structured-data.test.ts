import { expect } from 'chai';
import fc from 'fast-check';
import { readPage } from '../../../src/seo/page/read-page.js';
import { parseJsonLd } from '../../../src/seo/structured-data/json-ld.js';
import { missingProperties } from '../../../src/seo/structured-data/missing-properties.js';
import { structuredDataInvalidJson } from '../../../src/seo/rules/structured-data-invalid-json.js';
import { structuredDataMissingContext } from '../../../src/seo/rules/structured-data-missing-context.js';
import { structuredDataMissingRequired } from '../../../src/seo/rules/structured-data-missing-required.js';
import { structuredDataMissingType } from '../../../src/seo/rules/structured-data-missing-type.js';
import { googleExamples, schemaOrgExamples } from './examples.js';

/** Of this process: other programs on the machine do not count. */
const cpuSeconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;

const CONTEXT = { '@context': 'https://schema.org' };
const rules = [
  structuredDataInvalidJson,
  structuredDataMissingContext,
  structuredDataMissingType,
  structuredDataMissingRequired,
];

/** All that the four rules say of scripts with these texts. */
const said = (...scripts: readonly string[]) => {
  const page = {
    ...readPage('index.html', Buffer.from('<title>T</title>'))!,
    jsonLd: scripts.map((value, index) => ({ offset: index, value })),
  };
  return rules.flatMap(({ check }) => [...check(page, {})]);
};
const lacking = (...data: readonly unknown[]) =>
  missingProperties(data.map((value, offset) => ({ offset, state: 'valid', value }))).map(
    ({ message }) => message,
  );
const error = (script: string) => {
  const parsed = parseJsonLd(script);
  return parsed.state === 'invalid' ? parsed : undefined;
};

describe('structured data by the examples of schema.org and Google', () => {
  for (const [name, { data, lacks }] of [
    ...Object.entries(schemaOrgExamples),
    ...Object.entries(googleExamples),
  ]) {
    it(`finds ${lacks.length === 0 ? 'nothing lacking' : 'what is lacking'} in ${name}`, () => {
      const text = JSON.stringify(Array.isArray(data) ? data : { ...CONTEXT, ...data });
      expect(lacking(JSON.parse(text))).to.deep.equal(lacks);
    });
  }
});

describe('things that structured data describe', () => {
  const offers = { '@type': 'Offer', price: 1 };

  it('are put together by their @id, over scripts and graphs', () => {
    expect(
      lacking(
        { ...CONTEXT, '@graph': [{ '@type': 'Product', '@id': '#p', name: 'Anvil' }] },
        { ...CONTEXT, '@id': '#p', offers: { '@id': '#o' } },
        { ...CONTEXT, '@type': 'Offer', '@id': '#o', price: 1 },
      ),
    ).to.deep.equal([]);
  });

  it('are put together if one @id is relative', () => {
    expect(
      lacking(
        { ...CONTEXT, '@type': 'Product', '@id': 'https://example.com/a#p', name: 'Anvil' },
        { ...CONTEXT, '@id': '#p', offers },
      ),
    ).to.deep.equal([]);
  });

  it('are told apart by their @id', () => {
    expect(
      lacking(
        { ...CONTEXT, '@type': 'Product', '@id': 'https://example.com/a#p', name: 'Anvil' },
        { ...CONTEXT, '@type': 'Product', '@id': 'https://example.com/b#p', name: 'Anvil', offers },
      ),
    ).to.deep.equal(['Product without offers, review or aggregateRating']);
  });

  it('may be described on another page', () => {
    expect(
      lacking(
        { ...CONTEXT, '@type': 'Product', '@id': 'https://example.com/other#p' },
        {
          ...CONTEXT,
          '@type': 'Product',
          name: 'Anvil',
          offers: { '@id': 'https://example.com/other#offer' },
        },
        {
          ...CONTEXT,
          '@type': 'JobPosting',
          title: 'T',
          description: 'D',
          datePosted: '2025-01-01',
          hiringOrganization: 'O',
          jobLocation: { '@id': '#x' },
        },
      ),
    ).to.deep.equal([]);
  });

  it('need not be complete where they are only mentioned', () => {
    const product = { '@type': 'Product', '@id': '#p', name: 'Anvil' };
    expect(
      lacking({
        ...CONTEXT,
        '@graph': [
          product,
          {
            '@type': 'Article',
            headline: 'H',
            about: { '@id': '#p' },
            mentions: { '@type': 'Product', name: 'Hammer' },
          },
          { '@type': 'WebSite', publisher: { '@type': 'Restaurant', name: 'R' } },
        ],
      }),
    ).to.deep.equal([]);
  });

  it('are looked at as main entity, in whatever depth', () => {
    expect(
      lacking({
        ...CONTEXT,
        '@type': 'WebPage',
        mainEntity: [{ '@type': 'WebPage', mainEntity: { '@type': 'Recipe', name: 'R' } }],
      }),
    ).to.deep.equal(['Recipe without image']);
  });

  it('that contain each other are looked at once', () => {
    expect(
      lacking({
        ...CONTEXT,
        '@graph': [
          { '@type': 'WebPage', '@id': '#w', mainEntity: { '@id': '#r' } },
          { '@type': 'Recipe', '@id': '#r', name: 'R', mainEntity: { '@id': '#w' } },
        ],
      }),
    ).to.deep.equal(['Recipe without image']);
  });

  it('have their types and properties with or without the address of schema.org', () => {
    expect(
      lacking(
        {
          ...CONTEXT,
          '@type': 'https://schema.org/Recipe',
          'schema:name': 'R',
          'http://schema.org/image': 'r.jpg',
        },
        { '@context': { schema: 'https://schema.org/' }, '@type': 'schema:Recipe', 'schema:name': 'R' },
      ),
    ).to.deep.equal(['Recipe without image']);
  });

  it("are not judged without the context of schema.org, or with words of the writer's own", () => {
    expect(
      lacking(
        { '@type': 'Recipe' },
        { '@context': 'https://example.org/vocabulary', '@type': 'Recipe' },
        { '@context': ['https://schema.org', { naam: 'name' }], '@type': 'Recipe', naam: 'R' },
        {
          '@context': { '@vocab': 'https://schema.org/', foto: { '@id': 'image' } },
          '@type': 'Recipe',
          foto: 'r.jpg',
        },
      ),
    ).to.deep.equal([]);
  });

  it('are judged whatever other vocabularies their context adds', () => {
    const context = [
      'https://schema.org',
      { '@language': 'en', skos: 'http://www.w3.org/2004/02/skos/core#' },
    ];
    expect(lacking({ '@context': context, '@type': 'Recipe', name: 'R' })).to.deep.equal([
      'Recipe without image',
    ]);
  });

  it('of several types may be shown for any', () => {
    expect(
      lacking({ ...CONTEXT, '@type': ['Recipe', 'VideoObject'], name: 'R', image: 'r.jpg' }),
    ).to.deep.equal([]);
  });

  it('may use names of JavaScript as names of properties', () => {
    const text =
      '{"@context":"https://schema.org","@type":"Product","__proto__":{"name":"x","offers":{}},"constructor":1}';
    expect(lacking(JSON.parse(text))).to.deep.equal([
      'Product without name, without offers, review or aggregateRating',
    ]);
  });
});

describe('the place of an error in structured data', () => {
  const at = (script: string) => {
    const found = error(script);
    return found?.position === undefined
      ? undefined
      : `${found.position.line}:${found.position.column} ${found.message}`;
  };

  for (const [what, script, place] of [
    [
      'a comma too many',
      '\n{\n  "a": 1,\n}',
      '4:1 a name in double quotes is missing, or a comma is too many',
    ],
    ['a missing comma', '{"a": 1\r\n "b": 2}', '2:2 a comma is missing'],
    [
      'a quote that is not escaped',
      '{"a": "b "c" d"}',
      '1:11 something outside of double quotes; is a double quote inside a text not escaped?',
    ],
    ['a missing end', '{"a": [1, 2', '1:12 a closing ] is missing'],
    [
      'single quotes',
      "{'a': 1}",
      '1:2 something outside of double quotes; is a double quote inside a text not escaped?',
    ],
    ['an HTML comment', ' <!-- {"a": 1} -->', '1:2 an HTML comment'],
    ['a second object', '{"a": 1}\n{"b": 2}', '2:1 something stands after the end of the JSON'],
    ['a backslash', String.raw`{"a": "b\c"}`, '1:7 a backslash before a character that cannot be escaped'],
    [
      'a template that was not filled',
      '{"a": {{ page.title }} }',
      '1:8 a name in double quotes is missing, or a comma is too many',
    ],
    ['CDATA', '//<![CDATA[\n{}\n//]]>', '1:1 a comment'],
  ] as const) {
    it(`is that of ${what}`, () => {
      expect(at(script)).to.equal(place);
    });
  }

  it('is said as far as nesting allows', () => {
    expect(error(`${'['.repeat(400)},`)?.position).to.deep.equal({ line: 1, column: 401 });
    expect(error('['.repeat(100_000))).to.include({ message: 'not valid JSON' });
  });

  it('is a warning where lenient parsers read on', () => {
    expect(error('{"a": "line\nbreak"}')?.isLenient).to.equal(true);
    expect(error('{"a": 1 /* one */}')?.isLenient).to.equal(true);
    expect(error('{"a": "line\nbreak",}')?.isLenient).to.equal(false);
    expect(error('{"a": "http://b" "c"}')?.isLenient).to.equal(false);
  });

  it('is none after a byte order mark and white space', () => {
    expect(parseJsonLd('\uFEFF \r\n\t{"a": 1} \n').state).to.equal('valid');
  });

  it('is found exactly where JSON.parse refuses', () => {
    const valid = fc.json({ maxDepth: 4 });
    const broken = fc.tuple(valid, fc.nat(), fc.string({ maxLength: 3 })).map(([text, at, more]) => {
      const index = at % (text.length + 1);
      return text.slice(0, index) + more + text.slice(index + 1);
    });
    fc.assert(
      fc.property(fc.oneof(valid, broken, fc.string()), (text) => {
        let isValid = true;
        try {
          JSON.parse(text.replace(/^\uFEFF/, ''));
        } catch {
          isValid = false;
        }
        const parsed = parseJsonLd(text);
        expect(parsed.state === 'valid').to.equal(isValid);
        if (parsed.state === 'invalid') expect(parsed.position).to.be.an('object');
      }),
      { numRuns: 500 },
    );
  });
});

describe('structured data that nobody wrote', () => {
  const keys = fc.constantFrom(
    ...[
      '@context',
      '@type',
      '@id',
      '@graph',
      '@value',
      '@list',
      'id',
      'type',
      'name',
      'offers',
      'review',
      'image',
    ],
    ...[
      'aggregateRating',
      'mainEntity',
      'video',
      'itemListElement',
      'position',
      'item',
      'location',
      'address',
    ],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'eventAttendanceMode', 'jobLocation'],
  );
  const words = fc.constantFrom(
    ...[
      'https://schema.org',
      'http://schema.org/',
      'schema.org',
      '#a',
      '#b',
      'https://example.com/#a',
      '',
      ' ',
    ],
    ...[
      'Product',
      'Recipe',
      'BreadcrumbList',
      'ListItem',
      'Offer',
      'AggregateRating',
      'Review',
      'Event',
      'JobPosting',
    ],
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), fc.string()),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
    ),
  }));

  it('never fail, and say the same each time', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), (values) => {
        const scripts = values.map((value) =>
          JSON.stringify({ '@context': 'https://schema.org', '@graph': value }),
        );
        expect(said(...scripts)).to.deep.equal(said(...scripts));
      }),
      { numRuns: 500 },
    );
  });

  it('never fail as a script of their own', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          tree.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        (script) => {
          for (const { message, offset } of said(script)) {
            expect(message.length).to.be.lessThan(300);
            expect(offset).to.be.a('number');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('nested 100,000 levels deep are read', () => {
    const depth = 100_000;
    expect(said('['.repeat(depth) + ']'.repeat(depth))).to.deep.equal([]);
    expect(
      said(`${'{"mainEntity":'.repeat(depth)}1${'}'.repeat(depth)}`).map(({ message }) => message),
    ).to.deep.equal(['no @context', 'no @type']);
    expect(said(`${'{"@graph":['.repeat(depth)}1${']}'.repeat(depth)}`)).to.deep.equal([]);
    expect(said('{"a":'.repeat(depth)).map(({ message }) => message)).to.deep.equal(['not valid JSON']);
  }).timeout(120_000);

  it('that share parts are read in linear time', () => {
    const many = 10_000;
    const countries = Array.from({ length: many }, (_, index) => ({
      '@id': `#a${index}`,
      '@type': 'PostalAddress',
      x: 1,
    }));
    const jobs = Array.from({ length: many }, () => ({
      '@type': 'JobPosting',
      jobLocation: { '@id': '#place' },
    }));
    const same = Array.from({ length: many }, () => ({
      '@type': 'Product',
      '@id': '#same',
      mainEntity: { '@id': '#same' },
    }));
    const chain = Array.from({ length: many }, (_, index) => ({
      '@type': 'WebPage',
      '@id': `#c${index}`,
      mainEntity: { '@id': `#c${index + 1}` },
    }));
    const script = JSON.stringify({
      ...CONTEXT,
      '@graph': [{ '@id': '#place', '@type': 'Place', address: countries }, ...jobs, ...same, ...chain],
    });
    const started = cpuSeconds();
    const messages = said(script).map(({ message }) => message);
    expect(cpuSeconds() - started).to.be.lessThan(10);
    expect(messages.some((message) => message.endsWith(`(${many} times)`))).to.equal(true);
  }).timeout(120_000);

  it('that are no JSON are read in linear time', () => {
    const started = cpuSeconds();
    for (const unit of ['{', '[', '"', '\\', 'a ', '/*', '// \n', '{"a":', ',', '"\\u', '<!--'])
      said(unit.repeat(300_000));
    expect(cpuSeconds() - started).to.be.lessThan(20);
  }).timeout(120_000);
});
