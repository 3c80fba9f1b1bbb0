import { lintSource } from '@secretlint/core';
import { creator as recommendedRules } from '@secretlint/secretlint-rule-preset-recommend';

export interface SecretRange {
  readonly start: number;
  readonly end: number;
}

/** Between two texts in the joined document that the detector reads. */
const SEPARATOR = '\n';

/** Credentials that the recommended rules do not know; each in linear time. */
const FURTHER_SECRETS: readonly RegExp[] = [
  // Private keys of every algorithm (PEM, RFC 7468; OpenPGP), to their end or that of the text.
  /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z0-9 ]{0,60}KEY(?: BLOCK)?-----|$)/g,
  // JSON Web Tokens (RFC 7519): header and claims are objects, whose base64url starts like this.
  /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g,
  // Stripe secret and restricted keys, webhook secrets.
  /(?<![A-Za-z0-9])(?:(?:sk|rk)_(?:live|test)|whsec)_[A-Za-z0-9]{16,}/g,
  // Google API keys, GitLab, Hugging Face, DigitalOcean and Doppler tokens.
  /(?<![\w-])AIza[\w-]{35}/g,
  /(?<![\w-])gl(?:pat|dt|rt|cbt|ptt)-[\w-]{20,}/g,
  /(?<![\w-])(?:hf_[A-Za-z]{30,}|do[opr]_v1_[a-f0-9]{64}|dp\.[a-z]{2}\.[A-Za-z0-9]{40,})/g,
];

/**
 * Finds credentials (cloud keys, tokens, private keys, connection strings) with secretlint's
 * recommended rules, in all texts in one pass, and a few patterns for what they do not know.
 *
 * @returns per index of `texts`, its ranges in UTF-16 units, ascending and disjoint.
 */
export async function findSecrets(texts: readonly string[]): Promise<Map<number, SecretRange[]>> {
  const content = texts.join(SEPARATOR);
  const result = await lintSource({
    source: { filePath: 'document.txt', content, contentType: 'text', ext: '.txt' },
    options: { config: { rules: [{ id: 'recommended', rule: recommendedRules, options: {} }] } },
  });
  const found = [
    ...result.messages.map(({ range: [start, end] }) => ({ start, end })),
    ...furtherSecrets(texts),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return byText(texts, wholeTokens(content, found));
}

/** Matched text by text, so that a key without an end does not reach into the next text. */
function furtherSecrets(texts: readonly string[]): SecretRange[] {
  let offset = 0;
  return texts.flatMap((text) => {
    const from = offset;
    offset += text.length + SEPARATOR.length;
    return FURTHER_SECRETS.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
        start: from + index,
        end: from + index + match.length,
      })),
    );
  });
}

/**
 * The runs of non-blank characters around matches, disjoint. Rules report where the value's name
 * starts, or a part of the value; half a secret left standing is a secret leaked.
 */
function wholeTokens(content: string, ascending: readonly SecretRange[]): SecretRange[] {
  const tokens: { start: number; end: number }[] = [];
  for (const { start, end } of ascending) {
    const last = tokens.at(-1);
    let [from, to] = [start, Math.max(end, last?.end ?? 0)];
    while (from > (last?.end ?? 0) && /\S/.test(content.charAt(from - 1))) from -= 1;
    while (to < content.length && /\S/.test(content.charAt(to))) to += 1;
    if (last !== undefined && from <= last.end) last.end = to;
    else tokens.push({ start: from, end: to });
  }
  return tokens;
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
