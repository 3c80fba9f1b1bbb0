import { isUtf8 } from 'node:buffer';
import { decodeBuffer, getEncoding as sniffEncoding } from 'encoding-sniffer';

/**
 * Decodes a page as a browser does: byte order mark, then a declaration in the first 1024 bytes,
 * then UTF-8 if the bytes are valid in it, else windows-1252.
 *
 * Source: WHATWG HTML, "determining the character encoding". (Node's own TextDecoder takes
 * windows-1252 for latin1 in some versions, so dashes and quotes would be lost.)
 */
export function decodePage(bytes: Buffer): string {
  const options = { defaultEncoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252' };
  // Browsers refuse these encodings, and show one replacement character for the whole page.
  return sniffEncoding(bytes, options) === 'replacement' ? '\uFFFD' : decodeBuffer(bytes, options);
}
