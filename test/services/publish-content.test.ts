import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { STABLE_CREATED_AT, analyze } from '../../src/services/analyze.js';
import { publishContent } from '../../src/runners/publish-content.js';
import { CONTENT_TYPES } from '../../src/runners/payload-values.js';
import { analyzeArgs, folderWith, growth } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const PROFILE = `name: Tea
prohibited_claims: [cure]
required_disclaimers: [Not medicine.]
keywords: { primary: [green tea] }
features:
  - name: Leaf press
    description: Leaf press makes a cup of green tea in the morning for everybody at the table
    benefits: [Drink green tea without waiting for it all morning long]
cta: Buy your first tin
`;
const PAGE = '# Green tea\n\nA cup of green tea. Not medicine.\n';
const DRAFT = { profile: 'tea', content_type: 'meta_description', goal: 'Sell tea' };

const inputsIn = (document: unknown, files: Record<string, unknown> = {}) =>
  path.join(folderWith({ 'inputs.json': document, 'profiles/tea.yaml': PROFILE, ...files }), 'inputs.json');
const run = (document: unknown, files: Record<string, unknown> = {}) =>
  analyze({
    inputs: inputsIn(document, files),
    tenant: 'acme',
    project: 'tea',
    trace: 'test',
    createdAt: STABLE_CREATED_AT,
    threads: 1,
  });
const elsewhere = (content_path: string, content_type: string) => ({
  publish_content: { content_path, content_type, profile: 'tea', destination: 'cms:web' },
});
const handIn = (content: string, { file = 'post.md', type = 'landing_page' } = {}) =>
  run(elsewhere(file, type), { [file]: content });

type Analyzed = Awaited<ReturnType<typeof run>>;

function published({ bundle }: Analyzed) {
  const entries = bundle.requests.filter(({ request }) => request.job_type.endsWith('publish_content'));
  return entries.map((entry) => {
    expect(entry.requires_policy_token).to.equal(true);
    return publishContent.payload.parse(entry.request.payload);
  });
}

function expectRefused(analysis: Analyzed, why: RegExp): void {
  const critical = analysis.report.document.findings.filter(({ severity }) => severity === 'critical');
  expect(critical.map(({ title }) => title)).to.deep.equal(['The content asked for cannot be published']);
  expect(critical[0]?.description).to.match(why);
  expect(published(analysis)).to.deep.equal([]);
}

describe('publish_content of a draft', () => {
  const ask = (draft: string, more = {}) => ({
    content_draft: { ...DRAFT, ...more },
    publish_content: { draft, destination: 'cms:web' },
  });

  it('publishes "top", and the same draft by its id', async () => {
    const top = await run(ask('top'));
    const [payload] = published(top);
    const [draft] = top.report.summary.content;
    expect(payload?.draft_id).to.equal(draft?.draft_id);
    expect(payload?.content.body).to.equal(draft?.parts['meta_description']);
    expect(payload?.seo_metadata).to.deep.include({ meta_description: payload?.content.body });
    expect(published(await run(ask(payload?.draft_id ?? '')))).to.deep.equal([payload]);
  });

  it('names the drafts that there are for an id that is none of them', async () => {
    const [payload] = published(await run(ask('top')));
    const error = await rejection(run(ask('draft-0')), 'draft_missing');
    expect(error.details[0]?.path).to.equal('/publish_content/draft');
    expect(error.message).to.include(payload?.draft_id);
    const none = { publish_content: { draft: 'draft-0', destination: 'cms:web' } };
    expect((await rejection(run(none), 'draft_missing')).message).to.include('makes no draft');
  });

  it('refuses "top" where no draft is asked for, and says so', async () => {
    expectRefused(
      await run({ publish_content: { draft: 'top', destination: 'cms:web' } }),
      /This analysis makes no draft: ask for one under content_draft/,
    );
  });
});

