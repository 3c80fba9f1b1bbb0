import { expect } from 'chai';
import fc from 'fast-check';
import { type ContentDraft, draftContent } from '../../src/content/draft.js';
import { contentFindings } from '../../src/content/findings/content-findings.js';
import { plainText } from '../../src/content/markup/plain-text.js';
import { pixelWidth } from '../../src/content/text-width/pixels.js';
import { ProfileSchema, mergeProfiles } from '../../src/content/profiles/profile.js';
import type { ContentDraftInputs } from '../../src/inputs/schema.js';
import { CONTENT_TYPES, type ContentType } from '../../src/runners/payload-values.js';

/** The limits as docs/content.md states them, measured here by other means than the product's. */
const LIMITS: Readonly<Record<ContentType, (draft: ContentDraft) => void>> = {
  title_tag: ({ parts }) => {
    expectLength(parts['title'], 30, 60);
    expectWidth(parts['title'], 580, 20);
  },
  meta_description: ({ parts }) => {
    expectDescription(parts['meta_description']);
    expect(parts['meta_description']).to.not.match(/["“”]/);
  },
  og_copy: ({ parts }) => {
    expectLength(parts['og_title'], 1, 60);
    expectLength(parts['og_description'], 55, 200);
  },
  ad_copy: ({ parts }) => {
    const [headlines, descriptions, paths] = ['headlines', 'descriptions', 'paths'].map((name) =>
      textsOf(parts[name]),
    ) as [string[], string[], string[]];
    expect(headlines).to.have.length.within(3, 15);
    expect(descriptions).to.have.length.within(2, 4);
    expect(paths).to.have.length.within(0, 2);
    for (const text of headlines) {
      expectLength(text, 1, 30);
      expect(text).to.not.include('!');
    }
    for (const text of descriptions) expectLength(text, 1, 90);
    for (const text of paths) expectLength(text, 1, 15);
    for (const text of [...headlines, ...descriptions]) {
      expect(text).to.not.match(/([!?.,;:-])\1/);
      expect(text.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{Lu}{2,}$/u.test(word))).to.deep.equal([]);
    }
    expect(new Set(headlines.map((text) => text.toLowerCase())).size).to.equal(headlines.length);
  },
  onboarding_email: ({ parts }) => {
    expectLength(parts['subject'], 1, 50);
    expectLength(parts['preheader'], 40, 100);
    expect(countWords([parts['body'], parts['cta'], parts['disclaimers']])).to.be.at.most(180);
    const html = parts['html'] as string;
    const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.filter((href) => href !== '%unsubscribe_url%')).to.have.length.at.most(1);
    expect(links).to.include('%unsubscribe_url%');
    expect(parts['text'])
      .to.include('%unsubscribe_url%')
      .and.to.include((parts['cta'] as string).replace(/[!?:]$/, ''));
    // Whatever the profile holds, the letter has the elements of its form and no others.
    const tags = new Set([...html.matchAll(/<\/?([a-z!]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).to.be.an('array').that.is.not.empty;
    expect(
      [...tags].filter(
        (tag) => !['!doctype', 'html', 'head', 'meta', 'title', 'body', 'div', 'p', 'a'].includes(tag!),
      ),
    ).to.deep.equal([]);
  },
  changelog_note: ({ parts }) => {
    expect(countWords(Object.values(parts))).to.be.at.most(120);
    expect(parts).to.include.keys('title', 'what_changed');
  },
  blog_post: ({ parts }) => {
    expectLength(parts['title'], 1, 60);
    expect(parts['slug'])
      .to.match(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .and.to.have.length.at.most(60);
    expect(parts['sections']).to.have.length.within(5, 8);
    expect(countWords([parts['sections'], parts['disclaimers']])).to.be.at.most(900);
    if ('meta_description' in parts) expectDescription(parts['meta_description']);
  },
  landing_page: ({ parts }) => {
    expect(countWords([parts['headline']])).to.be.at.most(10);
    expect(countWords([parts['subhead']])).to.be.at.most(25);
    if ('blocks' in parts) expect(parts['blocks']).to.have.length.within(3, 6);
    if ('meta_title' in parts) {
      expectLength(parts['meta_title'], 30, 60);
      expectWidth(parts['meta_title'], 580, 20);
    }
    if ('meta_description' in parts) expectDescription(parts['meta_description']);
  },
};

type Part = ContentDraft['parts'][string] | undefined;

function textsOf(part: Part): string[] {
  if (part === undefined) return [];
  if (typeof part === 'string') return [part];
  return part.flatMap((one) => (typeof one === 'string' ? [one] : [one.title, one.text]));
}

function expectLength(part: Part, min: number, max: number): void {
  const clusters = [...new Intl.Segmenter('en').segment(part as string)].length;
  expect(clusters, part as string).to.be.within(min, max);
}

function expectWidth(part: Part, max: number, fontSize: number): void {
  expect(pixelWidth(part as string, fontSize), part as string).to.be.at.most(max);
}

function expectDescription(part: Part): void {
  expectLength(part, 70, 155);
  expectWidth(part, 920, 14);
}

function countWords(parts: readonly Part[]): number {
  return parts
    .flatMap(textsOf)
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Distinct words of a text, folded as a reader would. */
function vocabulary(draft: ContentDraft): Set<string> {
  const texts = Object.entries(draft.parts)
    .filter(([name]) => !['text', 'html', 'slug'].includes(name))
    .flatMap(([, part]) => textsOf(part));
  return new Set(
    texts
      .join(' ')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );
}

function shareOfWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other]);
  return [...one].filter((word) => other.has(word)).length / all.size;
}

const sentence = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 18 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('find', 'keep', 'share', 'see', 'plan', 'our', 'teams', 'reports', 'logs are'),
        fc.constantFrom('the', 'a', 'your', 'every', 'no', 'more', ''),
        fc.constantFrom('line', 'garden', 'invoice', 'hour', 'honest answer', 'SEO report', 'API', 'yarn'),
        fc.constantFrom(
          'today',
          'without a ticket',
          'in one place',
          'and',
          'for 3 teams',
          'while it happens…',
        ),
      )
      .map((words) => words.filter(Boolean).join(' ')),
  },
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(
    'Fast',
    'x',
    'a'.repeat(500),
    'one two three '.repeat(36),
    '👩‍👩‍👧‍👦 family plans for every size',
    '🚀🚀🚀',
    'مرحبا بكم في موقعنا حيث تجدون كل ما تبحثون عنه',
    'שלום לכולם באתר שלנו',
    '# Heading with **bold** and [a link](https://example.com/)',
    '<b>Bold</b> claims <script>alert(1)</script> & more',
    'It costs 42.50 a month for 10 seats',
    'Hello {{first_name}}, welcome',
    'The secret sauce of every team',
    'We sell se<b>cret sau</b>ces by the pound',
    'Say "hello" to “everybody”',
    'Wait... what?!',
    'Done, ',
    '- a list item',
    '; drop table',
  ),
);
const text = sentence.filter((one) => /[^\s.。]/u.test(one));
const texts = fc.array(text, { maxLength: 5 });
const profiles = fc.record(
  {
    name: text,
    icp: fc.record({ description: text, pain_points: texts, goals: texts }, { requiredKeys: [] }),
    voice: fc.record({ vocabulary: fc.record({ prefer: texts, avoid: fc.constant(['cheap']) }) }),
    keywords: fc.record({ primary: texts, secondary: texts }, { requiredKeys: [] }),
    features: fc.array(
      fc.record({ name: text, description: text, benefits: texts }, { requiredKeys: ['name'] }),
      {
        maxLength: 7,
      },
    ),
    prohibited_claims: fc.constant(['secret sauce']),
    required_disclaimers: fc.subarray([
      'This is no advice; ask somebody who knows',
      'No secret sauce is part of the offer.',
    ]),
    cta: fc.oneof(fc.constantFrom('Start a free trial', 'Buy now!', 'Read more…'), text),
    url: fc.constant('https://example.com/start?plan=7'),
  },
  { requiredKeys: ['name', 'prohibited_claims'] },
);
const wishes = fc.record({
  profile: fc.constant('any'),
  content_type: fc.constantFrom(...CONTENT_TYPES),
  goal: fc.oneof(fc.constant('Sell more'), text),
  keywords: fc.oneof(fc.constant<string[]>([]), texts),
  features: fc.oneof(fc.constant<string[]>([]), texts),
  audience: fc.option(text, { nil: undefined }),
  variants: fc.integer({ min: 1, max: 10 }),
});

