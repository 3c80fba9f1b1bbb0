import { lintSource } from '@secretlint/core';
import { creator as recommendedRules } from '@secretlint/secretlint-rule-preset-recommend';

export interface SecretRange {
  readonly start: number;
  readonly end: number;
}

/** Between two texts in the joined document that the detector reads. */
const SEPARATOR = '\n';

/**
 * Finds credentials (cloud keys, tokens, private keys, connection strings) with secretlint's
 * recommended rules, in all texts in one pass.
 *
 * @returns per index of `texts`, its ranges in UTF-16 units, ascending and disjoint.
 */
export async function findSecrets(texts: readonly string[]): Promise<Map<number, SecretRange[]>> {
  const content = texts.join(SEPARATOR);
  const result = await lintSource({
    source: { filePath: 'document.txt', content, contentType: 'text', ext: '.txt' },
    options: { config: { rules: [{ id: 'recommended', rule: recommendedRules, options: {} }] } },
  });
  const found = result.messages.map(({ range }) => wholeTokens(content, range[0], range[1]));
  return byText(texts, found);
}

/**
 * The run of non-blank characters around a match. Rules report where the value's name starts, or a
 * part of the value; half a secret left standing is a secret leaked.
 */
function wholeTokens(content: string, start: number, end: number): SecretRange {
  let [from, to] = [start, end];
  while (from > 0 && /\S/.test(content.charAt(from - 1))) from -= 1;
  while (to < content.length && /\S/.test(content.charAt(to))) to += 1;
  return { start: from, end: to };
}

function byText(texts: readonly string[], found: readonly SecretRange[]): Map<number, SecretRange[]> {
  const ranges = new Map<number, SecretRange[]>();
  if (found.length === 0) return ranges;
  const ascending = found.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let offset = 0;
  texts.forEach((text, index) => {
    const own: SecretRange[] = [];
    for (const { start, end } of ascending) {
      const from = Math.max(start - offset, own.at(-1)?.end ?? 0, 0);
      const to = Math.min(end - offset, text.length);
      if (from < to) own.push({ start: from, end: to });
    }
    if (own.length > 0) ranges.set(index, own);
    offset += text.length + SEPARATOR.length;
  });
  return ranges;
}
