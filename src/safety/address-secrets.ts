import { type NamedSecret, PASSWORD, TOKEN } from './named-secret.js';
import { looksRandom } from './randomness.js';

/** Names of parameters that are everyday words elsewhere. */
const PARAMETER =
  '(?:key|auth|sig|session|sid|session_?id|phpsessid|jsessionid|code|otp|hmac|assertion|samlresponse|ticket|state|nonce|policy)';

const BEFORE_PARAMETER = String.raw`(?<=[?&#]|[?&]amp;|%3F|%26|%23)`;
/** Sessions stand in path parameters and cookies too. */
const BEFORE_SESSION = String.raw`(?<=[?&#;]|[?&]amp;|%3F|%26|%23|; |cookie: ?)`;
const PARAMETER_VALUE = String.raw`(?<secret>(?:(?!%26|%23)[^\s&#"'<>\x60\\]){1,4000})`;
const SESSION_VALUE = String.raw`(?<secret>(?:(?!%26|%23)[^\s&#?;"'<>\x60\\]){1,4000})`;

/** Credentials, webhooks and parameters of web addresses. */
export const ADDRESS_SECRETS: readonly NamedSecret[] = [
  {
    // User information of an address (RFC 3986, 3.2.1), up to the last @ before its path.
    pattern: /:\/\/(?<secret>[^\s/?#"<>\\@]{1,512}(?:@[^\s/?#"<>\\@]{1,512}){0,2})@(?=[\w[%])/dg,
    isSecret: (value) => value !== 'git',
  },
  {
    // The same with a password that nobody encoded; a port is none.
    pattern:
      /:\/\/(?<secret>[^\s/?#"<>\\@:]{1,128}:(?!\d{1,5}(?:[/?#]|$))[^\s"<>\\@]{1,256})@(?=[\w.-]{1,253}(?:[:/?#\s]|$))/dg,
    isSecret: () => true,
  },
  {
    pattern: /(?<![\w:/])\/\/(?<secret>[^\s/?#"'<>\\@:]{1,256}:[^\s/?#"'<>\\@]{1,256})@(?=\w)/dg,
    isSecret: () => true,
  },
  {
    // Addresses of Telegram's interface for bots.
    pattern: /\/bot(?<secret>\d{8,10}:[\w-]{30,4000})/dg,
    isSecret: () => true,
  },
  {
    // Addresses of webhooks, whose paths let everyone in: Slack, Discord, Microsoft Teams, Zapier.
    pattern:
      /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com\/webhookb2|hooks\.zapier\.com\/hooks\/catch)\/(?<secret>[\w@./-]{8,4000})/dgi,
    isSecret: () => true,
  },
  {
    pattern: new RegExp(
      `${BEFORE_PARAMETER}(?:[\\w.-]{0,40}${PASSWORD}|[\\w.-]{0,40}\\[${PASSWORD}\\])(?:=|%3D)${PARAMETER_VALUE}`,
      'dgi',
    ),
    isSecret: () => true,
  },
  {
    pattern: new RegExp(
      `${BEFORE_SESSION}(?:[\\w.-]{0,40}${TOKEN}|(?:[\\w.-]{0,40}[_.-])?${PARAMETER})(?:=|%3D)${SESSION_VALUE}`,
      'dgi',
    ),
    isSecret: looksRandom,
  },
  {
    // Whatever its name is, what a machine made lets someone in more often than not.
    pattern: new RegExp(`${BEFORE_PARAMETER}[\\w.-]{1,40}(?:=|%3D)${PARAMETER_VALUE}`, 'dgi'),
    isSecret: (value, match) => !IDENTIFIES.test(match) && !IS_UUID.test(value) && isUnreadable(value),
  },
];

/** Names of parameters that hold ids, checksums, clicks and measurements, which let nobody in. */
const IDENTIFIES =
  /^(?:[\w.-]{0,40}(?:id|ids|uuid|guid|clid|hash|digest|checksum|etag|integrity|challenge|cursor)|v|ver|version|rev|h|md5|sha\d{0,3}|commit|build|utm_\w{1,35}|_ga|_gl|_hs\w{1,35}|mc_\w{1,35}|fbp|fbc|ref|srsltid|q|query|search|url|u|to|next|continue|redirect\w{0,35}|return\w{0,35}|callback)(?:=|%3D)/i;
const IS_UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What is shorter, or has a hyphen now and then, names a video, a product or a place. */
const MIN_UNNAMED = 20;

function isUnreadable(value: string): boolean {
  if (value.length < MIN_UNNAMED || !/^[\w.~+/=-]+$/.test(value)) return false;
  return /[A-Za-z0-9]{12}/.test(value) && looksRandom(value);
}
