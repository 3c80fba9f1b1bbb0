/** Directives that take a value after a colon; any other name before a colon is a crawler's. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
  'unavailable_after',
]);

/** Directives of a robots meta element in lower case: names are case-insensitive, commas part them. */
export function robotsDirectives(content: string): string[] {
  return content
    .split(',')
    .map((directive) => directive.trim().toLowerCase())
    .filter((directive) => directive !== '');
}

/** `noindex`, or `none`, which includes it; not `max-image-preview:none`. */
export function hasNoindex(content: string): boolean {
  return robotsDirectives(content).some((directive) => directive === 'noindex' || directive === 'none');
}

/**
 * What of an X-Robots-Tag header holds for every crawler or for Googlebot, without their names. A crawler's name holds
 * up to the next one: `otherbot: noindex, nofollow, googlebot: nosnippet`.
 */
export function directivesForGoogle(header: string): string {
  const kept: string[] = [];
  let isForGoogle = true;
  for (const directive of robotsDirectives(header)) {
    const colon = directive.indexOf(':');
    const name = directive.slice(0, Math.max(colon, 0)).trim();
    const isCrawler = /^[\w*.-]+$/.test(name) && !WITH_VALUE.has(name);
    if (isCrawler) isForGoogle = name === 'googlebot' || name === '*';
    const rest = isCrawler ? directive.slice(colon + 1).trim() : directive;
    if (isForGoogle && rest !== '') kept.push(rest);
  }
  return kept.join(', ');
}
