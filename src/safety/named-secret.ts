/**
 * A secret that what stands in front of it tells: `password=…`, `"api_key": "…"`, `Authorization: …`, the
 * credentials and parameters of web addresses. What is around the value stays, so that evidence can be read.
 */
export interface NamedSecret {
  /** With the flags `d` and `g`; its group `secret` is the value. In linear time, and never across lines. Bounded, as tokens are. */
  readonly pattern: RegExp;
  readonly isSecret: (value: string, match: string) => boolean;
}

/** A value of this length may go on. */
export const LONG_VALUE = 4000;

/** Names of what is secret whatever it looks like. */
export const PASSWORD =
  '(?:(?<![A-Za-z])(?:pass|pwd)|passw(?:or)?d|passwort|passphrase|passcode|kennwort|wachtwoord|contraseña|' +
  'mots? de passe|lösenord|hasło|пароль|密码|密碼|パスワード|비밀번호|client[_-]?secret|' +
  '(?:access|refresh|id|auth|session|security)[_-]?token)';
/** Names of what is secret if it looks like it: `token=`, but not `token: blue`. */
export const TOKEN =
  '(?:token|secret|signature|credentials?|jwt|api_?key|appid|secret_key_base|' +
  '(?:api|access|secret|private|account|encryption|signing|master|auth|app|consumer|subscription|webhook|function)[_-]?key)';

/** A quote or bracket behind a name, as JSON, PHP and forms put it, encoded or not. */
export const NAME_END = String.raw`(?:["'\]]|%22|%5D|\\")?`;
/** What joins name and value in settings, headers, objects and hashes. */
export const ASSIGNS = String.raw`[ \t\u00a0]{0,3}(?:=>|:=|[:=：]|%3D)[ \t]{0,3}\\?["']?`;
/** Between quotes; else to a blank or quote, or to what another pair follows. */
export const ASSIGNED_VALUE = String.raw`(?<secret>(?<=")[^"\\\n]{1,1000}(?=\\?")|(?<=')[^'\n]{1,1000}(?=')|(?:[^\s"'\x60<>;,&\\]|[;,&](?!["'\s]|$|[\w.%-]{1,40}=)){1,4000})`;

/** Of long values the beginning tells enough. */
export const MAX_READ = 200;
