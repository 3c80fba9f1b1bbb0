import { readability } from '../../src/content/english/readability.js';
import { unsupportedNumbers } from '../../src/content/checks/numbers.js';
import { fitSentences } from '../../src/content/fit.js';
import { NestingError, markdownToHtml } from '../../src/content/markup/markdown.js';
import { readHtml } from '../../src/content/markup/html.js';
import { plainText } from '../../src/content/markup/plain-text.js';
import { phraseFinder } from '../../src/content/phrases/phrases.js';
import { TEXT_LIMITS, readYaml } from '../../src/inputs/yaml-source.js';
import {
  asHeading,
  asName,
  asSentence,
  characters,
  withoutLooseStart,
  words,
} from '../../src/content/text.js';
import { pixelWidth } from '../../src/content/text-width/pixels.js';
import { GrowthError } from '../../src/errors.js';
import { contentMarkdown } from '../../src/output/content-markdown.js';
import { escapeMarkdown } from '../../src/output/markdown.js';
import { logJson, logLine, plainLine } from '../../src/output/plain-text.js';
import { redact } from '../../src/safety/redaction.js';
import { type WorstCase, eachRepeated, repeated, tolerating } from './worst-case.js';

/** Letters, blanks and marks on which patterns for texts decide. */
const MARKS = ['a', ' ', '.', '…', '-', '!?', '.. ', ' #', '1,', '\u0301', '\u{1f1e6}', '文'];
/** What Markdown has a meaning for. */
const SIGNS = ['#', '[', '*', '_', '\\', '<', ':', '//', 'www.', '1.', ' '];

const MARKDOWN = [
  ...eachRepeated(
    'markdown',
    [
      '**a ',
      '*a_ ',
      '[',
      '![',
      '[a](',
      '[a](b',
      '`',
      '`` ` ',
      '<',
      '<a ',
      '<!--',
      '<?',
      '&',
      '\\',
      '> ',
      '> a\n',
      '- a\n',
      ' - a\n',
      '1. ',
      '# ',
      '|a',
      '|a|b|\n|-|-|\n',
      '~~a',
      '[a]: b\n',
      '[a]',
      '![a][b]',
      'a\n',
      'a\n=\n',
      '    a\n',
      '```\n',
      '\n',
      '\t',
      'a@b.c ',
      'https://a ',
      '<b>',
      '&#',
      '*',
    ],
    markdown,
  ),
  repeated('markdown table', '|', markdown, { before: 'a|b\n-|-\n' }),
  repeated('markdown table', '|a|\n', markdown, { before: '|a|\n|-|\n' }),
];

function markdown(text: string): unknown {
  return tolerating(
    () => readHtml(markdownToHtml(text)),
    (error) => error instanceof NestingError,
  );
}

const HANDED_IN = eachRepeated(
  'content html',
  [
    '<div>',
    '<p>',
    '<b>',
    '</b>',
    '<a href=x>',
    '<table>',
    '<svg>',
    '<svg><title>',
    '<template>',
    '<select>',
    '<option>',
    '<script>',
    '<',
    '&amp',
    '<!--',
    '<img alt=x>',
    '<p title=x>',
    '<b><p>',
    '<li>',
    'a ',
    '<h1>a',
  ],
  readHtml,
);

const PROFILE = [
  ...eachRepeated('profile text', MARKS, plainText),
  ...eachRepeated('name', MARKS, asName, { after: 'b' }),
  ...eachRepeated('sentence', MARKS, asSentence, { before: 'a', after: 'b' }),
  ...eachRepeated('heading', MARKS, (text) => asHeading(text), { before: 'a', after: 'b' }),
  ...eachRepeated('start', MARKS, withoutLooseStart, { after: 'b' }),
  ...eachRepeated('characters', MARKS, characters),
  ...eachRepeated('words', MARKS, words),
  ...eachRepeated('pixel width', MARKS, (text) => pixelWidth(text, 20)),
  ...eachRepeated('readability', ['a. ', 'word ', '.', '!"', '? ', 'aeiou'], (text) => readability([text])),
  ...eachRepeated('numbers', ['1', '1,', '1.', '1 ', '1 000 ', '¼', '1%', '0', '.0'], (text) =>
    unsupportedNumbers(text, [text]),
  ),
  repeated(
    'fitted sentences',
    'word ',
    (text) =>
      fitSentences(
        [{ text, facts: [] }],
        Array.from({ length: 12 }, () => ({ text, facts: [] })),
        { min: 0, max: 1e9 },
      ),
    { after: '.' },
  ),
];

