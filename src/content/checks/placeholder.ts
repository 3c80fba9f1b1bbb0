/** Marks that a template left behind, and words that stand where somebody meant to write something. */
const PLACEHOLDER =
  /\{\{|\}\}|\$\{|<%|%>|\[object Object\]|\bundefined\b(?!\s(?:behaviou?r|reference|symbol|value|variable)s?\b)|\b(?:TODO|TBD|FIXME)\b|\b[Ll]orem ipsum\b/u;

/** The first placeholder of a text, as it is written. */
export function placeholderIn(text: string): string | undefined {
  return PLACEHOLDER.exec(text)?.[0];
}
