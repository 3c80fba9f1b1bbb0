import { MAX_READ } from './named-secret.js';

/** Forms of what documentation and templates put in place of a secret; each is matched against a whole value. */
const FORMS: readonly RegExp[] = [
  // `ghp_xxxx…`, `AKIAXXXX…`, `sk_live_****`: behind the vendor's prefix there is nothing.
  /^(?:[A-Z]{2,4}|[\w-]{1,12}[_-])?[xX*.-]{8,}$/,
  // `YOUR_API_KEY`, `ghp_your_token`, `sk-replace-me`: words alone, one of which says so.
  /^(?=[\w-]{0,60}(?<![a-z])(?:your|example|placeholder|replace|insert|dummy)(?![a-z]))[a-z]{1,20}\d?[a-z_-]{2,100}$/i,
  // The ids that Amazon's own documentation shows.
  /^A[KS]IA[A-Z0-9]{9}EXAMPLE$/,
  // Credentials of an address that are names of credentials, or references to settings.
  /^[A-Z_]{1,30}:[A-Z_]{0,20}(?:PASS|PASSWD|PASSWORD|PWD|SECRET)$/,
  /^(?:[^:\s]{0,60}:)?(?:\$\{[\w.:-]{1,60}\}|\$[A-Z_]{1,60}|\{\{?[\w.]{1,60}\}?\}|%[A-Z_]{1,60}%)$/,
];

/** Whether a value stands for a secret that the reader is to put there, and holds none. */
export function isPlaceholder(value: string): boolean {
  return value.length <= MAX_READ && FORMS.some((form) => form.test(value));
}
