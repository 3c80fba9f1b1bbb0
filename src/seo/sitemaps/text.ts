import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { MAX_BYTES, type SitemapProblem } from './document.js';

export interface SitemapText {
  /** Without a byte order mark; offsets in a sitemap count its UTF-16 units. */
  readonly text: string;
  /** Size once inflated; where that fails, size of the file. */
  readonly bytes: number;
  /** Why the text is not to be read. */
  readonly failure?: SitemapProblem;
}

/** Inflates and decodes a sitemap, which must be UTF-8 (sitemaps.org/protocol.html). */
export function sitemapText(file: Buffer): SitemapText {
  const inflated = inflate(file);
  if ('failure' in inflated) return { text: '', bytes: file.length, failure: inflated.failure };
  const { bytes } = inflated;
  const size = bytes.length;
  if (size > MAX_BYTES) return { text: '', bytes: size, failure: tooBig('it has more') };
  const text = new TextDecoder().decode(bytes);
  if (isUtf8(bytes)) return { text, bytes: size };
  return { text, bytes: size, failure: wrongEncoding(bytes, text) };
}

/** By its first bytes, since servers inflate files of any name; never more than a sitemap may hold. */
function inflate(file: Buffer): { bytes: Buffer } | { failure: SitemapProblem } {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return { bytes: file };
  try {
    return { bytes: gunzipSync(file, { maxOutputLength: MAX_BYTES }) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return { failure: tooBig('it is larger once inflated') };
    }
    return { failure: { message: 'the gzip file is damaged or cut off' } };
  }
}

function tooBig(fact: string): SitemapProblem {
  return { message: `too large: at most ${MAX_BYTES} bytes are allowed, and ${fact}` };
}

function wrongEncoding(bytes: Buffer, text: string): SitemapProblem {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return { message: 'encoded as UTF-16; a sitemap must be UTF-8' };
  return { offset: text.indexOf('\uFFFD'), message: 'not valid UTF-8 from here on' };
}
