import { expect } from 'chai';
import { draftContent } from '../../src/content/draft.js';
import { contentFindings } from '../../src/content/findings/content-findings.js';
import { ProfileSchema, mergeProfiles } from '../../src/content/profiles/profile.js';
import type { ContentDraftInputs } from '../../src/inputs/schema.js';
import type { ContentType } from '../../src/runners/payload-values.js';

/** A profile in the manner of notes: descriptions without verbs, wishes with "to", marks left over. */
const LOOP = {
  name: 'loop',
  icp: { description: 'Finance teams of small companies', goals: ['To close the books in three days'] },
  keywords: { primary: ['month-end software'] },
  features: [
    {
      name: 'Audit trail',
      description: '– A complete history of who changed what',
      benefits: [
        'Give auditors everything in one click',
        'See each change with its author',
        'Restore what somebody deleted',
        'Book a demo in a minute',
      ],
    },
    {
      name: 'Matching',
      description: 'loop matches payments with invoices by your rules',
      benefits: ['Find the payment that nobody can explain'],
    },
  ],
  cta: 'Book a demo',
  url: 'https://loop.example/',
};

function drafted(content_type: ContentType, document: object = LOOP) {
  const inputs: ContentDraftInputs = {
    profile: 'loop',
    content_type,
    goal: 'Announce the audit trail',
    keywords: [],
    features: [],
    variants: 1,
  };
  const profile = mergeProfiles([{ source: 'profiles/loop.yaml', document: ProfileSchema.parse(document) }]);
  const made = draftContent(inputs, profile);
  return { parts: made.drafts[0]?.parts ?? {}, findings: contentFindings(inputs, profile, made) };
}

describe('what a profile holds is told', () => {
  it('behind the name of the feature, where a description has no verb', () => {
    expect(drafted('meta_description').parts['meta_description']).to.equal(
      'Audit trail: a complete history of who changed what. You can give auditors everything in one click. See each change with its author. Book a demo.',
    );
  });

  it('without the name where a heading says it', () => {
    const { parts } = drafted('og_copy');
    expect(parts['og_title']).to.equal('A complete history of who changed what');
    const note = drafted('changelog_note').parts;
    expect([note['title'], note['what_changed']]).to.deep.equal([
      'loop: Audit trail',
      'A complete history of who changed what.',
    ]);
  });

  it('in one sentence, where benefits make a short plain list', () => {
    const benefits = LOOP.features[0]?.benefits.slice(0, 3);
    const document = { ...LOOP, features: [{ ...LOOP.features[0], benefits }, LOOP.features[1]] };
    expect(drafted('changelog_note', document).parts['how_to_use_it']).to.equal(
      'You can give auditors everything in one click, see each change with its author, and restore what somebody deleted. Book a demo: https://loop.example/',
    );
  });

  it('without the "to" of a wish, and with the small letter of the brand', () => {
    const { parts } = drafted('ad_copy');
    const descriptions = parts['descriptions'] as readonly string[];
    expect(descriptions.join(' ')).to.include('Close the books in three days.').and.not.include('To close');
    const { parts: page } = drafted('landing_page', { ...LOOP, features: LOOP.features.slice(1) });
    expect(page['headline']).to.equal('loop matches payments with invoices by your rules');
  });

  it('not beside a call to action that says the same', () => {
    const features = [
      {
        name: 'Matching',
        description: 'Matching pairs payments',
        benefits: ['Book a demo in a minute and see it at work with your own payments'],
      },
    ];
    expect(drafted('meta_description', { ...LOOP, features }).parts['meta_description']).to.equal(
      'Who it is for: Finance teams of small companies. Close the books in three days. Book a demo.',
    );
  });
});

describe('parts that fit no limit', () => {
  it('are left out of a page, and a finding names their rules', () => {
    const name = 'The Association of Independent Ledger Keepers';
    const { parts, findings } = drafted('landing_page', { ...LOOP, name });
    expect(parts).to.include.keys('headline', 'subhead').and.not.include.keys('meta_title');
    const [left] = findings.filter(({ finding }) => finding.title.endsWith('have no meta_title'));
    expect(left?.finding.title).to.equal('1 of 1 drafts of landing_page have no meta_title');
    expect(left?.finding.description)
      .to.include('meta_title 30 to 60 characters')
      .and.include('a primary keyword in the first half of meta_title, the brand last in meta_title');
    expect(left?.action).to.match(/^Write the meta_title by hand/);
  });

  it('make no title tag, and the finding names the rules of form, too', () => {
    const { parts, findings } = drafted('title_tag', {
      ...LOOP,
      name: 'The Association of Independent Ledger Keepers',
    });
    expect(parts).to.deep.equal({});
    expect(findings.map(({ finding }) => finding.description).join('\n')).to.include(
      'a primary keyword in the first half of title, the brand last in title',
    );
  });
});
