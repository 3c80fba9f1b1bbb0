/**
 * How the profile's own prose says a feature's name, for the middle of a sentence: with the article that
 * it stands behind ("the Cash ISA"), small where it is written small. Where the description does not say
 * the name, nobody but the brand knows how it goes into a sentence.
 *
 * @returns undefined where the description does not hold the name
 */
export function nameInProse(name: string, description: string | undefined): string | undefined {
  // Small letters of some scripts are longer, which would shift places.
  if (description === undefined || description.toLowerCase().length !== description.length) return undefined;
  const bare = name.replace(/^(?:the|a|an|our)\s+/iu, '');
  const at = description.toLowerCase().indexOf(bare.toLowerCase());
  const end = at + bare.length;
  if (at < 0 || bare === '' || /[\p{L}\p{N}]/u.test(description.slice(end, end + 1))) return undefined;
  const before = description.slice(0, at);
  if (/[\p{L}\p{N}]$/u.test(before)) return undefined;
  const written = description.slice(at, end);
  const [, article] = /(?:^|[\s(])(the|a|an|our)\s+$/iu.exec(before) ?? [];
  if (article !== undefined) return `${article.toLowerCase()} ${written}`;
  // At the start of a sentence the capital may be the sentence's, so that the name's own letters decide.
  if (before.trim() === '')
    return NO_VERB.test(description.slice(end)) && !bare.includes(' ') ? undefined : bare;
  // A common noun without its article goes into no other sentence.
  return /^\p{Lu}/u.test(written) ? written : undefined;
}

/** What follows a word that names a thing of everyday ("Coffee from a roaster next door"), not a subject. */
const NO_VERB = /^(?:,|\s(?:at|by|for|from|in|made|of|on|served|to|with|without)(?![\p{L}\p{N}]))/iu;
