/** The strings among the values of a JSON text, in order; of one that is no JSON the text itself. */
export function stringsOfJson(text: string): string[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return [text];
  }
  return stringsAmong(document);
}

/** The strings among the values of a parsed document, in order, however deep. */
export function stringsAmong(document: unknown): string[] {
  const strings: string[] = [];
  const open = [document];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') strings.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const child of Object.values(value).reverse()) open.push(child);
    }
  }
  return strings;
}
