import { expect } from 'chai';
import { type CheckFailure, type Checkable, checkDraft } from '../../../src/content/checks/checks.js';
import { ProfileSchema, mergeProfiles } from '../../../src/content/profiles/profile.js';

const DISCLAIMER = 'This tea is not intended to cure any disease.';
const PROFILE = mergeProfiles([
  {
    source: 'child.yaml',
    document: ProfileSchema.parse({
      name: 'Tea',
      voice: { vocabulary: { avoid: ['cheap'] } },
      prohibited_claims: ['cure'],
      keywords: { prohibited: ['detox'] },
    }),
  },
  {
    source: 'parent.yaml',
    document: ProfileSchema.parse({ name: 'Teas', required_disclaimers: [DISCLAIMER] }),
  },
]);
/** Words that are no keyword. */
const filler = (count: number) => Array.from({ length: count }, () => 'leaf').join(' ');

const NOTHING: Checkable = {
  texts: [],
  hidden: [],
  payload: '',
  body: '',
  measures: [],
  forms: [],
  readability: undefined,
  needsDisclaimers: false,
  keywords: [],
  isSearched: true,
  sources: [],
  isOwn: true,
};

const failures = (text: string, more: Partial<Checkable> = {}): CheckFailure[] =>
  checkDraft({ ...NOTHING, texts: [text], body: text, ...more }, PROFILE);
const kinds = (text: string, more: Partial<Checkable> = {}) =>
  failures(text, more).map(({ check, is_blocking }) => `${check}${is_blocking ? '!' : ''}`);

const measure = {
  part: 'title',
  measure: 'characters',
  max: 60,
  min: 30,
  value: 30,
  is_within: true,
} as const;
const hard = { reading_ease: 29.9, reading_grade: 16 };

