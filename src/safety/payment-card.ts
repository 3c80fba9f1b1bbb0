import type { PersonalDataDetector, Span } from './detector.js';

/** A UUID of digits alone may hold a card's; it is passed over as a whole. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const IS_UUID = new RegExp(`^${UUID}$`, 'i');

export const PAYMENT_CARD: PersonalDataDetector = {
  kind: 'card',
  pattern: new RegExp(
    `(?<![A-Za-z0-9])${UUID}|` +
      String.raw`(?<![A-Za-z0-9+]|\d[.,])\d(?:(?:[ \u00a0\u2007\u2009\u202f+.‑–-]|%20)?\d){11,200}(?![A-Za-z0-9])`,
    'gi',
  ),
  locate: locateCard,
};

const MIN_DIGITS = 12;
const MAX_DIGITS = 19;

/** A run of groups of digits that is a card; other numbers may stand right before and after it. */
function locateCard(candidate: string, before: string): Span | undefined {
  if (IS_UUID.test(candidate)) return undefined;
  const groups = [...candidate.replaceAll('%20', '   ').matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }));
  const isNamed = /(?:card|karte|visa).{0,5}$/i.test(before);
  for (const [first, { start, digits: firstGroup }] of groups.entries()) {
    // Behind a point are decimal places.
    if (candidate.charAt(start - 1) === '.') continue;
    let digits = '';
    let found: Span | undefined;
    for (const group of groups.slice(first, first + MAX_DIGITS)) {
      digits += group.digits;
      if (digits.length > MAX_DIGITS) break;
      const isGrouped = firstGroup.length === 4 && digits.length > 4;
      if (digits.length < MIN_DIGITS) continue;
      if (isPaymentCard(digits, isNamed || isGrouped)) found = { start, end: group.end };
    }
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Ranges and lengths of the issuers (ISO/IEC 7812): Visa; Mastercard; American Express; Diners Club; JCB;
 * Discover; UnionPay; RuPay; Maestro; Mir; Verve; Troy; Dankort.
 */
const CARD = new RegExp(
  `^(?:${[
    String.raw`4(?:\d{15}|\d{18})`,
    String.raw`(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}`,
    String.raw`3[47]\d{13}`,
    String.raw`3(?:0[0-5]\d|095|[689]\d\d)\d{10,15}`,
    String.raw`35(?:2[89]|[3-8]\d)\d{12,15}`,
    String.raw`(?:6011|65\d\d|64[4-9]\d)\d{12,15}`,
    String.raw`62\d{14,17}`,
    String.raw`(?:60\d|8[12]\d|508)\d{13}`,
    String.raw`(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}`,
    String.raw`220[0-4]\d{12,15}`,
    String.raw`(?:506[01]|6500)\d{12,15}`,
    String.raw`9792\d{12}`,
    String.raw`5019\d{12}`,
  ].join('|')})$`,
);
/** Visa's old form has 13 digits, as numbers on goods have (EAN-13): only where something else says card. */
const OLD_VISA = /^4\d{12}$/;

/** An issuer's form, and the Luhn check digit. */
function isPaymentCard(digits: string, isCertain: boolean): boolean {
  const hasForm = CARD.test(digits) || (isCertain && OLD_VISA.test(digits));
  if (!hasForm || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
