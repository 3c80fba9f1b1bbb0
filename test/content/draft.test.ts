import { expect } from 'chai';
import fc from 'fast-check';
import { prohibitedPhrases } from '../../src/content/checks.js';
import { type ContentDraft, draftContent } from '../../src/content/draft.js';
import { fitSentences } from '../../src/content/fit.js';
import { loadProfile } from '../../src/content/load-profile.js';
import { type Profile, ProfileSchema, mergeProfiles } from '../../src/content/profile.js';
import { contentFindings, draftRequest, publishRequest } from '../../src/content/requests.js';
import { asHeading, asSentence, characters, jaccard, words } from '../../src/content/text.js';
import type { ContentDraftInputs } from '../../src/inputs/schema.js';
import { contentDraft } from '../../src/runners/content-draft.js';
import { publishContent } from '../../src/runners/publish-content.js';
import { FIXTURES } from '../support/growth.js';

const profileOf = (document: unknown): Profile =>
  mergeProfiles([{ source: 'test', document: ProfileSchema.parse(document) }]);
const ask = (
  content_type: ContentDraftInputs['content_type'],
  more: Partial<ContentDraftInputs> = {},
): ContentDraftInputs => ({
  profile: 'p',
  content_type,
  goal: 'Sell',
  keywords: [],
  features: [],
  variants: 1,
  ...more,
});
const FIXTURE_PROFILES = ['lanternfish', 'harbor-clinic', 'wool-and-moss'];
const TYPES = ['title_tag', 'meta_description', 'og_copy', 'landing_page'] as const;

/** Limits by part, as the documentation states them. */
function expectWithinLimits({ content_type, parts }: ContentDraft): void {
  const text = (name: string) => parts[name] as string;
  switch (content_type) {
    case 'title_tag':
      expect(characters(text('title'))).to.be.within(30, 60);
      return;
    case 'meta_description':
      expect(characters(text('meta_description'))).to.be.within(70, 155);
      expect(text('meta_description')).to.not.include('"');
      return;
    case 'og_copy':
      expect(characters(text('og_title'))).to.be.at.most(60);
      expect(characters(text('og_description'))).to.be.within(55, 200);
      return;
    case 'landing_page':
      expect(words(text('headline')).length).to.be.at.most(10);
      expect(words(text('subhead')).length).to.be.at.most(25);
      expect(parts['blocks']).to.have.length.within(3, 6);
      return;
    default:
      throw new Error(`no limits for ${content_type}`);
  }
}