describe('checkDraft', () => {
  const cases: [what: string, text: string, more: Partial<Checkable>, expected: string[]][] = [
    ['a good text', 'A tea of leaves', {}, []],
    ['a prohibited claim', 'It cures colds', {}, ['prohibited_phrase!']],
    ['a prohibited keyword', 'A DETOX tea', {}, ['prohibited_phrase!']],
    ['a claim that nobody sees', 'A tea', { hidden: ['cure'] }, ['prohibited_phrase!']],
    ['a claim in a text of somebody', 'It cures', { isOwn: false }, ['prohibited_phrase!']],
    ['a word around a claim', 'A secure and obscure manicure', {}, []],
    ['a missing disclaimer', 'A tea', { needsDisclaimers: true }, ['disclaimer_missing!']],
    ['a disclaimer of its own', `A tea. ${DISCLAIMER}`, { needsDisclaimers: true }, []],
    [
      'a disclaimer that nobody sees',
      'A tea',
      { needsDisclaimers: true, hidden: [DISCLAIMER] },
      ['disclaimer_missing!'],
    ],
    ['no room for a disclaimer', 'A tea', { needsDisclaimers: false }, []],
    ['a number without source', '40 teas', { sources: ['4 teas'] }, ['number_without_source!']],
    ['a number with a source', '40 teas', { sources: ['forty: 40'] }, []],
    ['what was redacted', 'Write to [redacted:email]', {}, ['sensitive_data!']],
    ['what was redacted where nobody looks', 'A', { payload: 'x [redacted:secret]' }, ['sensitive_data!']],
    ['what only looks redacted', 'It was [redacted]', {}, []],
    ['a placeholder of ours', 'Hello {{name}}', {}, ['placeholder!']],
    ['a placeholder of somebody', 'Hello {{name}}', { isOwn: false }, ['placeholder']],
    ['a word like a placeholder', 'Todoist and mastodon', {}, []],
    ['a limit kept', 'A', { measures: [measure] }, []],
    [
      'a limit broken by us',
      'A',
      { measures: [{ ...measure, value: 61, is_within: false }] },
      ['outside_limits!'],
    ],
    [
      'a limit broken by somebody',
      'A',
      { isOwn: false, measures: [{ ...measure, value: 9, is_within: false }] },
      ['outside_limits'],
    ],
    ['a rule kept', 'A', { forms: [{ rule: 'no double quotes', holds: true }] }, []],
    [
      'a rule broken by us',
      'A',
      { forms: [{ rule: 'no double quotes', holds: false }] },
      ['outside_limits!'],
    ],
    [
      'a rule broken by somebody',
      'A',
      { isOwn: false, forms: [{ rule: 'r', holds: false }] },
      ['outside_limits'],
    ],
    ['a word to avoid', 'A cheap tea', {}, ['vocabulary_to_avoid']],
    ['a word to avoid out of sight', 'A tea', { hidden: ['cheap'] }, ['vocabulary_to_avoid']],
    ['a word like one to avoid', 'A cheapskate', {}, []],
    ['no keyword in 101 words', filler(101), { keywords: ['green tea'] }, ['keyword_missing']],
    ['no keyword in 100 words', filler(100), { keywords: ['green tea'] }, []],
    ['no keyword where there is none', filler(101), {}, []],
    ['a keyword at its limit of 3 %', `${'tea '.repeat(6)}${filler(194)}`, { keywords: ['tea'] }, []],
    ['a keyword above 3 %', `${'tea '.repeat(6)}${filler(193)}`, { keywords: ['tea'] }, ['keyword_stuffing']],
    [
      'a keyword of two words above 3 %',
      `${'green tea, '.repeat(4)}${filler(95)}`,
      { keywords: ['green tea'] },
      ['keyword_stuffing'],
    ],
    ['a keyword too often in 100 words', `${'tea '.repeat(50)}${filler(50)}`, { keywords: ['tea'] }, []],
    ['a text that is hard to read', filler(101), { readability: hard }, ['hard_to_read']],
    ['a hard text of 100 words', filler(100), { readability: hard }, []],
    ['a text that is hardly readable', filler(101), { readability: { ...hard, reading_ease: 30 } }, []],
    [
      'several at once',
      '40 cheap cures',
      {},
      ['prohibited_phrase!', 'number_without_source!', 'vocabulary_to_avoid'],
    ],
  ];
  for (const [what, text, more, expected] of cases) {
    it(`says ${expected.length === 0 ? 'nothing' : expected.join(', ')} of ${what}`, () => {
      expect(kinds(text, more)).to.deep.equal(expected);
    });
  }

  it('names the phrase and the profile of the chain that prohibits it', () => {
    expect(failures('It cures')[0]?.message).to.equal('holds "cure", which the profile child.yaml prohibits');
  });

  it('names part, value and limit', () => {
    const over = failures('A', { measures: [{ ...measure, value: 61, is_within: false }] });
    const under = failures('A', { measures: [{ ...measure, value: 9, is_within: false }] });
    expect(over[0]?.message).to.equal('has 61 characters in title, of which 60 are allowed');
    expect(under[0]?.message).to.equal('has 9 characters in title, of which there should be 30 at least');
  });

  it('exempts required disclaimers from what is prohibited, word for word', () => {
    expect(kinds(DISCLAIMER)).to.deep.equal([]);
    expect(kinds(`Drink. ${DISCLAIMER} Enjoy. ${DISCLAIMER}`)).to.deep.equal([]);
    expect(kinds(DISCLAIMER.replace('not ', ''))).to.deep.equal(['prohibited_phrase!']);
    expect(kinds(`${DISCLAIMER} It does cure.`)).to.deep.equal(['prohibited_phrase!']);
    expect(kinds('', { hidden: [DISCLAIMER] })).to.deep.equal([]);
  });

  const written = [
    'not intended to cure any disease',
    'Not intended\n  to cure any disease',
    'Not intended to **cure** any disease.',
    'Not intended to cure any disease…',
  ];
  for (const disclaimer of written) {
    it(`knows the disclaimer ${JSON.stringify(disclaimer)} as drafts and pages hold it`, () => {
      const document = ProfileSchema.parse({
        name: 'Tea',
        prohibited_claims: ['cure'],
        required_disclaimers: [disclaimer],
      });
      const profile = mergeProfiles([{ source: 'p', document }]);
      const check = (text: string) =>
        checkDraft({ ...NOTHING, texts: [text], body: text, needsDisclaimers: true }, profile).map(
          (failure) => failure.check,
        );
      expect(check('Not intended to cure any disease.')).to.deep.equal([]);
      expect(check('It says: not intended to cure any disease')).to.deep.equal(
        disclaimer.startsWith('n') ? [] : ['prohibited_phrase'],
      );
      expect(check('Not intended to cure any diseased.')).to.include('prohibited_phrase');
    });
  }

  it('finds no phrase that only the place of a disclaimer between two texts makes', () => {
    expect(kinds(`A de ${DISCLAIMER} tox`)).to.deep.equal([]);
  });
});
