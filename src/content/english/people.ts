import { isStatement, verbPhrase } from './verb-phrase.js';

/** Words with which a description of people begins, and which are no names. */
const PEOPLE = new Set(
  `adults anyone beginners builders busy businesses charities children cities clinics companies couples curious
  customers designers developers editors engineering engineers everyone families farmers first-time founders
  freelancers growing homeowners households independent individuals knitters landlords large learners local
  makers managers marketers marketing mid-sized nurses older one-person operators organisations organizations
  owners parents patients people pet photographers product readers restaurants runners sales school schools
  shopkeepers shops small software startups students support teachers teams tenants those tradespeople
  travellers travelers visitors volunteers women men workers writers young`.split(/\s+/u),
);

/** Small words with a capital inside. */
const TITLE_CASE = /\s(?:A|An|The|In|Of|For|Your|With|And)\s/u;

/**
 * People as they stand behind "for" in the middle of a sentence: what begins with a small letter, or with
 * a common word whose capital is that of a beginning. Whether another capital belongs to a name nobody can
 * tell, so that such a text is none.
 */
export function peopleIn(text: string): string | undefined {
  if (isStatement(text) || verbPhrase(text) !== undefined || /[.!?:;](?=\s|$)/u.test(text)) return undefined;
  if (TITLE_CASE.test(text)) return undefined;
  if (/^\p{Ll}/u.test(text)) return text;
  const [first = ''] = text.split(' ', 1);
  return PEOPLE.has(first.toLowerCase()) ? first.toLowerCase() + text.slice(first.length) : undefined;
}
