/**
 * The beginning of a long text, which ends between two words: half a secret is no pattern that redaction would know.
 *
 * @param max UTF-16 units of what is kept, without the mark of the cut; a longer text of one word is the mark alone
 */
export function shortText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = text.slice(0, max + 1).search(/\s\S*$/u);
  return `${text.slice(0, Math.max(0, end))}…`;
}