const RUNS = Number(process.env['GROWTH_CONTENT_RUNS'] ?? 2000);

describe('drafts of any profile', function () {
  this.timeout(RUNS * 100);

  it('keep every limit, invent nothing, prohibit what is prohibited, differ, and are the same every time', () => {
    let [made, runs] = [0, 0];
    fc.assert(
      fc.property(profiles, wishes, (document, { audience, ...rest }) => {
        const profile = mergeProfiles([{ source: 'any.yaml', document: ProfileSchema.parse(document) }]);
        // The service hands wishes over without markup.
        const plain = (one: string) => plainText(one) || one;
        const inputs: ContentDraftInputs = {
          ...rest,
          keywords: rest.keywords.map(plain),
          features: rest.features.map(plain),
          ...(audience !== undefined && { audience: plain(audience) }),
        };
        const drafted = draftContent(inputs, profile);
        made += drafted.drafts.length;
        expect(drafted.drafts).to.have.length.at.most(inputs.variants);
        for (const draft of drafted.drafts) {
          LIMITS[draft.content_type](draft);
          expectNothingInvented(draft, document, inputs);
          expectNoResidue(draft);
          expectSeamless(draft, plainStrings([document, inputs]));
        }
        expectDistinct(drafted.drafts);
        // A second time takes as long as the first.
        if (runs++ % 10 === 0) {
          expect(JSON.stringify(draftContent(inputs, profile))).to.equal(JSON.stringify(drafted));
        }
        // Fewer drafts than wanted are explained.
        if (drafted.drafts.length < inputs.variants) {
          expect(contentFindings(inputs, profile, drafted)).to.not.be.empty;
        }
      }),
      { numRuns: RUNS },
    );
    expect(made, 'profiles that support no draft at all would prove nothing').to.be.greaterThan(RUNS / 4);
  });
});

