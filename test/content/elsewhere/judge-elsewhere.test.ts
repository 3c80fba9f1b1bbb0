import { expect } from 'chai';
import type { ContentDraft } from '../../../src/content/draft.js';
import { readHandedIn } from '../../../src/content/elsewhere/handed-in.js';
import { judgeElsewhere, publishedElsewhere } from '../../../src/content/elsewhere/judge-elsewhere.js';
import { ProfileSchema, mergeProfiles } from '../../../src/content/profiles/profile.js';
import { publishDraft } from '../../../src/content/requests.js';
import type { ContentType } from '../../../src/runners/payload-values.js';
import { folderWith } from '../../support/growth.js';

const PROFILE = mergeProfiles([
  {
    source: 'tea.yaml',
    document: ProfileSchema.parse({
      name: 'Tea',
      keywords: { primary: ['green tea', 'teapot'] },
      prohibited_claims: ['cure', '100 % secure'],
      required_disclaimers: ['Not intended to cure.'],
      features: [{ name: 'Tin', description: 'Holds\n40 leaves' }],
    }),
  },
]);

async function judge(content: string, type: ContentType, file = 'post.md'): Promise<ContentDraft> {
  return judgeElsewhere(await readHandedIn(file, '/path', folderWith({ [file]: content })), type, PROFILE);
}
const END = '\n\nNot intended to cure.\n';
const blocking = ({ failures }: ContentDraft) =>
  failures.filter(({ is_blocking }) => is_blocking).map(({ message }) => message);

describe('judgeElsewhere', () => {
  const page = `---\ntitle: T\ndescription: D\nsubject: S\npreheader: P\n---\nLead.\n\n# Head\n\n## One\n\nA\n\nB\n\n## Two\n\nC`;
  const sections = [
    { title: '', text: 'Lead.' },
    { title: 'One', text: 'A B' },
    { title: 'Two', text: 'C' },
  ];
  const parts: [ContentType, Record<string, unknown>][] = [
    ['title_tag', { title: 'T' }],
    ['meta_description', { meta_description: 'D' }],
    ['og_copy', { og_title: 'Lead.', og_description: 'Head One A B Two C' }],
    ['ad_copy', { headlines: ['Head', 'One', 'Two'], descriptions: ['Lead.', 'A', 'B', 'C'] }],
    ['changelog_note', { title: 'Head', what_changed: 'Lead. One A B Two C' }],
    ['blog_post', { title: 'Head', meta_description: 'D', sections }],
    ['landing_page', { headline: 'Head', meta_title: 'T', meta_description: 'D', blocks: sections }],
  ];
  for (const [type, expected] of parts) {
    it(`reads the parts of ${type}`, async () => {
      expect((await judge(page, type)).parts).to.deep.equal(expected);
    });
  }

  it('takes the only link that is no way to unsubscribe for the call to action', async () => {
    const call = '[Brew now](https://tea.example/a)';
    const leave = '[Leave](https://tea.example/unsubscribe)';
    const cta = async (text: string) =>
      (await judge(`Hello.\n\n${text}${END}`, 'onboarding_email')).parts['cta'];
    expect(await cta(`${call} ${leave}`)).to.equal('Brew now');
    expect(await cta(`${call} [Buy](https://tea.example/b) ${leave}`)).to.equal(undefined);
    expect(await cta(leave)).to.equal(undefined);
  });

  it('lets the profile give numbers, but what it prohibits gives none', async () => {
    expect(blocking(await judge(`# Tea\n\nHolds 40 leaves.${END}`, 'landing_page'))).to.deep.equal([]);
    expect(blocking(await judge(`# Tea\n\nMade by 100 people.${END}`, 'landing_page'))).to.deep.equal([
      'holds the number 100, which neither the profile nor the inputs give',
    ]);
  });

  it('exempts the disclaimer alone from what is prohibited', async () => {
    expect(blocking(await judge(`# Tea${END}`, 'changelog_note'))).to.deep.equal([]);
    expect(blocking(await judge(`# Tea\n\nIt will cure.${END}`, 'changelog_note'))).to.deep.equal([
      'holds "cure", which the profile tea.yaml prohibits',
    ]);
  });

  it('says which keywords it holds, and gives another text another id', async () => {
    const one = await judge(`# Green teas${END}`, 'landing_page');
    expect(one).to.deep.include({ keywords_used: ['green tea'], keywords_missing: ['teapot'] });
    expect(await judge(`# Green teas${END}`, 'landing_page')).to.deep.equal(one);
    const others = [
      await judge(`# Green teas!${END}`, 'landing_page'),
      await judge(`# Green teas${END}`, 'blog_post'),
    ];
    expect(new Set([one, ...others].map(({ draft_id }) => draft_id)).size).to.equal(3);
  });

  it('publishes the text as it was handed in', async () => {
    const content = await readHandedIn('a.md', '/path', folderWith({ 'a.md': page }));
    expect(publishedElsewhere(content, 'blog_post')).to.deep.equal({
      content: { body: content.source, headline: 'Head', subject_line: 'S' },
      seo_metadata: { title: 'T', meta_description: 'D' },
    });
    expect(publishedElsewhere(content, 'changelog_note')).to.not.have.property('seo_metadata');
  });
});

describe('publishDraft', () => {
  it('refuses a draft that failed by its id, and takes the first that passed for "top"', async () => {
    const failed = await judge('# Tea\n\nIt cures.', 'changelog_note');
    const passed = await judge(`# Tea${END}`, 'changelog_note');
    const drafts = [failed, passed].map((draft) => ({
      ...draft,
      parts: { title: 'Tea', what_changed: 'It is new.' },
    }));
    const { request, refusal } = publishDraft(failed.draft_id, 'cms:web', drafts);
    expect(request).to.equal(undefined);
    expect(refusal?.finding.severity).to.equal('critical');
    expect(refusal?.finding.description).to.include('"cure"');
    expect(publishDraft('top', 'cms:web', drafts).request?.payload).to.include({ draft_id: passed.draft_id });
    expect(publishDraft('top', 'cms:web', drafts.slice(0, 1)).refusal?.finding.severity).to.equal('critical');
  });
});
