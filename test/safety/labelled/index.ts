import { CARDS } from './cards.js';
import { EMAILS } from './emails.js';
import { HELD_OUT_CODE_AND_NUMBERS } from './held-out-code-and-numbers.js';
import { HELD_OUT_PERSONAL_DATA } from './held-out-personal-data.js';
import { HELD_OUT_REFERENCES_AND_PROSE } from './held-out-references-and-prose.js';
import { HELD_OUT_SECRETS } from './held-out-secrets.js';
import { IBANS } from './ibans.js';
import { IP_ADDRESSES } from './ip-addresses.js';
import { CODE_AND_NAMES, IDS_AND_HASHES, NUMBERS, TIMES_AND_AMOUNTS } from './look-alikes.js';
import { PHONES } from './phones.js';
import { NAMED_SECRETS, VENDOR_TOKENS } from './secrets.js';
import { SOCIAL_SECURITY_NUMBERS } from './social-security-numbers.js';
import { URL_SECRETS } from './urls.js';

/** The lists with which the detectors were written. */
export const OWN_POSITIVES = [
  ...VENDOR_TOKENS,
  ...NAMED_SECRETS,
  ...URL_SECRETS,
  ...EMAILS,
  ...PHONES,
  ...CARDS,
  ...IBANS,
  ...SOCIAL_SECURITY_NUMBERS,
  ...IP_ADDRESSES,
];

export const POSITIVES = [...OWN_POSITIVES, ...HELD_OUT_SECRETS, ...HELD_OUT_PERSONAL_DATA];

export const LOOK_ALIKES = [
  ...IDS_AND_HASHES,
  ...TIMES_AND_AMOUNTS,
  ...NUMBERS,
  ...CODE_AND_NAMES,
  ...HELD_OUT_CODE_AND_NUMBERS,
  ...HELD_OUT_REFERENCES_AND_PROSE,
];