describe('draftContent', () => {
  for (const name of FIXTURE_PROFILES) {
    for (const type of TYPES) {
      it(`keeps the limits of ${type} for ${name}, in distinct variants`, async () => {
        const profile = await loadProfile(name, '/profile', { root: FIXTURES, folder: 'profiles' });
        const drafts = draftContent(ask(type, { variants: 4 }), profile);
        for (const draft of drafts) {
          expectWithinLimits(draft);
          expect(draft.checks_passed).to.equal(true);
        }
        const texts = drafts.map(({ parts }) => JSON.stringify(Object.values(parts)));
        for (const [index, text] of texts.entries()) {
          for (const other of texts.slice(index + 1)) expect(jaccard(text, other)).to.be.at.most(0.7);
        }
        expect(draftContent(ask(type, { variants: 4 }), profile)).to.deep.equal(drafts);
      });
    }
  }

  const phrase = fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
      fc.lorem({ maxCount: 25 }),
      fc.constantFrom(
        '👩‍👩‍👧‍👦 family',
        'مرحبا بكم في موقعنا',
        '# heading [link](x) <b>',
        'It costs 42.50 a month',
      ),
    )
    .filter((text) => /[^\s.。]/u.test(text));
  const list = fc.array(phrase, { maxLength: 4 });
  const profiles = fc.record({
    name: phrase,
    icp: fc.record({ description: phrase, pain_points: list, goals: list }),
    keywords: fc.record({ primary: list }),
    features: fc.array(fc.record({ name: phrase, description: phrase, benefits: list }), { maxLength: 5 }),
    prohibited_claims: fc.constant(['secret sauce']),
    cta: phrase,
  });

  it('keeps every limit, invents no number and cuts no sentence, whatever the profile', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(...TYPES), (document, type) => {
        const profile = profileOf(document);
        const source = JSON.stringify(document);
        for (const draft of draftContent(ask(type, { variants: 4 }), profile)) {
          expectWithinLimits(draft);
          const text = Object.values(draft.parts)
            .map((part) => (typeof part === 'string' ? part : part.map((block) => block.text).join(' ')))
            .join(' ');
          expect(text).to.not.match(/\bundefined\b|\{\{|…$/u);
          for (const number of text.match(/\p{Nd}+/gu) ?? []) expect(source).to.include(number);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not offer a draft that holds a prohibited phrase, and says which', () => {
    const document = {
      name: 'Brand',
      features: [
        {
          name: 'F',
          description: 'We promise GUARANTEED-results for every team that uses the product all day long',
        },
      ],
      prohibited_claims: ['guaranteed results'],
      cta: 'Buy',
    };
    const profile = profileOf(document);
    const drafts = draftContent(ask('meta_description'), profile);
    expect(drafts[0]).to.include({ checks_passed: false });
    const [finding] = contentFindings(ask('meta_description'), profile, drafts);
    expect(finding?.finding.severity).to.equal('critical');
    expect(finding?.finding.description).to.include('"guaranteed results"').and.to.include('Brand');
    const { request, refusal } = publishRequest({ draft: drafts[0]!.draft_id, destination: 'cms:x' }, drafts);
    expect(request).to.equal(undefined);
    expect(refusal?.finding.severity).to.equal('critical');
  });

  it('makes fewer drafts than asked for rather than filler, and says what the profile lacks', () => {
    const profile = profileOf({ name: 'Bare' });
    for (const type of TYPES) {
      const drafts = draftContent(ask(type, { variants: 2 }), profile);
      expect(drafts).to.deep.equal([]);
      expect(contentFindings(ask(type, { variants: 2 }), profile, drafts)[0]?.action).to.include(
        'Add to the profile Bare',
      );
    }
  });

  it('asks for kinds that it does not draft itself, and says so', () => {
    const profile = profileOf({ name: 'Bare' });
    expect(draftContent(ask('blog_post'), profile)).to.deep.equal([]);
    expect(contentFindings(ask('blog_post'), profile, [])[0]?.finding.title).to.include(
      'No blog_post was drafted here',
    );
    expect(
      contentDraft.payload.safeParse(draftRequest(ask('blog_post'), profile, []).payload).success,
    ).to.equal(true);
  });

  it('asks for a language model exactly when the inputs name a provider', () => {
    const profile = profileOf({ name: 'Bare' });
    expect(draftRequest(ask('blog_post', { llm_provider: 'any' }), profile, []).payload).to.include({
      use_llm: true,
      llm_provider: 'any',
    });
    expect(draftRequest(ask('blog_post'), profile, []).payload)
      .to.include({ use_llm: false })
      .and.to.not.have.property('llm_provider');
  });

  it('leaves out sentences with words that the brand avoids', () => {
    const document = {
      name: 'B',
      icp: {
        goals: [
          'A cheap way to do it',
          'Search every line of every log in one place that your whole team can reach',
        ],
      },
      voice: { vocabulary: { avoid: ['cheap'] } },
    };
    const [draft] = draftContent(ask('meta_description'), profileOf(document));
    expect(draft?.parts['meta_description']).to.equal(
      'Search every line of every log in one place that your whole team can reach.',
    );
  });

  it('carries required disclaimers where there is room, and says so where there is none', async () => {
    const profile = await loadProfile('harbor-clinic', '/profile', { root: FIXTURES, folder: 'profiles' });
    const [page] = draftContent(ask('landing_page'), profile);
    expect(page?.parts['disclaimers']).to.include('does not replace medical advice');
    const titles = draftContent(ask('title_tag'), profile);
    expect(contentFindings(ask('title_tag'), profile, titles).map(({ finding }) => finding.title)).to.include(
      'The page behind the title_tag must carry the required disclaimer',
    );
  });

  it('publishes the first draft that passed, with a payload of the runner, for each kind', async () => {
    const profile = await loadProfile('harbor-clinic', '/profile', { root: FIXTURES, folder: 'profiles' });
    for (const type of TYPES) {
      const drafts = draftContent(ask(type), profile);
      const { request } = publishRequest({ draft: 'top', destination: 'file:out/page.md' }, drafts);
      expect(publishContent.payload.safeParse(request?.payload).error, type).to.equal(undefined);
      expect(() => publishRequest({ draft: 'draft-x', destination: 'cms:x' }, drafts)).to.throw(
        drafts[0]!.draft_id,
      );
    }
    expect(publishRequest({ draft: 'top', destination: 'cms:x' }, []).refusal?.finding.severity).to.equal(
      'critical',
    );
  });
});

describe('fitSentences', () => {
  const sentence = fc.lorem({ maxCount: 12 }).map(asSentence);

  it('yields whole sentences of the pool, in its order, within the limits, or nothing', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), fc.integer({ min: 0, max: 100 }), (pool, min) => {
        const text = fitSentences(pool, { min, max: min + 60 }, { closing: 'Go.' });
        if (text === undefined) return;
        expect(characters(text)).to.be.within(min, min + 60);
        let rest = text.replace(/ ?Go\.$/, '');
        for (const part of pool) if (rest.startsWith(part)) rest = rest.slice(part.length).trimStart();
        expect(rest).to.equal('');
      }),
    );
  });

  it('prefers the first of the pool, then keywords, then length', () => {
    expect(fitSentences(['One.', 'Two two.', 'Kw.'], { min: 5, max: 12 }, { keywords: ['kw'] })).to.equal(
      'One. Kw.',
    );
    expect(fitSentences(['One.'], { min: 10, max: 20 })).to.equal(undefined);
  });
});

