import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import type { EventFile } from './event-files.js';

/** The bytes of a file as a text reader sees them, decompressed, chunk by chunk. */
export async function* eventBytes({ absolute, compression }: EventFile): AsyncGenerator<Uint8Array> {
  const raw = createReadStream(absolute, { highWaterMark: 1 << 20 });
  try {
    if (compression === 'zst') yield* zstdBytes(raw);
    else if (compression === 'gz') {
      // Errors of either end with the iteration; leaving early destroys both.
      const unzipped: AsyncIterable<Uint8Array> = pipeline(raw, createGunzip(), () => undefined);
      yield* unzipped;
    } else {
      const bytes: AsyncIterable<Uint8Array> = raw;
      yield* bytes;
    }
  } finally {
    raw.destroy();
  }
}

/** Node 20 has no zstd of its own. */
async function* zstdBytes(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const decompress = new Decompress((chunk) => ready.push(chunk));
  for await (const chunk of raw) {
    decompress.push(chunk);
    yield* ready;
    ready = [];
  }
  decompress.push(new Uint8Array(), true);
  yield* ready;
}