function expectNothingInvented(draft: ContentDraft, document: unknown, inputs: ContentDraftInputs): void {
  const source = JSON.stringify([document, inputs]).normalize('NFKC');
  const said = Object.entries(draft.parts)
    // Slugs and paths fold digits of other scripts, and the form in HTML has sizes.
    .filter(([name]) => !['html', 'slug', 'paths'].includes(name))
    .flatMap(([, part]) => textsOf(part))
    .join('\n');
  for (const number of said.normalize('NFKC').match(/\p{Nd}+/gu) ?? []) expect(source).to.include(number);
  if (draft.checks_passed) {
    // What the law demands may name what nothing else may say.
    const own = said.replaceAll('No secret sauce is part of the offer.', '');
    const folded = own.toLowerCase().replaceAll(/[^\p{L}\p{N}\n]+/gu, ' ');
    expect(folded).to.not.match(/\bsecret sauces?\b/);
  }
}

function expectNoResidue(draft: ContentDraft): void {
  for (const part of Object.entries(draft.parts).flatMap(([name, one]) =>
    name === 'html' ? [] : textsOf(one),
  )) {
    expect(part).to.not.match(/\{\{|\}\}|\[object|\bundefined\b|<script|<b>|\*\*/);
    expect(part.trim(), 'an empty part').to.not.equal('');
    expect(part).to.not.match(/(?:…|\.\.\.)$/);
  }
}

/** All texts of a document as readers would see them, folded. */
function plainStrings(value: unknown): string {
  if (typeof value === 'string') return folded(plainText(value) || value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(plainStrings).join('\n');
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/gu, ' ');
}

const SEAMS: Readonly<Record<string, RegExp>> = {
  'a word twice': /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]+) \1(?![\p{L}\p{M}\p{N}])/gu,
  'a mark behind a blank': /\S* [,.;:!?](?=\s|$)/gu,
  'marks in a row': /[,;:.] ?[,;:.]/gu,
  'empty brackets': /\( ?\)|\[ ?\]|" ?"/gu,
};

/** Where sentences are put together no word is doubled and no mark is left over; a profile may hold both. */
function expectSeamless(draft: ContentDraft, source: string): void {
  const texts = Object.entries(draft.parts)
    .filter(([name]) => !['html', 'text', 'slug', 'paths'].includes(name))
    .flatMap(([, part]) => textsOf(part));
  // A brand keeps its own marks: "Crumb & Co.: the bread club", "Built for you. .NET Foundry is …".
  const brand = folded(plainText(draft.profile)).trim();
  for (const text of texts.map((one) =>
    folded(one).replaceAll(`${brand}:`, 'brand:').replaceAll(`. ${brand}`, '. brand'),
  )) {
    for (const [what, seam] of Object.entries(SEAMS)) {
      for (const [found] of text.matchAll(seam)) {
        expect(source, `${what} in "${text}"`).to.include(found);
      }
    }
  }
}

function expectDistinct(drafts: readonly ContentDraft[]): void {
  expect(new Set(drafts.map(({ angle }) => angle)).size).to.equal(drafts.length);
  expect(new Set(drafts.map(({ draft_id }) => draft_id)).size).to.equal(drafts.length);
  const words = drafts.map(vocabulary);
  for (const [index, one] of words.entries()) {
    for (const other of words.slice(index + 1)) expect(shareOfWords(one, other)).to.be.at.most(0.6);
  }
}
