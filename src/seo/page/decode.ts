import { isAscii, isUtf8 } from 'node:buffer';
import { decodeBuffer, getEncoding as sniffEncoding } from 'encoding-sniffer';

export interface DecodedPage {
  readonly text: string;
  readonly bytes: number;
  /** Name by the Encoding standard, in lower case. */
  readonly encoding: string;
  readonly hasByteOrderMark: boolean;
  /** The bytes are valid in UTF-8; for other encodings nothing is known. */
  readonly isValidUtf8: boolean;
  readonly isAscii: boolean;
}

/**
 * Decodes a page as a browser does: byte order mark, then a declaration in the first 1024 bytes,
 * then UTF-8 if the bytes are valid in it, else windows-1252.
 *
 * Source: WHATWG HTML, "determining the character encoding". (Node's own TextDecoder takes
 * windows-1252 for latin1 in some versions, so dashes and quotes would be lost.)
 */
export function decodePage(bytes: Buffer): DecodedPage {
  const isValidUtf8 = isUtf8(bytes);
  const options = { defaultEncoding: isValidUtf8 ? 'utf-8' : 'windows-1252' };
  const encoding = sniffEncoding(bytes, options).toLowerCase();
  const hasByteOrderMark = /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/.test(bytes.toString('latin1', 0, 3));
  return {
    text: textOf(bytes, encoding, isValidUtf8, options),
    bytes: bytes.length,
    encoding,
    hasByteOrderMark,
    isValidUtf8,
    isAscii: isAscii(bytes),
  };
}

function textOf(
  bytes: Buffer,
  encoding: string,
  isValidUtf8: boolean,
  options: { defaultEncoding: string },
): string {
  // Browsers refuse these encodings, and show one replacement character for the whole page.
  if (encoding === 'replacement') return '\uFFFD';
  if (encoding !== 'utf-8' || !isValidUtf8) return decodeBuffer(bytes, options);
  // Node's own decoder, the fastest, is right for valid UTF-8; the mark is no part of the text.
  const start = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8', start);
}
