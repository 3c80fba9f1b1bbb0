import { lintSource } from '@secretlint/core';
import { creator as recommendedRules } from '@secretlint/secretlint-rule-preset-recommend';
import { LONG_VALUE } from './named-secret.js';
import { NAMED_SECRETS } from './named-secrets.js';
import { isPlaceholder } from './placeholder.js';
import { LONG_TOKEN, VENDOR_TOKENS } from './vendor-tokens.js';

export interface SecretRange {
  readonly start: number;
  readonly end: number;
}

/** Between two texts in the joined document that the detectors read; no pattern but that of keys reaches over it. */
const SEPARATOR = '\n';

/** Private keys of every algorithm (PEM, RFC 7468; OpenPGP), to their end or that of the text. */
const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z0-9 ]{0,60}KEY(?: BLOCK)?-----|$)/g;

/** What an earlier run put in place of a datum; nothing in it is looked at again. */
const REDACTED = /\[redacted:[a-z]+\]/g;

/** A page that says `secretlint-disable` must not switch off the rules. */
const WITHOUT_COMMENTS = [{ id: '@secretlint/secretlint-rule-filter-comments', disabled: true }];

/**
 * Finds credentials in all texts in one pass: what names or web addresses tell, private keys, tokens of vendors,
 * and all that secretlint's recommended rules know.
 *
 * @returns per index of `texts`, its ranges in UTF-16 units, ascending and disjoint.
 */
export async function findSecrets(texts: readonly string[]): Promise<Map<number, SecretRange[]>> {
  const content = texts.join(SEPARATOR);
  const known = rangesOf(content, REDACTED);
  let found: SecretRange[] = [];
  // What one detector found the next does not see, or `password=` with a token would count twice.
  let rest = masked(content, known, '\n');
  const take = (ranges: readonly SecretRange[]) => {
    found = found.concat(ranges);
    rest = masked(rest, ranges, '\n');
  };
  if (content.includes('PRIVATE KEY')) take(privateKeys(texts, rest));
  for (const { pattern, isSecret } of NAMED_SECRETS) take(namedSecrets(rest, pattern, isSecret));
  take(
    toTheirEnds(rest, rangesOf(rest, VENDOR_TOKENS), LONG_TOKEN).filter((range) => holdsSecret(rest, range)),
  );
  // The rules take a dollar sign for that of a variable, and pass over it.
  take(await recommended(masked(content, [...known, ...found].sort(byStart), '$')));
  return byText(texts, merged(found.sort(byStart)));
}

const holdsSecret = (content: string, { start, end }: SecretRange) =>
  !isPlaceholder(content.slice(start, end));

const byStart = (a: SecretRange, b: SecretRange) => a.start - b.start || b.end - a.end;

const rangesOf = (text: string, pattern: RegExp, offset = 0): SecretRange[] =>
  [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
    start: offset + index,
    end: offset + index + match.length,
  }));

/** The text, as long as before, with a character in place of every one in the ranges, which ascend. */
function masked(text: string, ascending: readonly SecretRange[], mask: string): string {
  if (ascending.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of ascending) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(text.slice(done, from), mask.repeat(end - from));
    done = end;
  }
  return parts.join('') + text.slice(done);
}

/** Matched text by text, so that a key without an end does not reach into the next text. */
function privateKeys(texts: readonly string[], content: string): SecretRange[] {
  let offset = 0;
  return texts.flatMap(({ length }) => {
    const from = offset;
    offset += length + SEPARATOR.length;
    return rangesOf(content.slice(from, from + length), PRIVATE_KEY, from);
  });
}

function namedSecrets(
  content: string,
  pattern: RegExp,
  isSecret: (value: string, match: string) => boolean,
): SecretRange[] {
  const ranges = [...content.matchAll(pattern)].flatMap(({ 0: match, indices, groups }) => {
    const [start, end] = indices?.groups?.['secret'] ?? [0, 0];
    const value = groups?.['secret'] ?? '';
    return isSecret(value, match) && !isPlaceholder(value) ? [{ start, end }] : [];
  });
  return toTheirEnds(content, ranges, LONG_VALUE);
}

/** What a token ends at. */
const BREAK = /[\s"'`<>(){}[\],;|&$]/;

/** The rest of a long token holds further matches, which would each read it to its end. */
function toTheirEnds(content: string, ascending: readonly SecretRange[], bound: number): SecretRange[] {
  let done = 0;
  return ascending.flatMap((range) => {
    if (range.start < done) return [];
    const token = toItsEnd(content, range, bound);
    done = token.end;
    return [token];
  });
}

/** A match as long as its pattern allows goes on to the end of the token. */
function toItsEnd(content: string, { start, end }: SecretRange, bound: number): SecretRange {
  if (end - start < bound) return { start, end };
  const nextBreak = new RegExp(BREAK, 'g');
  nextBreak.lastIndex = end;
  return { start, end: nextBreak.exec(content)?.index ?? content.length };
}

async function recommended(content: string): Promise<SecretRange[]> {
  const { messages } = await lintSource({
    source: { filePath: 'document.txt', content, contentType: 'text', ext: '.txt' },
    options: {
      config: {
        rules: [{ id: 'recommended', rule: recommendedRules, options: {}, rules: WITHOUT_COMMENTS }],
      },
    },
  });
  const reported = messages.map(({ range: [start, end] }) => ({ start, end })).sort(byStart);
  return wholeTokens(content, reported).filter((range) => holdsSecret(content, range));
}

/**
 * The tokens around matches, disjoint. Rules report where the value's name starts, or a part of the
 * value; half a secret left standing is a secret leaked.
 */
function wholeTokens(content: string, ascending: readonly SecretRange[]): SecretRange[] {
  const tokens: { start: number; end: number }[] = [];
  for (const { start, end } of ascending) {
    const last = tokens.at(-1);
    let [from, to] = [start, Math.max(end, last?.end ?? 0)];
    while (from > (last?.end ?? 0) && !BREAK.test(content.charAt(from - 1))) from -= 1;
    while (to < content.length && !BREAK.test(content.charAt(to))) to += 1;
    if (last !== undefined && from <= last.end) last.end = to;
    else tokens.push({ start: from, end: to });
  }
  return tokens;
}

/** Ranges that overlap or touch as one. */
function merged(ascending: readonly SecretRange[]): SecretRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of ascending) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

function byText(texts: readonly string[], found: readonly SecretRange[]): Map<number, SecretRange[]> {
  const ranges = new Map<number, SecretRange[]>();
  let [offset, next] = [0, 0];
  texts.forEach((text, index) => {
    const own: SecretRange[] = [];
    for (; next < found.length; next++) {
      const { start, end } = found[next] ?? { start: 0, end: 0 };
      const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, text.length)];
      if (from < to) own.push({ start: from, end: to });
      // What goes on in the next text is looked at again there.
      if (end - offset > text.length) break;
    }
    if (own.length > 0) ranges.set(index, own);
    offset += text.length + SEPARATOR.length;
  });
  return ranges;
}