describe('publish_content of content written elsewhere', () => {
  for (const type of CONTENT_TYPES) {
    it(`publishes ${type} from Markdown, HTML and text, with the search metadata that it has`, async () => {
      const html =
        '<title>Leaves</title><meta name="description" content="Of leaves"><h1>Green tea</h1><p>Not medicine.</p>';
      const hasMetadata = ['blog_post', 'landing_page', 'title_tag', 'meta_description'].includes(type);
      for (const [file, content, headline] of [
        ['a.md', PAGE, 'Green tea'],
        ['a.html', html, 'Green tea'],
        ['a.txt', 'Green tea.\n\nNot medicine.\n', undefined],
      ] as const) {
        const analysis = await handIn(content, { file, type });
        const [payload] = published(analysis);
        expect(payload?.content.body).to.equal(content);
        expect(payload?.content.headline).to.equal(headline);
        expect('seo_metadata' in payload!).to.equal(hasMetadata);
        if (hasMetadata && file === 'a.html') {
          expect(payload?.seo_metadata).to.include({ title: 'Leaves', meta_description: 'Of leaves' });
        }
        const [judged] = analysis.report.summary.content;
        expect(judged).to.include({ angle: 'handed_in', content_path: file, checks_passed: true });
        expect(payload?.draft_id).to.equal(judged?.draft_id);
      }
    });

    it(`refuses a claim and a number in whatever of ${type} is published`, async () => {
      const places: ((text: string) => string)[] = [
        (text) => `<title>${text}</title>`,
        (text) => `<meta name="description" content="${text}">`,
        (text) => `<h1>${text}</h1>`,
        (text) => `<h2>A</h2><p>${text}</p>`,
      ];
      for (const place of places) {
        const page = (text: string) =>
          `<title>T</title><meta name="description" content="D"><h1>H</h1><p>Not medicine.</p>${place(text)}`;
        const first = (text: string) => `${place(text)}<p>Not medicine.</p>`;
        for (const source of [page('It cures'), first('It cures')]) {
          expectRefused(await handIn(source, { file: 'a.html', type }), /holds "cure", which the profile/);
        }
        expectRefused(await handIn(first('For 77 teas'), { file: 'a.html', type }), /the number 77/);
      }
    });
  }

  const claims: [where: string, text: string][] = [
    ['split over markup', 'It cu**res** all.'],
    ['in an alternative text', '![It cures](leaf.png)'],
    ['in a title', '[Leaf](leaf.html "It cures")'],
    ['in a comment', '<!-- it cures -->'],
    ['in a hidden element', '<p hidden>it cures</p>'],
    ['in character references', 'It &#99;ures all.'],
  ];
  for (const [where, text] of claims) {
    it(`refuses a prohibited claim ${where}`, async () => {
      expectRefused(await handIn(`${PAGE}\n${text}\n`), /^The content of post\.md holds "cure"/);
    });
  }

  it('refuses what lacks the disclaimer, also where search results alone would show it', async () => {
    expectRefused(await handIn('# Green tea\n\nA cup.\n'), /lacks the required disclaimer "Not medicine\."/);
    const front = '---\ndescription: Not medicine.\n---\n# Green tea\n\nA cup.\n';
    expectRefused(await handIn(front), /lacks the required disclaimer/);
    expectRefused(await handIn('# Green tea\n\nA cup.\n\n<!-- Not medicine. -->\n'), /lacks/);
  });

  const mail = ['jane.doe', 'mail.example'].join('@');
  const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
  const sensitive: [what: string, content: string, datum: string][] = [
    ['an e-mail address', `${PAGE}\nWrite to ${mail}\n`, mail],
    ['a secret', `${PAGE}\nUse ${token}\n`, token],
    ['an address in a comment', `${PAGE}\n<!-- ${mail} -->\n`, mail],
    ['an address in the front matter', `---\nauthor: ${mail}\n---\n${PAGE}`, mail],
    ['an address split over markup', `${PAGE}\njane.doe@**mail**.example\n`, mail],
    ['an address in a link', `${PAGE}\n[Write](mailto:${mail})\n`, mail],
    ['a secret split over markup', `${PAGE}\n${token.slice(0, 20)}<b></b>${token.slice(20)}\n`, token],
  ];
  for (const [what, content, datum] of sensitive) {
    it(`refuses ${what}, and lets it into no file`, async () => {
      const analysis = await handIn(content);
      expectRefused(analysis, /held sensitive data \((?:email|secret)\), which was removed/);
      const { email, secret } = analysis.report.summary.redactions;
      expect(datum === mail ? email : secret).to.be.greaterThan(0);
      expect([...analysis.files.values()].join('\n')).to.not.include(datum);
    });
  }

  it('refuses a payload above 64 KiB, and names the file and both sizes', async () => {
    const error = await rejection(handIn(`${PAGE}\n${'tea '.repeat(20_000)}`), 'limit_exceeded');
    expect(error.details).to.have.lengthOf(1);
    expect(error.details[0]?.path).to.equal('/publish_content/content_path');
    expect(error.hint).to.include('Shorten the content');
    expect(error.message).to.match(/post\.md makes a payload of 8\d{4} bytes; JobForge takes 65536 at most/);
  });

  it('judges ads without a heading or a text instead of failing on them', async () => {
    const { report } = await handIn('Green tea.\n', { file: 'a.txt', type: 'ad_copy' });
    const [judged] = report.summary.content;
    expect(judged?.failures.map(({ message }) => message)).to.include(
      'has 0 items in headlines, of which there should be 3 at least',
    );
  });
});

