import type { PersonalDataDetector } from './detector.js';
import { EMAILS } from './email.js';
import { IBAN } from './iban.js';
import { IP_ADDRESSES } from './ip-address.js';
import { PAYMENT_CARD } from './payment-card.js';
import { PHONES } from './phone.js';
import { SOCIAL_SECURITY_NUMBERS } from './social-security-number.js';

export type { PersonalDataDetector, PersonalDataKind } from './detector.js';

/** In this order, since an e-mail address may hold what looks like a phone number. */
export const PERSONAL_DATA: readonly PersonalDataDetector[] = [
  ...EMAILS,
  IBAN,
  ...SOCIAL_SECURITY_NUMBERS,
  PAYMENT_CARD,
  ...IP_ADDRESSES,
  ...PHONES,
];