const PHRASES: WorstCase[] = [
  ...eachRepeated(
    'phrases in a text',
    ['pain free ', 'pain-free-', 'a ', 'pain', '-', "'", '1,000 ', '100 % ', '文', '(a ', '\u0301'],
    (text) => phraseFinder(['pain free', 'a a a a b', '100 %', '文文']).find(text),
  ),
  ...eachRepeated('a phrase', ['pain free ', 'a-', 'a ', '!', '1,000,', '文', '#1 '], (text) =>
    phraseFinder([text]).find(text),
  ),
  {
    name: 'phrases in number',
    size: 50,
    prepare: (size) => {
      const phrases = Array.from({ length: size }, (_, index) => `a b c d ${index}`);
      const text = phrases.slice(0, 100).join(' ');
      return () => phraseFinder(phrases).find(text);
    },
  },
];

const YAML = eachRepeated(
  'profile yaml',
  [
    '[',
    '{a: ',
    '- ',
    '? ',
    '"a" ',
    '&a ',
    '*a ',
    'a: ',
    'a: 1\n',
    '#',
    '\n',
    ' ',
    '- a\n',
    '!a ',
    '---\n',
    '"\\',
    'a b ',
    ']',
    '%',
  ],
  (text) =>
    tolerating(
      () => readYaml(text, { file: 'x.yaml', firstLine: 1, code: 'profile_invalid', limits: TEXT_LIMITS }),
      (error) => error instanceof GrowthError,
    ),
  { before: 'name: x\nfeatures: ' },
).map((one): WorstCase => ({ ...one, largest: { size: 1 << 19, limit: 'a profile has at most 1 MiB' } }));

const OUTPUT = [
  ...eachRepeated('markdown escaping', SIGNS, escapeMarkdown, { after: 'b' }),
  ...eachRepeated('one line', ['\n', '\u001b', '\u202e', 'a'], plainLine),
  ...eachRepeated('log line', ['##', '#[', ':', '::', ' '], logLine, { after: 'b' }),
  ...eachRepeated('log json', ['\u202e', '##[', '"', '\\'], logJson),
  ...eachRepeated('verbatim draft', ['`', '` ', '\n'], (text) => contentMarkdown([draft(`${text}\n`)])),
  ...eachRepeated(
    'redaction',
    [
      'a',
      '1',
      '1 ',
      '1-',
      '.',
      'a.',
      'a@',
      '@',
      '+1 ',
      ':',
      'a:',
      'ab12',
      '=',
      'key=',
      'AKIA',
      'sk-',
      '-----BEGIN ',
      'https://a:b@',
      '\n',
      '/',
      'DE12 ',
      'eyJ',
      '" ',
    ],
    (text) => redact({ text }),
  ),
];

function draft(body: string): Parameters<typeof contentMarkdown>[0][number] {
  return {
    draft_id: 'draft-1',
    content_type: 'blog_post',
    profile: 'x',
    variant: 1,
    angle: 'outcome_first',
    parts: { body },
    measures: [],
    forms: [],
    keywords_used: [],
    keywords_missing: [],
    disclaimers: [],
    characters: 1,
    words: 1,
    checks_passed: true,
    failures: [],
  };
}

export const TEXT_CASES: readonly WorstCase[] = [
  ...MARKDOWN,
  ...HANDED_IN,
  ...PROFILE,
  ...PHRASES,
  ...YAML,
  ...OUTPUT,
];
