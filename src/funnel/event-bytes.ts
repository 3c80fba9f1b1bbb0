import { read } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import type { OpenEvents } from './open-events.js';

/** The bytes of a file as a text reader sees them, decompressed, chunk by chunk; from the start each time. */
export async function* eventBytes({ opened, compression }: OpenEvents): AsyncGenerator<Uint8Array> {
  const raw = rawBytes(opened.descriptor);
  if (compression === 'zst') yield* zstdBytes(raw);
  else if (compression === 'gz') {
    // Errors of either end with the iteration; leaving early destroys both.
    const unzipped: AsyncIterable<Uint8Array> = pipeline(Readable.from(raw), createGunzip(), () => undefined);
    yield* unzipped;
  } else yield* raw;
}

const CHUNK_BYTES = 1 << 20;
const readAt = promisify(read);

async function* rawBytes(descriptor: number): AsyncGenerator<Uint8Array> {
  for (let position = 0; ;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await readAt(descriptor, chunk, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
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
