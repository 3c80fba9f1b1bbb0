/**
 * Whether a text matches a pattern in which `*` stands for any characters, in time linear in both: the leftmost
 * place of each piece is as good as any later one.
 *
 * @param pieces the pattern, split at `*`; the first one has to begin the text
 * @param isWhole the pattern has to match up to the end of the text
 */
export function matchesWildcards(text: string, pieces: readonly string[], isWhole: boolean): boolean {
  const last = pieces.length - 1;
  let position = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) {
      if (!text.startsWith(piece)) return false;
    } else if (index === last && isWhole) {
      return text.length - piece.length >= position && text.endsWith(piece);
    } else {
      position = text.indexOf(piece, position);
      if (position === -1) return false;
    }
    position += piece.length;
  }
  return !isWhole || position === text.length;
}
