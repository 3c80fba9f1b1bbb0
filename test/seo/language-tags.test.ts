import { createRequire } from 'node:module';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkHreflang } from '../../src/seo/hreflang-codes.js';
import { isIso3166, isIso639, likelyLanguage, likelyRegion } from '../../src/seo/language-subtags.js';
import { checkLanguageTag } from '../../src/seo/language-tags.js';

/** Of this process: other programs on the machine do not count. */
const cpuSeconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;

interface RegistryRecord {
  readonly Type: string;
  readonly Subtag?: string;
  readonly Tag?: string;
  readonly Deprecated?: string;
  readonly 'Preferred-Value'?: string;
}

const registry = createRequire(import.meta.url)(
  'language-subtag-registry/data/json/registry.json',
) as RegistryRecord[];
const ofType = (type: string) => registry.filter((record) => record.Type === type);
const subtags = (type: string) =>
  ofType(type).flatMap(({ Subtag = '' }) => (Subtag.includes('..') ? [] : Subtag));

describe('lang attributes', () => {
  const isValid = (tag: string) => checkLanguageTag(tag) === undefined;

  it('take every primary language of the IANA registry', () => {
    expect(subtags('language').length).to.be.greaterThan(8000);
    expect(subtags('language').filter((tag) => !isValid(tag))).to.deep.equal([]);
  });

  it('take every grandfathered and redundant tag of the registry', () => {
    const tags = [...ofType('grandfathered'), ...ofType('redundant')].flatMap(({ Tag }) => Tag ?? []);
    expect(tags.length).to.be.greaterThan(80);
    expect(tags.filter((tag) => !isValid(tag))).to.deep.equal([]);
  });

  it('take every script, region and variant of the registry behind a language', () => {
    const tags = ['script', 'region', 'variant'].flatMap((type) =>
      subtags(type).map((subtag) => `en-${subtag}`),
    );
    expect(tags.filter((tag) => !isValid(tag))).to.deep.equal([]);
  });

  for (const tag of [
    'en',
    'EN-us',
    ' de ',
    'zh-Hant-TW',
    'es-419',
    'sl-rozaj-biske-1994',
    'de-CH-x-phonebk',
    'en-u-ca-gregory',
    'zh-yue-HK',
    'x-piglatin',
    'qaa-Qaaa-QM',
    'und',
    'mul',
    '',
    ' ',
  ]) {
    it(`take ${JSON.stringify(tag)}`, () => {
      expect(checkLanguageTag(tag)).to.equal(undefined);
    });
  }

  for (const [tag, suggestion] of [
    ['en_US', 'en-US'],
    ['english', undefined],
    ['English-US', undefined],
    ['eng', 'en'],
    ['ger-DE', 'de-DE'],
    ['jp', 'ja'],
    ['us', 'en'],
    ['cn_CN', 'zh-CN'],
    ['en-', undefined],
    ['-en', undefined],
    ['en--US', undefined],
    ['e', undefined],
    ['en us', undefined],
    ['{{ lang }}', undefined],
    ['en;q=0.5', undefined],
    ['français', undefined],
    ['x-', undefined],
  ] as const) {
    it(`refuse ${tag}${suggestion === undefined ? '' : ` and name ${suggestion}`}`, () => {
      const problem = checkLanguageTag(tag);
      expect(problem).to.be.an('object');
      expect(problem?.suggestion).to.equal(suggestion);
    });
  }

  it('are never answered with a suggestion that is invalid itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,9}([-_][A-Za-z0-9]{1,9}){0,4}$/)),
        (tag) => {
          const { suggestion, message = '' } = checkLanguageTag(tag) ?? {};
          expect(message.length).to.be.lessThan(100);
          if (suggestion !== undefined) expect(checkLanguageTag(suggestion)).to.equal(undefined);
        },
      ),
    );
  });

  it('of 300,000 subtags are read in linear time', () => {
    const started = cpuSeconds();
    checkLanguageTag(`en${'-abcde'.repeat(300_000)}`);
    checkHreflang(`en${'-abcde'.repeat(300_000)}`);
    expect(cpuSeconds() - started).to.be.lessThan(10);
  }).timeout(120_000);
});