describe('prohibitedPhrases', () => {
  const found: [string, string][] = [
    ['Guaranteed results!', 'guaranteed results'],
    ['GUARANTEED-RESULTS', 'guaranteed results'],
    ['it cures colds', 'cure'],
    ['curing', 'cur'],
    ['a miracle.', 'miracle'],
    ['Résultats garantis', 'resultats garantis'],
    ['100% secure', '100 % secure'],
    ['pain-free', 'pain free'],
  ];
  for (const [text, phrase] of found) {
    it(`finds "${phrase}" in "${text}"`, () => {
      expect(prohibitedPhrases(text, [phrase])).to.deep.equal([phrase]);
    });
  }

  const absent: [string, string][] = [
    ['a secure site', 'cure'],
    ['guaranteed delivery window', 'guaranteed results'],
    ['obscure', 'cure'],
    ['painted free', 'pain free'],
    ['miraculous', 'miracle'],
    ['', 'x'],
    ['anything', '!!!'],
  ];
  for (const [text, phrase] of absent) {
    it(`does not find "${phrase}" in "${text}"`, () => {
      expect(prohibitedPhrases(text, [phrase])).to.deep.equal([]);
    });
  }
});

describe('text', () => {
  it('makes sentences and headings of fragments', () => {
    expect(
      [' see  it ', 'Done.', 'iPhone cases', 'Really?', 'été', '“Quoted.”'].map(asSentence),
    ).to.deep.equal(['See it.', 'Done.', 'iPhone cases.', 'Really?', 'Été.', '“Quoted.”']);
    expect(asHeading('see it.')).to.equal('See it');
  });

  it('counts what a reader sees as one character', () => {
    expect(characters('👩‍👩‍👧‍👦e\u0301x')).to.equal(3);
  });
});
