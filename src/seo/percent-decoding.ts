/**
 * Percent-decodes once, as bytes of UTF-8; what is no escape stays as it is, and bytes that are no UTF-8 become
 * U+FFFD. Source: WHATWG URL, "percent-decode" and "UTF-8 decode without BOM"
 */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  const bytes = Buffer.from(text)
    .toString('latin1')
    .replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
