import { BEFORE } from './detector.js';
import { PERSONAL_DATA, type PersonalDataDetector, type PersonalDataKind } from './personal-data.js';
import { percentDecoded } from './percent-decoded.js';
import { findSecrets } from './secrets.js';

export type RedactionKind = 'secret' | PersonalDataKind;
export type RedactionCounts = Record<RedactionKind, number>;

declare const redacted: unique symbol;

/** The mark of what has passed redaction; nothing bears it at run time. */
interface RedactionMark {
  readonly [redacted]: true;
}

/**
 * A value of which every string and every key has passed redaction. Only `redact` makes one, and
 * `derived` from others; what is written to an output folder must be one.
 */
export type Redacted<T> = (T extends readonly (infer Item)[] ? readonly Redacted<Item>[] : T) & RedactionMark;

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
  const clean = await redactAll(texts, counts);
  let index = 0;
  const result = mapStrings(value, () => clean[index++] ?? '');
  return { value: result as { readonly [Part in keyof Parts]: Redacted<Parts[Part]> }, counts };
}

/**
 * What is made of redacted values alone (hashes, counts, the registry's own texts) is as clean as they
 * are. `make` must take everything that is not the product's own from its argument.
 */
export function derived<Sources extends Readonly<Record<string, RedactionMark>>, Result>(
  sources: Sources,
  make: (sources: Sources) => Result,
): Redacted<Result> {
  return make(sources) as Redacted<Result>;
}

/** Redacts one text, for errors and other lines that are not part of a document. */
export async function redactText(text: string): Promise<string> {
  const counts = noRedactions();
  const [clean = ''] = await redactAll([text], counts);
  return clean;
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

/** Addresses stand in addresses, encoded once more each time; deeper than this nobody reads them. */
const MAX_ENCODINGS = 3;

/**
 * Redacts texts as they stand, then as they read without percent-encoding, in which `Tel.%20030…` is a telephone
 * number. A text that holds something there alone is shown decoded.
 */
async function redactAll(
  texts: readonly string[],
  counts: RedactionCounts,
  encodings = MAX_ENCODINGS,
): Promise<string[]> {
  const withoutSecrets = await redactSecrets(texts, counts);
  const plain = withoutSecrets.map((text) => redactPersonalData(text, counts));
  const encoded = plain.flatMap((text, index) => {
    const decoded = text.includes('%') ? percentDecoded(text) : text;
    return decoded === text ? [] : [{ index, decoded }];
  });
  if (encoded.length === 0 || encodings === 0) return plain;
  const clean = await redactAll(
    encoded.map(({ decoded }) => decoded),
    counts,
    encodings - 1,
  );
  for (const [at, { index, decoded }] of encoded.entries()) {
    const text = clean[at];
    if (text !== undefined && text !== decoded) plain[index] = text;
  }
  return plain;
}

async function redactSecrets(texts: readonly string[], counts: RedactionCounts): Promise<string[]> {
  const ranges = await findSecrets(texts);
  return texts.map((text, index) => {
    // In one pass: to cut the text anew for each range takes quadratic time.
    let result = '';
    let done = 0;
    for (const { start, end } of ranges.get(index) ?? []) {
      result += `${text.slice(done, start)}[redacted:secret]`;
      counts.secret += 1;
      done = end;
    }
    return result + text.slice(done);
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
    const span = locate(match[0], text.slice(Math.max(0, match.index - BEFORE), match.index));
    if (span === undefined) continue;
    counts[kind] += 1;
    result += `${text.slice(done, match.index + span.start)}[redacted:${kind}]`;
    done = match.index + span.end;
    pattern.lastIndex = done;
  }
  return result + text.slice(done);
}

/** Keys that can be nothing but words; every other one is looked at like a value. */
const PLAIN_KEY = /^[a-z_]{1,28}$/;

/** Applies a function to every key and every string value that is not exempt, in a fixed order. */
function mapStrings(value: unknown, map: (text: string) => string, field = ''): unknown {
  if (typeof value === 'string') return EXEMPT_FIELDS.has(field) ? value : map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map, field));
  if (typeof value !== 'object' || value === null) return value;
  const mapped = new Map<string, unknown>();
  for (const [key, child] of Object.entries(value)) {
    const shown = PLAIN_KEY.test(key) ? key : map(key);
    mapped.set(shown === key ? key : free(shown, mapped), mapStrings(child, map, key));
  }
  return Object.fromEntries(mapped);
}

/** Two redacted keys may look the same; none may replace the other. */
function free(key: string, taken: ReadonlyMap<string, unknown>): string {
  let name = key;
  for (let count = 2; taken.has(name); count++) name = `${key} (${count})`;
  return name;
}