describe('publish_content that asks for what cannot be', () => {
  const destination = 'cms:web';
  const file = { content_path: 'a.md', content_type: 'blog_post', profile: 'tea' };
  const wrong: [what: string, publish_content: Record<string, unknown>, pointer: string][] = [
    ['draft and content_path', { ...file, draft: 'top', destination }, ''],
    ['neither', { destination }, ''],
    ['content_type without content_path', { draft: 'top', content_type: 'blog_post', destination }, ''],
    ['profile without content_path', { draft: 'top', profile: 'tea', destination }, ''],
    ['content_path without content_type', { content_path: 'a.md', profile: 'tea', destination }, ''],
    ['an unknown kind', { ...file, content_type: 'poem', destination }, '/content_type'],
    ...[
      ['cms:', 'cms', '', 'ftp:x', 'CMS:x', 'cms:a b', 'cms:a/b', 'cms:-a', 'email:a b', 'ads:../x'],
      ['file:', 'file:/etc/x', 'file:../x', 'file:a/../x', 'file:C:\\x', 'file:\\\\host\\x', 'file://host/x'],
      ['file:~/x', 'file:a/', 'file:.', 'file:a/.', 'file:a\u0000b', `ads:${'a'.repeat(129)}`],
    ]
      .flat()
      .map((to): [string, Record<string, unknown>, string] => [
        `the destination ${JSON.stringify(to)}`,
        { draft: 'top', destination: to },
        '/destination',
      ]),
  ];
  for (const [what, publish_content, pointer] of wrong) {
    it(`refuses ${what} once, with the field's pointer`, async () => {
      const error = await rejection(run({ publish_content }, { 'a.md': PAGE }), 'inputs_invalid');
      expect(error.details.map((detail) => detail.path)).to.deep.equal([`/publish_content${pointer}`]);
    });
  }

  it('refuses an address as a destination', async () => {
    const to = ['email:a', 'b.example'].join('@');
    const publish_content = { draft: 'top', destination: to };
    const { details } = await rejection(run({ publish_content }), 'inputs_invalid');
    expect(details[0]?.path).to.equal('/publish_content/destination');
  });

  it('exits with 3 and writes nothing', () => {
    for (const publish_content of [
      { draft: 'top', destination: 'file:../x' },
      { destination },
      { draft: 'draft-0', destination },
      { ...file, destination },
    ]) {
      const inputs = inputsIn({ publish_content });
      const out = path.join(path.dirname(inputs), 'out');
      const { status, stderr } = growth(analyzeArgs(inputs, out));
      expect(status, stderr).to.equal(3);
      expect(stderr).to.include('/publish_content');
      expect(existsSync(out)).to.equal(false);
    }
  });
});
