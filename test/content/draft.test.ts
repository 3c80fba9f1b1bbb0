import { expect } from 'chai';
import { type ContentDraft, draftContent } from '../../src/content/draft.js';
import { contentFindings } from '../../src/content/findings/content-findings.js';
import { loadProfile } from '../../src/content/profiles/load-profile.js';
import { type Profile, ProfileSchema, mergeProfiles } from '../../src/content/profiles/profile.js';
import { draftRequest, publishDraft } from '../../src/content/requests.js';
import type { ContentDraftInputs } from '../../src/inputs/schema.js';
import { CONTENT_TYPES } from '../../src/runners/payload-values.js';
import { contentDraft } from '../../src/runners/content-draft.js';
import { publishContent } from '../../src/runners/publish-content.js';
import { FIXTURES } from '../support/growth.js';

const profileOf = (document: unknown): Profile =>
  mergeProfiles([{ source: 'profiles/test.yaml', document: ProfileSchema.parse(document) }]);
const fixture = (name: string) => loadProfile(name, '/profile', { root: FIXTURES, folder: 'profiles' });
const ask = (
  content_type: ContentDraftInputs['content_type'],
  more: Partial<ContentDraftInputs> = {},
): ContentDraftInputs => ({
  profile: 'p',
  content_type,
  goal: 'Announce live tail, same-week appointments, knitting kits and the shelf scan',
  keywords: [],
  features: [],
  variants: 1,
  ...more,
});
const first = (inputs: ContentDraftInputs, profile: Profile): ContentDraft => {
  const [draft] = draftContent(inputs, profile).drafts;
  if (draft === undefined) throw new Error(`no draft of ${inputs.content_type}`);
  return draft;
};
const titles = (inputs: ContentDraftInputs, profile: Profile) =>
  contentFindings(inputs, profile, draftContent(inputs, profile)).map(({ finding }) => finding.title);

/** A small profile with something of everything. */
const TALLY = {
  name: 'Tally',
  icp: {
    description: 'Shopkeepers use Tally between two customers',
    pain_points: ['Counting stock takes every Sunday'],
    goals: ['Know what is on the shelf without counting it'],
  },
  keywords: { primary: ['stock counting'] },
  features: [
    {
      name: 'Shelf scan',
      description: 'Shelf scan counts what a photo of the shelf shows',
      benefits: ['Count a shelf while you walk past it', 'Keep the Sunday for your family'],
    },
    { name: 'Reorder list', description: 'The reorder list names what will run out next week' },
  ],
  cta: 'Count your first shelf',
  url: 'https://tally.example/start',
};

