import { createRequire } from 'node:module';

/** The IANA Language Subtag Registry, by the kind of subtag; everything in lower case. */
interface LanguageSubtags {
  /** Primary languages; two letters are ISO 639-1. */
  readonly languages: ReadonlySet<string>;
  /** ISO 15924. */
  readonly scripts: ReadonlySet<string>;
  /** ISO 3166-1 alpha-2, exceptional reservations, withdrawn codes, and UN M.49 areas. */
  readonly regions: ReadonlySet<string>;
  /** Extended language subtags: `yue` in `zh-yue`. */
  readonly extensions: ReadonlySet<string>;
  readonly variants: ReadonlySet<string>;
}

const require = createRequire(import.meta.url);

let loaded: LanguageSubtags | undefined;

/** Loaded when a page first declares a language: 300 KB of JSON. */
function languageSubtags(): LanguageSubtags {
  loaded ??= readRegistry();
  return loaded;
}

function readRegistry(): LanguageSubtags {
  const index: unknown = require('language-subtag-registry/data/json/index.json');
  const entries = Object.entries(index ?? {});
  const ofKind = (kind: string) =>
    new Set(entries.filter(([, kinds]) => isObject(kinds) && kind in kinds).map(([subtag]) => subtag));
  return {
    languages: ofKind('language'),
    scripts: ofKind('script'),
    regions: ofKind('region'),
    extensions: ofKind('extlang'),
    variants: ofKind('variant'),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Registered, or one of the private-use codes that the registry lists as a range (RFC 5646, section 2.2.1). */
export function isRegisteredLanguage(subtag: string): boolean {
  const language = subtag.toLowerCase();
  return languageSubtags().languages.has(language) || /^q[a-t][a-z]$/.test(language);
}

/** As for languages: Qaaa to Qabx are for private use (RFC 5646, section 2.2.3). */
export function isRegisteredScript(subtag: string): boolean {
  const script = subtag.toLowerCase();
  return languageSubtags().scripts.has(script) || /^qa(?:a[a-z]|b[a-x])$/.test(script);
}

export function isRegisteredVariant(subtag: string): boolean {
  const { extensions, variants } = languageSubtags();
  return extensions.has(subtag.toLowerCase()) || variants.has(subtag.toLowerCase());
}

/**
 * Two-letter codes that the registry keeps (RFC 5646, section 3.4: codes stay valid) and ISO 639-1 has
 * withdrawn, with their successor where there is exactly one.
 */
const WITHDRAWN_LANGUAGES: ReadonlyMap<string, string | undefined> = new Map([
  ['bh', undefined],
  ['in', 'id'],
  ['iw', 'he'],
  ['ji', 'yi'],
  ['jw', 'jv'],
  ['mo', 'ro'],
  ['sh', undefined],
]);

export function isIso639(subtag: string): boolean {
  return subtag.length === 2 && languageSubtags().languages.has(subtag) && !WITHDRAWN_LANGUAGES.has(subtag);
}

export function isWithdrawnLanguage(subtag: string): boolean {
  return WITHDRAWN_LANGUAGES.has(subtag);
}

/** Regions of the registry that ISO 3166-1 does not assign: exceptionally reserved, or withdrawn. */
const UNASSIGNED_REGIONS: ReadonlySet<string> = new Set([
  ...['ac', 'cp', 'cq', 'dg', 'ea', 'eu', 'ez', 'ic', 'ta', 'un'],
  ...['an', 'bu', 'cs', 'dd', 'fx', 'nt', 'su', 'tp', 'yd', 'yu', 'zr'],
  // Private use; the registry lists the others as ranges.
  ...['aa', 'zz'],
]);

/** XK is user-assigned, and what everybody writes for Kosovo. */
export function isIso3166(subtag: string): boolean {
  if (subtag === 'xk') return true;
  return subtag.length === 2 && languageSubtags().regions.has(subtag) && !UNASSIGNED_REGIONS.has(subtag);
}

/** Country codes that are written for the language, and are no ISO 639-1 code themselves. */
const LANGUAGE_OF_COUNTRY: ReadonlyMap<string, string> = new Map([
  ['al', 'sq'],
  ['at', 'de-at'],
  ['au', 'en-au'],
  ['by', 'be'],
  ['cn', 'zh'],
  ['cz', 'cs'],
  ['dk', 'da'],
  ['gb', 'en-gb'],
  ['gr', 'el'],
  ['il', 'he'],
  ['ir', 'fa'],
  ['jp', 'ja'],
  ['mx', 'es-mx'],
  ['nz', 'en-nz'],
  ['rs', 'sr'],
  ['ua', 'uk'],
  ['us', 'en-us'],
  ['vn', 'vi'],
]);

/** What a code that is not of ISO 639-1 probably stands for: a language, or a language with its country. */
export function likelyLanguage(subtag: string): string | undefined {
  if (isIso639(subtag)) return subtag;
  const known = WITHDRAWN_LANGUAGES.get(subtag) ?? LANGUAGE_OF_COUNTRY.get(subtag);
  if (known !== undefined || !/^[a-z]{3}$/.test(subtag)) return known;
  // `eng`, `deu`, `ger`: the canonical form of a language with a two-letter code is that code (RFC 5646, section 4.5).
  const canonical = Intl.getCanonicalLocales(subtag)[0] ?? '';
  return isIso639(canonical) ? canonical : undefined;
}

const LIKELY_REGIONS: ReadonlyMap<string, string> = new Map([
  ['uk', 'gb'],
  ['gbr', 'gb'],
  ['usa', 'us'],
  ['bu', 'mm'],
  ['dd', 'de'],
  ['fx', 'fr'],
  ['tp', 'tl'],
  ['yd', 'ye'],
  ['zr', 'cd'],
]);

/** What a code that is not of ISO 3166-1 probably stands for. */
export function likelyRegion(subtag: string): string | undefined {
  return isIso3166(subtag) ? subtag : LIKELY_REGIONS.get(subtag);
}

/** Names of Windows for the scripts of Chinese. */
const LIKELY_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['chs', 'hans'],
  ['cht', 'hant'],
]);

export function likelyScript(subtag: string): string | undefined {
  return isRegisteredScript(subtag) ? subtag : LIKELY_SCRIPTS.get(subtag);
}

/** A registered area of UN M.49, such as 419 for Latin America. */
export function isArea(subtag: string): boolean {
  return /^\d{3}$/.test(subtag) && languageSubtags().regions.has(subtag);
}
