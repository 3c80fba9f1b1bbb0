const ESCAPES = /(?:%[\da-f]{2})+/gi;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A text with its percent-encoded bytes (RFC 3986) as the characters that they are; what is no UTF-8 stays. */
export function percentDecoded(text: string): string {
  return text.replaceAll(ESCAPES, (escapes) => {
    try {
      return utf8.decode(Buffer.from(escapes.replaceAll('%', ''), 'hex'));
    } catch {
      return escapes;
    }
  });
}
