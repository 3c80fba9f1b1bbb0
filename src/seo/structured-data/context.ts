import { isUrl } from '../../inputs/web-address.js';
import { distance } from 'fastest-levenshtein';
import { type JsonObject, isJsonObject } from './json-objects.js';

/**
 * What the `@context` of an object says. `adapted` is schema.org with words of the writer's own, which this program does
 * not translate; `other` is a vocabulary that it does not know; `no-scheme` is `schema.org` as a relative address, which
 * some consumers forgive.
 */
export type Context = 'adapted' | 'schema.org' | 'misspelt' | 'no-scheme' | 'other' | 'none';

/** The strongest statement wins where several contexts are given. */
const STRONGEST: readonly Context[] = ['adapted', 'schema.org', 'misspelt', 'no-scheme', 'other', 'none'];

/** JSON-LD 1.1, section 3.1: a context is an address, an object, or a list of these; parts of a document inherit it. */
export function contextOf(object: JsonObject, inherited: Context): Context {
  if (!Object.hasOwn(object, '@context')) return inherited;
  const context = object['@context'];
  const parts: readonly unknown[] = Array.isArray(context) ? context : [context];
  const found = new Set(parts.map(contextOfPart));
  return STRONGEST.find((one) => found.has(one)) ?? 'none';
}

function contextOfPart(part: unknown): Context {
  if (typeof part === 'string') return contextOfAddress(part.trim());
  if (!isJsonObject(part)) return 'none';
  if (Object.entries(part).some(isOwnWord)) return 'adapted';
  const vocabulary = part['@vocab'];
  if (typeof vocabulary === 'string') return contextOfAddress(vocabulary.trim());
  const prefixes = Object.values(part).filter((value) => typeof value === 'string' && isUrl(value));
  if (prefixes.length === 0) return 'none';
  return prefixes.some((prefix) => contextOfAddress(String(prefix)) === 'schema.org')
    ? 'schema.org'
    : 'other';
}

/** All but keywords (`@language`) and prefixes (`"skos": "http://www.w3.org/2004/02/skos/core#"`). */
function isOwnWord([word, meaning]: readonly [string, unknown]): boolean {
  return !word.startsWith('@') && !(typeof meaning === 'string' && /^https?:.*[/#?=:]$/i.test(meaning));
}

function contextOfAddress(address: string): Context {
  if (address === '') return 'none';
  if (/^(?:\/\/)?(?:www\.)?schema\.org\/?$/i.test(address)) return 'no-scheme';
  const { hostname } = isUrl(address) ? new URL(address) : { hostname: '' };
  if (hostname === 'schema.org' || hostname.endsWith('.schema.org')) return 'schema.org';
  return isNearly(hostname) ? 'misspelt' : 'other';
}

function isNearly(hostname: string): boolean {
  if (hostname.startsWith('schema.org.')) return true;
  return hostname.length >= 8 && hostname.length <= 12 && distance(hostname, 'schema.org') <= 2;
}
