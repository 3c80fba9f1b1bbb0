import {
  ASSIGNED_VALUE,
  ASSIGNS,
  MAX_READ,
  NAME_END,
  type NamedSecret,
  PASSWORD,
  TOKEN,
} from './named-secret.js';
import { looksRandom } from './randomness.js';
import { trimEnd } from './trim-end.js';

/** Values behind a name in settings, objects, code and sentences. */
export const ASSIGNED_SECRETS: readonly NamedSecret[] = [
  {
    // `password: …`, `Passwort lautet: …`.
    pattern: new RegExp(
      String.raw`${PASSWORD}${NAME_END}(?:[ \t](?:is|ist|lautet|est|es|é))?${ASSIGNS}${ASSIGNED_VALUE}`,
      'dgi',
    ),
    isSecret: isPassword,
  },
  {
    // The same in a sentence without a colon.
    pattern: new RegExp(
      String.raw`${PASSWORD}[ \t](?:is|ist|lautet|est|es)[ \t](?<secret>[^\s"'<>]{8,256})`,
      'dgi',
    ),
    isSecret: (value) => /\d/.test(value) && /\p{L}/u.test(value),
  },
  {
    // A line of a .netrc file; people write sentences of the same words.
    pattern: /(?<!\S)login[ \t]{1,3}\S{1,128}[ \t]{1,3}password[ \t]{1,3}(?<secret>\S{4,256})/dgi,
    isSecret: (value) => /\d|[!@#$%^&*?_+~]/.test(value) || looksRandom(value),
  },
  {
    pattern: new RegExp(String.raw`${TOKEN}${NAME_END}${ASSIGNS}${ASSIGNED_VALUE}`, 'dgi'),
    isSecret: looksRandom,
  },
  {
    // `SERVICE_KEY=…` of an environment.
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{0,60}_(?:KEY|SALT)${ASSIGNS}${ASSIGNED_VALUE}`,
      'dg',
    ),
    isSecret: (value, match) => !IS_PUBLIC_KEY.test(match) && looksRandom(value),
  },
  {
    // Settings of PHP: `define('DB_PASSWORD', '…')`.
    pattern: new RegExp(
      String.raw`define\([ \t]{0,3}["']\w{0,40}(?:${PASSWORD}|${TOKEN}|_KEY|_SALT)["'][ \t]{0,3},[ \t]{0,3}(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\n]){1,1000})\k<quote>`,
      'dgi',
    ),
    isSecret: (value, match) =>
      /^[^,]*(?:PASS|PWD)/i.test(match) ? isPassword(value, `=${value}`) : looksRandom(value),
  },
  {
    // Words from which a wallet is restored (BIP 39).
    pattern:
      /(?:seed|recovery|mnemonic|secret)(?:[ _-]?(?:phrase|words))["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?<secret>[a-z]{3,8}(?: [a-z]{3,8}){11,23})/dgi,
    isSecret: () => true,
  },
];

/** Keys that everyone may see, or that find a row, a page or a request. */
const IS_PUBLIC_KEY =
  /^[A-Z0-9_]*(?:PUBLIC|PUBLISHABLE|SITE|CACHE|IDEMPOTENCY|PRIMARY|FOREIGN|SORT|PARTITION|ROUTING|UNIQUE|HASH)_?[A-Z0-9_]*_KEY/;

/** What stands for a value: a reference, a path, a word of a form or of a program. */
const STANDS_FOR_VALUE =
  /^(?:\$(?:[{(]|[A-Za-z_]\w*(?:$|[[.>-]))|\{|\(|<|%[A-Z_]+%|\/|\*+$|\w+:\/\/|x{3,}$|\.{2,})|^(?:true|false|null|none|undefined|required|optional|yes|no|on|off|string|text|password|passwort|current-password|new-password|hidden)$/i;

/**
 * After `=` without blanks (settings, forms, connection strings) or between quotes every value is a password but
 * those that stand for one. After `:` or with blanks people write sentences: there it must hold a digit or a
 * sign, with a letter or four digits, or look made by a machine.
 */
function isPassword(value: string, match: string): boolean {
  const trimmed = trimEnd(value.slice(0, MAX_READ), '.)]}');
  if (trimmed === '' || STANDS_FOR_VALUE.test(trimmed)) return false;
  const before = match.slice(0, match.length - value.length);
  if (/(?:=|%3D)\\?["']?$/.test(before)) return true;
  const isQuoted = /["']$/.test(before);
  if (isQuoted) return !(trimmed.includes(' ') && /^[\p{L}\p{M} .,!?'’:-]+$/u.test(trimmed));
  if (looksRandom(trimmed)) return true;
  return trimmed.length >= 4 && /[\d!@#$%^&*?_+~]/.test(trimmed) && /\p{L}|\d{4}/u.test(trimmed);
}
