import { type PersonalDataDetector, type Span, whole } from './detector.js';

/** The sign itself, in full width, percent-encoded, or as a character reference of HTML. */
const AT = '(?:@|＠|%40|&#0{0,4}64;|&#x0{0,4}40;|&commat;)';
/** `[at]` and `(dot)`, by which people keep addresses from robots. */
const bracketed = (words: string) => String.raw`[ \t]{0,2}[[(][ ]?(?:${words})[ ]?[\])][ \t]{0,2}`;
const LABEL = String.raw`[\p{L}\p{N}-]{1,63}`;
const LOCAL_START = String.raw`(?<![\p{L}\p{N}_])[\p{L}\p{N}_]`;

export const EMAILS: readonly PersonalDataDetector[] = [
  {
    // A local part between quotes (RFC 5321, 4.1.2).
    kind: 'email',
    pattern: new RegExp(String.raw`"[^"\n]{1,64}"@${LABEL}(?:\.${LABEL}){1,8}`, 'gu'),
    locate: locateAddress,
  },
  {
    kind: 'email',
    pattern: new RegExp(
      String.raw`${LOCAL_START}[\p{L}\p{N}._%+'’-]{0,200}${AT}${LABEL}(?:\.${LABEL}){1,8}`,
      'giu',
    ),
    locate: locateAddress,
  },
  {
    kind: 'email',
    pattern: new RegExp(
      String.raw`${LOCAL_START}[\p{L}\p{N}._+-]{0,100}${bracketed('at|ät|arroba')}${LABEL}(?:(?:\.|${bracketed('dot|punkt|point|punto')})${LABEL}){1,5}`,
      'giu',
    ),
    locate: whole((candidate) => TOP_LEVEL_DOMAIN.test(candidate.split(/[.\])\s]/).at(-1) ?? '')),
  },
];

/** Extensions of files; those that are top-level domains too come off only where a domain is left. */
const FILE_EXTENSION =
  /^(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|heic|css|s[ac]ss|less|m?[jt]sx?|json|ya?ml|xml|csv|txt|md|pdf|x?html?|php|woff)$/i;
const DOMAIN_TOO = /^md$/i;
/** Letters, or their Punycode form (RFC 5890). */
const TOP_LEVEL_DOMAIN = /^(?:xn--[a-z0-9-]+|\p{L}[\p{L}-]*\p{L})$/iu;

/** In writing without spaces a sentence goes on right behind an address; no top-level domain mixes scripts so. */
const BEHIND_LATIN = /(?<=^[a-z]{2,24})(?!\p{Script=Latin})\p{L}.*$/iu;

/**
 * `logo@2x.png` and `package@1.2.3` have the shape of an address, and `jane@mail.example.html` is a
 * file named after one: the address ends before the extension, in a top-level domain.
 * `git@` is the account by which everyone reaches a repository, and nobody's address.
 */
function locateAddress(candidate: string): Span | undefined {
  const at = [...candidate.matchAll(new RegExp(AT, 'gi'))].at(-1);
  if (at === undefined || candidate.startsWith('git@')) return undefined;
  const domain = at.index + at[0].length;
  const labels = candidate.slice(domain).split('.');
  if (/^\d+x\b/.test(labels[0] ?? '') || /^v?\d+\.\d/.test(labels.join('.'))) return undefined;
  for (let last = labels.at(-1) ?? ''; FILE_EXTENSION.test(last); last = labels.at(-1) ?? '') {
    if (labels.length === 2 && DOMAIN_TOO.test(last)) break;
    labels.pop();
  }
  while (labels.length > 1 && !TOP_LEVEL_DOMAIN.test(labels.at(-1) ?? '')) labels.pop();
  if (labels.length < 2) return undefined;
  const behind = BEHIND_LATIN.exec(labels.at(-1) ?? '')?.[0].length ?? 0;
  return { start: 0, end: domain + labels.join('.').length - behind };
}