describe('drafts', () => {
  for (const name of ['lanternfish', 'harbor-clinic', 'wool-and-moss']) {
    for (const type of CONTENT_TYPES) {
      it(`of ${type} from ${name} pass every check`, async () => {
        const { failures, checks_passed } = first(ask(type), await fixture(name));
        expect({ failures, checks_passed }).to.deep.equal({ failures: [], checks_passed: true });
      });
    }
  }

  it('reach 400 words in a blog post where the profile holds as many, else a finding says what is missing', async () => {
    const profile = await fixture('lanternfish');
    const { measures } = first(ask('blog_post'), profile);
    expect(
      measures.find(({ measure, part }) => measure === 'words' && part.startsWith('sections'))?.value,
    ).to.be.within(400, 900);
    expect(titles(ask('blog_post'), profile)).to.deep.equal([]);
    expect(titles(ask('blog_post'), await fixture('wool-and-moss'))).to.deep.equal([
      'The profile Wool & Moss says less than would complete a blog post',
    ]);
  });

  it('speak of the features that the inputs name, and first of those that the goal names', async () => {
    const profile = await fixture('lanternfish');
    const { parts } = first(ask('landing_page', { features: ['Export', 'alerts', 'Live tail'] }), profile);
    expect((parts['blocks'] as readonly { title: string }[]).map(({ title }) => title)).to.deep.equal([
      'Export',
      'Alerts',
      'Live tail',
    ]);
    expect(
      first(ask('changelog_note', { goal: 'Announce saved searches' }), profile).parts['title'],
    ).to.equal('Lanternfish: Saved searches');
  });

  it('open each variant from another angle, and say so', async () => {
    const { drafts } = draftContent(ask('meta_description', { variants: 4 }), await fixture('lanternfish'));
    expect(drafts.map(({ variant, angle }) => [variant, angle])).to.deep.equal([
      [1, 'feature_first'],
      [2, 'outcome_first'],
      [3, 'pain_first'],
      [4, 'audience_first'],
    ]);
  });

  it('say the audience of the inputs, and whom the profile is for', () => {
    const profile = profileOf(TALLY);
    const { parts } = first(ask('changelog_note', { audience: 'shopkeepers with one shop' }), profile);
    expect(parts['who_it_is_for']).to.equal('Tally is for shopkeepers with one shop.');
    expect(first(ask('changelog_note'), profile).parts['who_it_is_for']).to.equal(
      'Shopkeepers use Tally between two customers.',
    );
    const named = profileOf({ ...TALLY, icp: { description: 'Parisian shopkeepers with one shop' } });
    expect(first(ask('changelog_note'), named).parts['who_it_is_for']).to.equal(
      'Who it is for: Parisian shopkeepers with one shop.',
    );
  });

  it('carry required disclaimers where there is room, and say so where there is none', async () => {
    const profile = await fixture('harbor-clinic');
    for (const type of ['landing_page', 'onboarding_email', 'changelog_note', 'blog_post'] as const) {
      const draft = first(ask(type), profile);
      expect(draft.parts['disclaimers'], type).to.include('does not replace medical advice');
      expect(draft.disclaimers, type).to.have.lengthOf(1);
    }
    for (const type of ['title_tag', 'meta_description', 'og_copy', 'ad_copy'] as const) {
      expect(titles(ask(type), profile)).to.include(
        `The page behind the ${type} must carry the required disclaimer`,
      );
    }
  });

  it('show readability of longer English texts alone', async () => {
    const profile = await fixture('lanternfish');
    expect(first(ask('blog_post'), profile).reading_ease).to.be.within(60, 100);
    expect(first(ask('title_tag'), profile)).to.not.have.property('reading_ease');
  });
});

describe('texts that no draft says', () => {
  const cases: [what: string, text: string, severity: string, title: string][] = [
    [
      'a prohibited phrase',
      'We promise GUARANTEED-results every day',
      'critical',
      'says what must never be said',
    ],
    ['personal data', 'Ask [redacted:email] about it', 'warning', 'holds secrets or personal data'],
    ['a placeholder', 'Hello {{first_name}} and welcome', 'warning', 'holds placeholders'],
    ['a word that the brand avoids', 'A cheap way to count', 'info', 'uses words that the brand avoids'],
    ['a sentence without an end', 'Counts shelves, drawers and', 'info', 'holds sentences without an end'],
  ];
  for (const [what, text, severity, title] of cases) {
    it(`hold ${what}; a finding names the field`, () => {
      const profile = profileOf({
        ...TALLY,
        icp: { goals: [text] },
        voice: { vocabulary: { avoid: ['cheap'] } },
        prohibited_claims: ['guaranteed result'],
      });
      for (const type of CONTENT_TYPES) {
        const drafted = draftContent(ask(type, { variants: 3 }), profile);
        expect(JSON.stringify(drafted.drafts)).to.not.include(text.slice(0, 12));
        const found = contentFindings(ask(type), profile, drafted).find(({ finding }) =>
          finding.title.endsWith(title),
        );
        expect(found?.finding.severity).to.equal(severity);
        expect(found?.finding.evidence?.[0]).to.include({
          path: '/icp/goals/0',
          description: 'profiles/test.yaml',
        });
      }
    });
  }

  it('name the phrase and the profile of the chain that prohibits it', () => {
    const profile = mergeProfiles([
      { source: 'profiles/child.yaml', document: ProfileSchema.parse({ ...TALLY, cta: 'Get rich quick' }) },
      {
        source: 'profiles/parent.yaml',
        document: ProfileSchema.parse({ name: 'P', prohibited_claims: ['get rich'] }),
      },
    ]);
    const [finding] = contentFindings(ask('title_tag'), profile, draftContent(ask('title_tag'), profile));
    expect(finding?.finding.description).to.include('The profile profiles/parent.yaml prohibits "get rich".');
  });

  it('are all texts where the name of the brand is prohibited', () => {
    const profile = profileOf({ ...TALLY, name: 'Miracle Tally', prohibited_claims: ['miracle'] });
    for (const type of CONTENT_TYPES) expect(draftContent(ask(type), profile).drafts).to.deep.equal([]);
  });
});

