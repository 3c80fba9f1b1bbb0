import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { PageFacts } from '../page/page-facts.js';

export type JsonLdScript = { readonly offset: number } & (
  | { readonly state: 'empty' }
  | { readonly state: 'valid'; readonly value: unknown }
  | ({ readonly state: 'invalid' } & JsonError)
);

export interface JsonError {
  readonly message: string;
  /** Inside the script, from 1; absent where the nesting is too deep to look for the place. */
  readonly position?: { readonly line: number; readonly column: number };
  /** The text at that place. */
  readonly excerpt: string;
  /**
   * Only what lenient parsers read nevertheless: raw control characters in texts, or JavaScript comments. Search
   * Console names its errors in the words of such a parser (JsonCpp), so Google may read it.
   * https://support.google.com/webmasters/answer/9166415
   */
  readonly isLenient: boolean;
}

/** Three rules ask for the same scripts while a page is looked at. */
const known = new WeakMap<PageFacts['jsonLd'], readonly JsonLdScript[]>();

export function jsonLdScripts({ jsonLd }: Pick<PageFacts, 'jsonLd'>): readonly JsonLdScript[] {
  const scripts = known.get(jsonLd) ?? jsonLd.map(({ offset, value }) => ({ offset, ...parseJsonLd(value) }));
  known.set(jsonLd, scripts);
  return scripts;
}

type Parsed =
  | { readonly state: 'empty' }
  | { readonly state: 'valid'; readonly value: unknown }
  | ({ readonly state: 'invalid' } & JsonError);

/** JSON by RFC 8259; a byte order mark before it is ignored, as section 8.1 allows. */
export function parseJsonLd(script: string): Parsed {
  const text = script.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { state: 'empty' };
  const parsed = parsedOrUndefined(text);
  return parsed === undefined ? { state: 'invalid', ...jsonError(text) } : { state: 'valid', ...parsed };
}

/** V8's parser keeps its own stack: nesting of any depth is read. */
function parsedOrUndefined(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'something outside of double quotes; is a double quote inside a text not escaped?',
  InvalidNumberFormat: 'a number that is none',
  PropertyNameExpected: 'a name in double quotes is missing, or a comma is too many',
  ValueExpected: 'a value is missing, or a comma is too many',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'something stands after the end of the JSON',
  InvalidCommentToken: 'a comment',
  UnexpectedEndOfComment: 'a comment without end',
  UnexpectedEndOfString: 'a text without closing double quote, or with a line break',
  UnexpectedEndOfNumber: 'a number that breaks off',
  InvalidUnicode: 'a \\u without four hexadecimal digits',
  InvalidEscapeCharacter: 'a backslash before a character that cannot be escaped',
  InvalidCharacter: 'a raw control character in a text',
};

/** V8 names no place for short texts, and others in each version; a parser that always does looks for it. */
function jsonError(text: string): JsonError {
  const isLenient = parsesWithoutControls(text) || parsesWithComments(text);
  const start = text.length - text.trimStart().length;
  if (text.startsWith('<!--', start)) return located(text, start, 'an HTML comment', isLenient);
  const first = firstError(text, true);
  if (typeof first !== 'object') return { message: 'not valid JSON', excerpt: '', isLenient };
  return located(text, first.offset, MESSAGES[first.code] ?? 'not valid JSON', isLenient);
}

interface CodedError {
  readonly code: string;
  readonly offset: number;
}

/** This parser calls itself for each level: what is deeper exhausts the stack, and was written by nobody. */
export const MAX_DEPTH = 500;

function firstError(text: string, disallowComments: boolean): CodedError | 'none' | 'too deep' {
  if (isDeeper(text, MAX_DEPTH)) return 'too deep';
  let first: CodedError | undefined;
  const onError = (code: ParseErrorCode, offset: number) => {
    if (first === undefined || offset < first.offset) first = { code: printParseErrorCode(code), offset };
  };
  visit(text, { onError }, { disallowComments });
  return first ?? 'none';
}

/** Brackets inside texts count too: an upper bound is enough. */
function isDeeper(text: string, levels: number): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[{}\]]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > levels) return true;
    // An unmatched closing bracket must not hide an opening one.
    if (depth < 0) depth = 0;
  }
  return false;
}

function located(text: string, offset: number, message: string, isLenient: boolean): JsonError {
  const before = text.slice(0, offset);
  const position = {
    line: before.split(/\r\n|[\r\n]/).length,
    column: offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')),
  };
  const excerpt = text.slice(offset, offset + 60).toWellFormed();
  return { message, position, excerpt: excerpt.replaceAll(/\s+/g, ' ').trim(), isLenient };
}

/** White space by JSON's rules outside of texts, and an error inside: a space is right in both places. */
function parsesWithoutControls(text: string): boolean {
  return parsedOrUndefined(text.replaceAll(/[\0-\x1f]/g, ' ')) !== undefined;
}

function parsesWithComments(text: string): boolean {
  return /\/[/*]/.test(text) && firstError(text, false) === 'none';
}
