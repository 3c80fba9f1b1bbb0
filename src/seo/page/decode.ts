import { isUtf8 } from 'node:buffer';
import { decodeBuffer, getEncoding as sniffEncoding } from 'encoding-sniffer';

export interface DetectedEncoding {
  /** Name by the Encoding standard, in lower case. */
  readonly encoding: string;
  readonly hasByteOrderMark: boolean;
  /** The bytes are valid in UTF-8; for other encodings nothing is known. */
  readonly isValidUtf8: boolean;
}

export interface DecodedPage extends DetectedEncoding {
  readonly text: string;
  readonly bytes: number;
}

/** The bytes of a byte order mark in UTF-8, which is no part of the text. */
const UTF8_MARK = 3;

/**
 * Decodes a page as a browser does: byte order mark, then a declaration in the first 1024 bytes,
 * then UTF-8 if the bytes are valid in it, else windows-1252.
 *
 * Source: WHATWG HTML, "determining the character encoding". (Node's own TextDecoder takes
 * windows-1252 for latin1 in some versions, so dashes and quotes would be lost.)
 */
export function decodePage(bytes: Buffer): DecodedPage {
  const detected = detectEncoding(bytes);
  // Node's own decoder, the fastest, is right for valid UTF-8.
  const text = utf8Bytes(bytes, detected)?.toString('utf8') ?? decodeOther(bytes, detected);
  return { ...detected, text, bytes: bytes.length };
}

export function detectEncoding(bytes: Buffer): DetectedEncoding {
  const isValidUtf8 = isUtf8(bytes);
  return {
    encoding: sniffEncoding(bytes, sniffOptions(isValidUtf8)).toLowerCase(),
    hasByteOrderMark: /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/.test(bytes.toString('latin1', 0, 3)),
    isValidUtf8,
  };
}

/** The bytes without the mark, where they are valid UTF-8 and meant to be; else undefined. */
export function utf8Bytes(bytes: Buffer, { encoding, isValidUtf8 }: DetectedEncoding): Buffer | undefined {
  if (encoding !== 'utf-8' || !isValidUtf8) return undefined;
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(UTF8_MARK) : bytes;
}

/** Decodes what is not valid UTF-8. */
export function decodeOther(bytes: Buffer, { encoding, isValidUtf8 }: DetectedEncoding): string {
  // Browsers refuse these encodings, and show one replacement character for the whole page.
  if (encoding === 'replacement') return '\uFFFD';
  return decodeBuffer(bytes, sniffOptions(isValidUtf8));
}

function sniffOptions(isValidUtf8: boolean): { defaultEncoding: string } {
  return { defaultEncoding: isValidUtf8 ? 'utf-8' : 'windows-1252' };
}