describe('a profile that lacks something', () => {
  it('yields no filler, and a finding that names the missing fields', () => {
    const profile = profileOf({ name: 'Bare' });
    for (const type of CONTENT_TYPES) {
      const drafted = draftContent(ask(type, { variants: 2 }), profile);
      expect(drafted.drafts).to.deep.equal([]);
      const [finding] = contentFindings(ask(type, { variants: 2 }), profile, drafted);
      expect(finding?.finding.severity).to.equal('warning');
      expect(finding?.action).to.match(/^Add to the profile Bare: .*(?:features|cta)/);
    }
  });

  it('yields a shorter landing page without blocks, and names the features that they need', () => {
    const profile = profileOf(TALLY);
    const { parts } = first(ask('landing_page'), profile);
    expect(parts).to.include.keys('headline', 'subhead', 'cta').and.to.not.have.property('blocks');
    const [finding] = contentFindings(
      ask('landing_page'),
      profile,
      draftContent(ask('landing_page'), profile),
    );
    expect(finding?.finding.severity).to.equal('info');
    expect(finding?.finding.description).to.include('features[] (a block of its own each');
  });

  it('in another language yields its own sentences alone', () => {
    const profile = profileOf({
      name: 'Regal',
      icp: {
        description: 'Kleine Läden zählen ihren Bestand am Abend mit uns',
        pain_points: ['Die Inventur kostet jeden Sonntag', 'Niemand weiß, was nächste Woche fehlt'],
        goals: ['Wissen, was im Regal steht, ohne zu zählen', 'Am Sonntag zu Hause sein'],
      },
      features: [
        {
          name: 'Regalfoto',
          description: 'Ein Foto zählt, was im Regal steht',
          benefits: ['Ein Regal im Vorbeigehen zählen'],
        },
        { name: 'Bestellliste', description: 'Die Liste nennt, was nächste Woche fehlt' },
        { name: 'Kassenbuch', description: 'Das Kassenbuch schreibt jeden Verkauf mit' },
        { name: 'Abendbericht', description: 'Ein Bericht am Abend zeigt den Tag auf einer Seite' },
      ],
      cta: 'Erstes Regal zählen',
    });
    const { parts } = first(ask('blog_post'), profile);
    expect(JSON.stringify(parts)).to.not.match(/What gets|Who .* is for|The next step|you can|Want to/);
    expect(draftContent(ask('onboarding_email'), profile).drafts).to.deep.equal([]);
    expect(titles(ask('blog_post'), profile)).to.include('The profile Regal is not in English');
    expect(first(ask('blog_post'), profile)).to.not.have.property('reading_ease');
  });
});

describe('requests for content', () => {
  it('ask for a language model exactly when the inputs name a provider', () => {
    const profile = profileOf({ name: 'Bare' });
    const withModel = draftRequest(ask('blog_post', { llm_provider: 'any' }), profile, []).payload;
    expect(withModel).to.include({ use_llm: true, llm_provider: 'any' });
    const without = draftRequest(ask('blog_post'), profile, []).payload;
    expect(without).to.include({ use_llm: false }).and.to.not.have.property('llm_provider');
    for (const payload of [withModel, without])
      expect(contentDraft.payload.safeParse(payload).success).to.equal(true);
  });

  it('publish the first draft that passed, with a payload of the runner, for each kind', async () => {
    const profile = await fixture('harbor-clinic');
    for (const type of CONTENT_TYPES) {
      const { drafts } = draftContent(ask(type), profile);
      const { request } = publishDraft('top', 'file:out/page.md', drafts);
      expect(publishContent.payload.safeParse(request?.payload).error, type).to.equal(undefined);
      expect(() => publishDraft('draft-x', 'cms:x', drafts)).to.throw(drafts[0]!.draft_id);
    }
  });

  it('publish nothing where no draft passed', () => {
    expect(publishDraft('top', 'cms:x', []).refusal?.finding.severity).to.equal('critical');
  });
});
