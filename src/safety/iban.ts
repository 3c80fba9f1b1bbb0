import { GROUP_SPACE, type PersonalDataDetector, type Span } from './detector.js';

/** Lengths by country, from the IBAN registry (SWIFT, ISO 13616). */
const LENGTHS = new Map(
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'
    .match(/[A-Z]{2}\d{2}/g)
    ?.map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Groups as people write them: four, by the standard's print form, or all in one. */
export const IBAN: PersonalDataDetector = {
  kind: 'iban',
  pattern: new RegExp(
    String.raw`(?<![A-Za-z0-9])(?:${[...LENGTHS.keys()].join('|')})\d{2}` +
      String.raw`(?:(?:${GROUP_SPACE}|[.-])?[A-Z0-9]{4}){2,7}(?:(?:${GROUP_SPACE}|[.-])?[A-Z0-9]{1,4})?`,
    'gi',
  ),
  locate: locateIban,
};

/** ISO 13616: as long as its country's; country and check digits moved behind, modulo 97 equals 1. */
function locateIban(candidate: string): Span | undefined {
  const length = LENGTHS.get(candidate.slice(0, 2).toUpperCase()) ?? Infinity;
  let [compact, end] = ['', 0];
  // `%20` is a separator, whose digits do not count.
  for (const part of candidate.matchAll(/%20|[^]/g)) {
    if (compact.length === length) break;
    if (/^[A-Z0-9]$/i.test(part[0])) compact += part[0];
    end = part.index + part[0].length;
  }
  // The beginning of a longer run, such as a hash, is none.
  if (compact.length < length || /[A-Z0-9]/i.test(candidate.charAt(end))) return undefined;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1 ? { start: 0, end } : undefined;
}
