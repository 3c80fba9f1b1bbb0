import { PERSONAL_DATA, type PersonalDataDetector, type PersonalDataKind } from './personal-data.js';
import { findSecrets } from './secrets.js';

export type RedactionKind = 'secret' | PersonalDataKind;
export type RedactionCounts = Record<RedactionKind, number>;

declare const redacted: unique symbol;

/** A value of which every string has passed redaction; only `redact` makes one. */
export type Redacted<T> = (T extends readonly (infer Item)[] ? readonly Redacted<Item>[] : T) & {
  readonly [redacted]: true;
};

/**
 * Fields of the contract that hold hashes and ids which growth itself derived. They are exempt by
 * name, not by shape, so that nothing personal can pass by looking like a hash.
 */
const EXEMPT_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'draft_id',
  'proposal_id',
  'finding_id',
  'funnel_metrics_id',
]);

/**
 * Replaces every secret and personal datum in every string of some JSON values by `[redacted:KIND]`.
 * Runs before anything is hashed, so that hashes and keys are over what leaves.
 */
export async function redact<Parts extends object>(
  value: Parts,
): Promise<{ value: { readonly [Part in keyof Parts]: Redacted<Parts[Part]> }; counts: RedactionCounts }> {
  const texts: string[] = [];
  mapStrings(value, (text) => {
    texts.push(text);
    return text;
  });
  const counts = noRedactions();
  const withoutSecrets = await redactSecrets(texts, counts);
  let index = 0;
  const result = mapStrings(value, () => redactPersonalData(withoutSecrets[index++] ?? '', counts));
  return { value: result as { readonly [Part in keyof Parts]: Redacted<Parts[Part]> }, counts };
}

/** Redacts one text, for errors and other lines that are not part of a document. */
export async function redactText(text: string): Promise<string> {
  const counts = noRedactions();
  const [withoutSecrets = ''] = await redactSecrets([text], counts);
  return redactPersonalData(withoutSecrets, counts);
}

/** Whether a text holds a secret or personal datum, and of which kind. */
export async function sensitiveKind(text: string): Promise<RedactionKind | undefined> {
  const { counts } = await redact({ text });
  return (Object.keys(counts) as RedactionKind[]).find((kind) => counts[kind] > 0);
}

export function sumRedactions(all: readonly (RedactionCounts | undefined)[]): RedactionCounts {
  const sum = noRedactions();
  for (const counts of all) {
    for (const kind of Object.keys(sum) as RedactionKind[]) sum[kind] += counts?.[kind] ?? 0;
  }
  return sum;
}

/** Kinds of what redaction has removed from a text. */
export function redactedKinds(text: string): string[] {
  return [...new Set([...text.matchAll(/\[redacted:([a-z]+)\]/g)].map(([, kind = '']) => kind))];
}

function noRedactions(): RedactionCounts {
  return { secret: 0, email: 0, phone: 0, card: 0, iban: 0, ssn: 0, ip: 0 };
}

async function redactSecrets(texts: readonly string[], counts: RedactionCounts): Promise<string[]> {
  const ranges = await findSecrets(texts);
  return texts.map((text, index) => {
    let result = text;
    for (const { start, end } of (ranges.get(index) ?? []).toReversed()) {
      result = `${result.slice(0, start)}[redacted:secret]${result.slice(end)}`;
      counts.secret += 1;
    }
    return result;
  });
}

function redactPersonalData(text: string, counts: RedactionCounts): string {
  return PERSONAL_DATA.reduce((result, detector) => redactKind(result, detector, counts), text);
}

function redactKind(
  text: string,
  { kind, pattern, locate }: PersonalDataDetector,
  counts: RedactionCounts,
): string {
  let result = '';
  let done = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span = locate(match[0], text.slice(Math.max(0, match.index - 9), match.index));
    if (span === undefined) continue;
    counts[kind] += 1;
    result += `${text.slice(done, match.index + span.start)}[redacted:${kind}]`;
    done = match.index + span.end;
    pattern.lastIndex = done;
  }
  return result + text.slice(done);
}

/** Applies a function to every string value that is not exempt, in a fixed order; keys are ours and stay. */
function mapStrings(value: unknown, map: (text: string) => string, field = ''): unknown {
  if (typeof value === 'string') return EXEMPT_FIELDS.has(field) ? value : map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map, field));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, mapStrings(child, map, key)]),
    );
  }
  return value;
}
