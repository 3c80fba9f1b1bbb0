/**
 * Whether an address is plainly a path from the page on, a query or a fragment, as most are: its first character begins
 * no host, and without a colon there is neither a scheme nor a drive. No is no answer.
 */
export function isRelativePath(href: string): boolean {
  const first = href.charCodeAt(0);
  const isLetter = (first >= 97 && first <= 122) || (first >= 65 && first <= 90);
  return (isLetter || first === DOT || first === HASH) && !href.includes(':');
}

const DOT = 46;
const HASH = 35;
