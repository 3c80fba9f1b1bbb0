import path from 'node:path';
import { expect } from 'chai';
import { STABLE_CREATED_AT, analyze } from '../../src/services/analyze.js';
import { folderWith } from '../support/growth.js';

const USER = ['jane', 'roe'].join('.');
const HOST = ['realmail', 'com'].join('.');
const ADDRESS = `${USER}@${HOST}`;

/** The same address as people and programs write it, whole for whoever reads the result. */
const FORMS: Readonly<Record<string, string>> = {
  'as it is': ADDRESS,
  'parted by markup': `${USER}<b>@</b>${HOST}`,
  'with a character reference': `${USER}&#64;${HOST}`,
  'with a zero-width space': `${USER}\u200b@${HOST}`,
  'with a joiner': `${USER}@\u200d${HOST}`,
};

const PROFILE = {
  name: 'Tally',
  icp: { goals: ['Know what is on the shelf'], pain_points: ['Counting stock takes every Sunday'] },
  features: [
    {
      name: 'Shelf scan',
      description: 'Shelf scan counts what a photo shows',
      benefits: ['Count a shelf in a walk'],
    },
  ],
  cta: 'Count your first shelf',
  url: 'https://tally.example/start',
};
const WISH = { profile: 'tally', content_type: 'onboarding_email', goal: 'Greet shopkeepers', variants: 3 };

async function run(inputs: Record<string, unknown>, files: Record<string, unknown>) {
  const folder = folderWith({ 'inputs.json': inputs, ...files });
  return analyze({
    inputs: path.join(folder, 'inputs.json'),
    tenant: 'acme',
    project: 'tally',
    trace: 'leaks',
    createdAt: STABLE_CREATED_AT,
    threads: 1,
  });
}

/** No file holds the address, however it is written, and no draft shows a gap where it was. */
function expectNoTrace({ files, report }: Awaited<ReturnType<typeof run>>): void {
  for (const [name, text] of files) {
    const shown = text
      .normalize('NFKC')
      .replaceAll(/[\u200b-\u200d]|<\/?b>/gu, '')
      .replaceAll('&#64;', '@')
      .replaceAll('&amp;#64;', '@');
    expect(shown, name).to.not.include(ADDRESS);
  }
  for (const draft of report.summary.content) {
    if (draft.checks_passed) expect(JSON.stringify(draft.parts)).to.not.include('[redacted');
  }
}

describe('an e-mail address', () => {
  const places: Readonly<
    Record<string, (text: string) => [Record<string, unknown>, Record<string, unknown>]>
  > = {
    'a goal of the profile': (text) => [WISH, { ...PROFILE, icp: { goals: [`Ask ${text} today`] } }],
    'a description': (text) => [
      WISH,
      { ...PROFILE, features: [{ name: 'Scan', description: `Scan asks ${text} about it` }] },
    ],
    'a disclaimer': (text) => [WISH, { ...PROFILE, required_disclaimers: [`Ask ${text} first`] }],
    'the call to action': (text) => [WISH, { ...PROFILE, cta: `Write to ${text}` }],
    'keywords of the inputs': (text) => [{ ...WISH, keywords: [`stock ${text}`] }, PROFILE],
    'features of the inputs': (text) => [{ ...WISH, features: [`Scan by ${text}`] }, PROFILE],
    'the audience': (text) => [{ ...WISH, audience: `shopkeepers like ${text}` }, PROFILE],
    'the goal of the inputs': (text) => [{ ...WISH, goal: `Greet ${text}` }, PROFILE],
  };
  for (const [place, put] of Object.entries(places)) {
    for (const [form, text] of Object.entries(FORMS)) {
      it(`in ${place}, ${form}, is in no output`, async () => {
        const [wish, profile] = put(text);
        for (const content_type of ['onboarding_email', 'landing_page', 'title_tag']) {
          const result = await run(
            { content_draft: { ...wish, content_type } },
            { 'profiles/tally.yaml': JSON.stringify(profile) },
          );
          expectNoTrace(result);
        }
      });
    }
  }

  it('in the address of the product gives no broken link', async () => {
    const profile = { ...PROFILE, url: `https://tally.example/${ADDRESS}` };
    const result = await run({ content_draft: WISH }, { 'profiles/tally.yaml': JSON.stringify(profile) });
    expectNoTrace(result);
    expect(result.report.document.findings.map(({ title }) => title)).to.include(
      'The profile Tally holds secrets or personal data',
    );
  });

  const pages: Readonly<Record<string, [file: string, text: string]>> = {
    'a link of HTML': [
      'page.html',
      `<p>Ask <a href="mailto:${FORMS['with a character reference'] ?? ''}">us</a></p>`,
    ],
    'a data attribute': [
      'page.html',
      `<p data-owner="${FORMS['with a character reference'] ?? ''}">Hello there</p>`,
    ],
    'a script': ['page.html', `<p>Hello there</p><script>const owner = "${USER}\\u0040${HOST}";</script>`],
    'a link of Markdown': ['page.md', `[write](mailto:${FORMS['with a character reference'] ?? ''}) to us`],
    'text parted by markup': ['page.md', `Write to ${USER}<b>@</b>${HOST} today`],
  };
  for (const [place, [file, text]] of Object.entries(pages)) {
    it(`in ${place} of content written elsewhere blocks it`, async () => {
      const result = await run(
        {
          publish_content: {
            content_path: file,
            content_type: 'changelog_note',
            profile: 'tally',
            destination: 'cms:site',
          },
        },
        { 'profiles/tally.yaml': JSON.stringify(PROFILE), [file]: text },
      );
      expect(result.bundle.requests).to.deep.equal([]);
      expect(result.report.document.findings[0]).to.include({ severity: 'critical' });
      expect(result.files.get('request-bundle.json')).to.not.include(USER);
    });
  }
});
