import path from 'node:path';
import { expect } from 'chai';
import Parser from 'markdown-it';
import { CONTENT_TYPES } from '../../src/runners/payload-values.js';
import { STABLE_CREATED_AT, analyze } from '../../src/services/analyze.js';
import type { ContentDraft } from '../../src/content/draft.js';
import { textsOf } from '../../src/content/measure.js';
import { contentMarkdown } from '../../src/output/content-markdown.js';
import { FIXTURES, folderWith } from '../support/growth.js';

async function draftsOf(publish_content?: Record<string, unknown>, files: Record<string, string> = {}) {
  const content_draft = CONTENT_TYPES.map((content_type) => ({
    profile: 'harbor-clinic',
    content_type,
    goal: 'Fill the same-week appointments',
  }));
  const inputs = publish_content === undefined ? { content_draft } : { publish_content };
  const folder = folderWith({ 'inputs.json': inputs, ...files });
  const { report, files: written } = await analyze({
    inputs: path.join(folder, 'inputs.json'),
    root: publish_content === undefined ? FIXTURES : folder,
    tenant: 'acme',
    project: 'clinic',
    trace: 'test',
    createdAt: STABLE_CREATED_AT,
    threads: 1,
  });
  return { drafts: report.summary.content, report: written.get('report.md') ?? '' };
}

const HOSTILE = [
  '# Owned',
  '## Content drafts',
  '| a | b |',
  'a | b',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- x',
  '```',
  '````text',
  '~~~',
  '[click](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '<https://evil.example>',
  '[x]: https://evil.example',
  '---',
  '===',
  '- [ ] item',
  '1. item',
  '> quote',
  '&lt;b&gt;',
  '\u202egnp.exe\u2066\u001b[2J',
  '**bold** _thin_ `code`',
];

const COMMON = ['draft_id', 'content_type', 'profile', 'variant', 'angle', 'parts', 'characters', 'words'];
const JUDGED = ['keywords_used', 'keywords_missing', 'disclaimers', 'checks_passed'];

describe('summary.content', () => {
  it('holds every kind with its fields, and pixels where it is one line of a search result', async () => {
    const { drafts } = await draftsOf();
    expect(drafts.map(({ content_type }) => content_type)).to.have.members([...CONTENT_TYPES]);
    for (const draft of drafts) {
      expect(draft).to.include.keys(...COMMON, ...JUDGED);
      expect('pixels' in draft, draft.content_type).to.equal(
        ['title_tag', 'meta_description'].includes(draft.content_type),
      );
      expect('reading_ease' in draft, draft.content_type).to.equal(draft.words >= 30);
    }
  });
});

describe('contentMarkdown', () => {
  it('shows every draft in full', async () => {
    const { drafts, report } = await draftsOf();
    const shown = plain(report);
    for (const draft of drafts) {
      for (const part of Object.values(draft.parts)) {
        for (const text of textsOf(part)) expect(shown).to.include(text.replaceAll(/\s+/g, ' ').trim());
      }
    }
  });

  it('shows what stands before the first heading of a text without an empty title', async () => {
    const publish = {
      content_path: 'a.md',
      content_type: 'landing_page',
      profile: 'p',
      destination: 'cms:web',
    };
    const { report } = await draftsOf(publish, {
      'a.md': 'First words.\n\n# Tea\n',
      'profiles/p.yaml': 'name: Tea\n',
    });
    expect(report).to.include('> First words.').and.to.not.include('****');
  });

  it('lets no text forge a heading, list, table, link, image, HTML or fence', async () => {
    const { drafts } = await draftsOf();
    const [sample] = drafts;
    for (const text of HOSTILE) {
      const forged: ContentDraft = {
        ...sample!,
        profile: text,
        parts: {
          line: text,
          mail: `Hello,\n\n${text}\n\n${text}`,
          list: [text, text],
          blocks: [{ title: text, text }],
        },
        keywords_used: [text],
        keywords_missing: [text],
        disclaimers: [text],
        failures: [{ check: 'placeholder', is_blocking: true, message: `holds ${text}` }],
      };
      expect(shapeOf(forged), text).to.deep.equal(shapeOf(withText(forged, 'Plain text')));
    }
  });

  it('lets no control through that reorders text or directs a terminal', async () => {
    const { drafts } = await draftsOf();
    const text = '\u202eA\u2066B\u001b[2J\u0007\u200f\u061c\u0085';
    const parts = { line: text, mail: `a\n${text}`, list: [text], blocks: [{ title: text, text }] };
    expect(contentMarkdown([{ ...drafts[0]!, profile: text, parts }])).to.not.match(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    );
  });
});

const markdown = new Parser({ html: true });

/** The elements of the Markdown of a draft, in order. */
function shapeOf(draft: ContentDraft): string[] {
  const tokens = markdown.parse(contentMarkdown([draft]), {});
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map(({ type }) => type)
    .filter((type) => !/^(?:text|text_special|softbreak|inline)$/.test(type));
}

function withText(draft: ContentDraft, text: string): ContentDraft {
  return {
    ...draft,
    profile: text,
    parts: { line: text, mail: `Hello,\n\n${text}`, list: [text, text], blocks: [{ title: text, text }] },
    keywords_used: [text],
    keywords_missing: [text],
    disclaimers: [text],
    failures: [{ check: 'placeholder', is_blocking: true, message: text }],
  };
}

/** What a reader of Markdown reads, on one line. */
function plain(source: string): string {
  return markdown
    .parse(source, {})
    .flatMap((token) =>
      token.type === 'fence' ? [token.content] : (token.children ?? []).map(({ content }) => content),
    )
    .join('')
    .replaceAll(/\s+/g, ' ');
}
