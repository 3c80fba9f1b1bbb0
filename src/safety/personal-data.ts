import { isIPv4, isIPv6 } from 'node:net';

export type PersonalDataKind = 'email' | 'phone' | 'card' | 'iban' | 'ssn' | 'ip';

/** Where in a candidate the datum stands, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A kind of personal datum: a linear-time pattern for candidates, and a check that finds the datum in one. */
export interface PersonalDataDetector {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** @param before up to nine characters in front of the candidate */
  readonly locate: (candidate: string, before: string) => Span | undefined;
}

/** The candidate as a whole, if a check says so. */
const whole =
  (isOne: (candidate: string, before: string) => boolean) =>
  (candidate: string, before: string): Span | undefined =>
    isOne(candidate, before) ? { start: 0, end: candidate.length } : undefined;

/** In this order, since an e-mail address may hold what looks like a phone number. */
export const PERSONAL_DATA: readonly PersonalDataDetector[] = [
  {
    kind: 'email',
    pattern:
      /[\p{L}\p{N}_][\p{L}\p{N}._%+'’-]{0,63}(?:@|＠|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu,
    locate: locateAddress,
  },
  { kind: 'iban', pattern: /\b[A-Z]{2}\d{2}(?:[ \u00a0\u202f]?[A-Z0-9]){11,30}/gi, locate: locateIban },
  {
    kind: 'ssn',
    pattern: /(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g,
    locate: whole(() => true),
  },
  { kind: 'card', pattern: /(?<![\w.+-])\d(?:[ \u00a0\u202f-]?\d){12,40}/g, locate: locateCard },
  { kind: 'ip', pattern: /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)/g, locate: whole(isPersonalIpv4) },
  { kind: 'ip', pattern: /(?<![\w.:])[\da-f]{0,4}:[\da-f:.]{2,42}(?!\w)/gi, locate: whole(isPersonalIpv6) },
  {
    // International form (E.164): a plus sign, then 8 to 15 digits in groups of any length.
    kind: 'phone',
    pattern: /(?<![\w+])\+[1-9](?:[ \u00a0\u202f()./-]{0,3}\d){7,14}(?!\d)/g,
    locate: whole(() => true),
  },
  {
    // North American form with separators; bare digits are order numbers.
    kind: 'phone',
    pattern: /(?<![\w.+-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])/g,
    locate: whole(() => true),
  },
];

const FILE_EXTENSION = /^(?:png|jpe?g|gif|svg|webp|avif|ico|css|m?js|json|ya?ml|csv|txt|md|pdf|html?)$/i;

/**
 * `logo@2x.png` and `package@1.2.3` have the shape of an address, and `jane@mail.example.html` is a
 * file named after one: the address ends before the extension, in a top-level domain of letters.
 */
function locateAddress(candidate: string): Span | undefined {
  const at = /@|＠|%40/.exec(candidate);
  if (at === null) return undefined;
  const domain = at.index + at[0].length;
  const labels = candidate.slice(domain).split('.');
  if (/^\d+x$/.test(labels[0] ?? '')) return undefined;
  while (FILE_EXTENSION.test(labels.at(-1) ?? '')) labels.pop();
  while (labels.length > 1 && !/^\p{L}[\p{L}-]+$/u.test(labels.at(-1) ?? '')) labels.pop();
  return labels.length < 2 ? undefined : { start: 0, end: domain + labels.join('.').length };
}

/** Lengths by country, from the IBAN registry (SWIFT, ISO 13616). */
const IBAN_LENGTHS = new Map(
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20'
    .match(/[A-Z]{2}\d{2}/g)
    ?.map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** ISO 13616: as long as its country's; country and check digits moved behind, modulo 97 equals 1. */
function locateIban(candidate: string): Span | undefined {
  const length = IBAN_LENGTHS.get(candidate.slice(0, 2).toUpperCase()) ?? Infinity;
  let end = 0;
  for (let counted = 0; counted < length; end++) {
    if (end === candidate.length) return undefined;
    if (/\S/.test(candidate.charAt(end))) counted += 1;
  }
  // The beginning of a longer run, such as a hash, is none.
  if (/\S/.test(candidate.charAt(end))) return undefined;
  const compact = candidate.slice(0, end).replaceAll(/\s/g, '');
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1 ? { start: 0, end } : undefined;
}

/** A run of groups of digits that is a card; other numbers may stand right before and after it. */
function locateCard(candidate: string): Span | undefined {
  const groups = [...candidate.matchAll(/\d+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const [first, { start }] of groups.entries()) {
    for (const { end } of groups.slice(first).reverse()) {
      if (isPaymentCard(candidate.slice(start, end).replaceAll(/\D/g, ''))) return { start, end };
    }
  }
  return undefined;
}

/** Ranges and lengths of the issuers (ISO/IEC 7812). */
const CARD_FORMS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]|2[2-7])\d{14}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^(?:6011|65\d\d|64[4-9]\d|35\d\d)\d{12}$/,
];

/** An issuer's form, and the Luhn check digit. */
function isPaymentCard(digits: string): boolean {
  if (!CARD_FORMS.some((form) => form.test(digits)) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Loopback and unspecified addresses identify nobody; four numbers after "v", "version" or "release" are a version. */
function isPersonalIpv4(candidate: string, before: string): boolean {
  return (
    isIPv4(candidate) &&
    !/^(?:127\.|0\.0\.0\.0$)/.test(candidate) &&
    !/(?:\bv|version |release )$/i.test(before)
  );
}

function isPersonalIpv6(candidate: string): boolean {
  return isIPv6(candidate) && /\d/.test(candidate) && !/^[0:]*[01]?$/.test(candidate);
}
