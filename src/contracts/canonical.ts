import { createHash } from 'node:crypto';
import stableStringify from 'safe-stable-stringify';

/** Deepest nesting of a document; recursion in any consumer stays far from its stack limit. */
const MAX_DEPTH = 128;

/** A value on which canonicalizers disagree, refused before anything is hashed. */
export class CanonicalizationError extends Error {
  readonly code = 'not_canonical';

  constructor(
    readonly pointer: string,
    readonly reason: string,
  ) {
    super(`${pointer === '' ? 'the document' : pointer}: ${reason}`);
    this.name = 'CanonicalizationError';
  }
}

/** Keys sorted by UTF-16 code unit at every level; anything that has no JSON form throws. */
const stringify = stableStringify.configure({ strict: true, deterministic: true });

/**
 * Compact JSON, keys sorted by UTF-16 code unit at every level, numbers as ECMAScript writes them.
 *
 * @throws CanonicalizationError with a JSON pointer, for values that implementations write differently.
 */
export function canonicalJson(value: unknown): string {
  assertCanonicalizable(value);
  return stringify(value) ?? 'null';
}

/** The form in which documents are written to files: canonical order, two spaces, LF, one final newline. */
export function canonicalFileText(value: unknown): string {
  assertCanonicalizable(value);
  return `${stringify(value, null, 2) ?? 'null'}\n`;
}

/** SHA-256 of the UTF-8 bytes of a text, or of bytes; 64 lower-case hex digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256 of a document's canonical form without `canonical_hash` and `canonical_hash_algorithm`. */
export function canonicalHash(document: Readonly<Record<string, unknown>>): string {
  const { canonical_hash: _hash, canonical_hash_algorithm: _algorithm, ...hashed } = document;
  return sha256Hex(canonicalJson(hashed));
}

/** SHA-256 of the canonical `{tenant_id, project_id, job_type, payload}`: equal work has an equal key. */
export function idempotencyKey(request: {
  readonly tenant_id: string;
  readonly project_id: string;
  readonly job_type: string;
  readonly payload: unknown;
}): string {
  const { tenant_id, project_id, job_type, payload } = request;
  return sha256Hex(canonicalJson({ tenant_id, project_id, job_type, payload }));
}

/** A readable id that depends on nothing but the content it identifies: `finding-1f3870be274f6c49`. */
export function contentId(prefix: string, identity: unknown): string {
  return `${prefix}-${sha256Hex(canonicalJson(identity)).slice(0, 16)}`;
}

/** RFC 6901: the pointer of a child. */
export function childPointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** @throws CanonicalizationError for the first value, in document order, that is not safe to hash. */
export function assertCanonicalizable(value: unknown): void {
  visit(value, '', new Set());
}

function visit(value: unknown, pointer: string, ancestors: Set<object>): void {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new CanonicalizationError(pointer, 'a lone surrogate in a string');
      return;
    case 'number':
      assertNumber(value, pointer);
      return;
    case 'boolean':
      return;
    case 'object':
      if (value !== null) visitObject(value, pointer, ancestors);
      return;
    default:
      throw new CanonicalizationError(pointer, `a value of type ${typeof value} has no JSON form`);
  }
}

function assertNumber(value: number, pointer: string): void {
  if (!Number.isFinite(value)) throw new CanonicalizationError(pointer, `${value} has no JSON form`);
  if (Object.is(value, -0)) throw new CanonicalizationError(pointer, 'negative zero');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new CanonicalizationError(pointer, 'an integer beyond ±(2^53−1)');
  }
}

function visitObject(value: object, pointer: string, ancestors: Set<object>): void {
  if (ancestors.has(value)) throw new CanonicalizationError(pointer, 'a circular reference');
  if (ancestors.size >= MAX_DEPTH)
    throw new CanonicalizationError(pointer, `nesting beyond ${MAX_DEPTH} levels`);
  ancestors.add(value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      visit(value[index], childPointer(pointer, index), ancestors);
  } else {
    visitRecord(value, pointer, ancestors);
  }
  ancestors.delete(value);
}

function visitRecord(value: object, pointer: string, ancestors: Set<object>): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new CanonicalizationError(pointer, 'an instance of a class');
  }
  if (Object.getOwnPropertySymbols(value).length > 0)
    throw new CanonicalizationError(pointer, 'a symbol key');
  for (const [key, child] of Object.entries(value)) {
    const at = childPointer(pointer, key);
    if (!key.isWellFormed()) throw new CanonicalizationError(at, 'a lone surrogate in a key');
    if (/^(?:0|[1-9]\d*)$/.test(key))
      throw new CanonicalizationError(at, 'a key that looks like an array index');
    if (key === '__proto__') throw new CanonicalizationError(at, 'the key __proto__');
    // An undefined property is absent in every implementation; exact optional types keep us from writing one.
    if (child !== undefined) visit(child, at, ancestors);
  }
}