describe('hreflang codes', () => {
  it('may be any of the 183 languages of ISO 639-1', () => {
    const two = subtags('language').filter((tag) => tag.length === 2);
    expect(two.filter((tag) => checkHreflang(tag) === undefined)).to.have.length(183);
  });

  it('of two letters that are deprecated in the registry are withdrawn codes', () => {
    const deprecated = ofType('language').filter(
      ({ Deprecated, Subtag }) => Deprecated !== undefined && Subtag?.length === 2,
    );
    expect(deprecated.map(({ Subtag = '' }) => [Subtag, checkHreflang(Subtag)?.severity])).to.deep.equal(
      deprecated.map(({ Subtag }) => [Subtag, 'info']),
    );
    expect(deprecated.map(({ Subtag = '' }) => likelyLanguage(Subtag))).to.deep.equal(
      deprecated.map((record) => record['Preferred-Value']),
    );
  });

  it('may name any of the 249 countries of ISO 3166-1, and Kosovo', () => {
    const countries = subtags('region').filter((tag) => isIso3166(tag.toLowerCase()));
    expect(countries).to.have.length(249);
    expect(countries.filter((tag) => checkHreflang(`en-${tag}`) !== undefined)).to.deep.equal([]);
    expect(checkHreflang('sq-XK')).to.equal(undefined);
  });

  it('name no country that the registry calls deprecated', () => {
    const deprecated = ofType('region').filter(({ Deprecated }) => Deprecated !== undefined);
    expect(deprecated.length).to.be.greaterThan(5);
    for (const { Subtag = '', 'Preferred-Value': preferred } of deprecated) {
      expect(checkHreflang(`en-${Subtag}`)?.severity).to.equal('critical');
      expect(likelyRegion(Subtag.toLowerCase())).to.equal(preferred?.toLowerCase());
    }
  });

  it('may name any script of ISO 15924', () => {
    const scripts = subtags('script');
    expect(scripts.length).to.be.greaterThan(200);
    expect(scripts.filter((script) => checkHreflang(`sr-${script}`) !== undefined)).to.deep.equal([]);
  });

  for (const code of [
    'x-default',
    'X-Default',
    'en',
    'EN-gb',
    'de-ES',
    'zh-Hant',
    'zh-hans-us',
    'ca-FR',
    ' fr ',
  ]) {
    it(`may be "${code}"`, () => {
      expect(checkHreflang(code)).to.equal(undefined);
    });
  }

  for (const [code, severity, suggestion] of [
    ['', 'critical', undefined],
    ['en-UK', 'critical', 'en-GB'],
    ['uk-en', 'critical', 'en-GB'],
    ['jp', 'critical', 'ja'],
    ['jp-JP', 'critical', 'ja-JP'],
    ['en_US', 'critical', 'en-US'],
    ['US-en', 'critical', 'en-US'],
    ['us', 'critical', 'en-US'],
    ['cz', 'critical', 'cs'],
    ['en-EU', 'critical', 'en'],
    ['en-en', 'critical', 'en'],
    ['en-USA', 'critical', 'en-US'],
    ['eng', 'critical', 'en'],
    ['ger-DE', 'critical', 'de-DE'],
    ['zh-TW-Hant', 'critical', 'zh-Hant-TW'],
    ['zh-CHT', 'critical', 'zh-Hant'],
    ['x_default', 'critical', 'x-default'],
    ['default', 'critical', 'x-default'],
    ['x-other', 'critical', undefined],
    ['english', 'critical', undefined],
    ['*', 'critical', undefined],
    ['en-', 'critical', 'en'],
    ['en-AN', 'critical', 'en'],
    ['sr-Latin', 'critical', 'sr'],
    ['es-419', 'warning', 'es'],
    ['fil', 'warning', undefined],
    ['de-AT-1901', 'warning', 'de-AT'],
    ['zh-yue', 'warning', 'zh'],
    ['iw-IL', 'info', 'he-IL'],
  ] as const) {
    it(`"${code}" is ${severity}${suggestion === undefined ? '' : `, and ${suggestion} meant`}`, () => {
      const problem = checkHreflang(code);
      expect(problem?.severity).to.equal(severity);
      expect(problem?.suggestion).to.equal(suggestion);
    });
  }

  it('get only suggestions that are valid themselves, and none if they are valid', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z]{1,5}([-_][a-zA-Z0-9]{1,5}){0,3}$/)),
        (code) => {
          const { suggestion } = checkHreflang(code) ?? {};
          if (suggestion !== undefined) expect(checkHreflang(suggestion)).to.equal(undefined);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are the same in any case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z]{2,4}(-[a-zA-Z0-9]{2,4}){0,2}$/), (code) => {
        expect(checkHreflang(code.toUpperCase())).to.deep.equal(checkHreflang(code.toLowerCase()));
      }),
    );
  });

  it('that stand for a country are no languages', () => {
    const countries = ['al', 'at', 'au', 'by', 'cn', 'cz', 'dk', 'gb', 'gr', 'il', 'ir', 'jp', 'mx', 'nz'];
    expect(countries.filter((code) => isIso639(code) || !isIso3166(code))).to.deep.equal([]);
  });
});
