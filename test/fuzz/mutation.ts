import fc from 'fast-check';
import { OPENERS, TOKENS } from './tokens.js';

/** A change of some bytes; where is told in parts of 65,536, so that it fits every length. */
type Mutation = (bytes: Buffer) => Buffer;

const WHOLE = 65_536;
/** Mutants stay small: long inputs have a benchmark of their own (bench/worst-case.ts). */
const MAX_BYTES = 256 * 1024;

const where = fc.nat({ max: WHOLE - 1 });
/** Mostly short, now and then most of the file. */
const span = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
);

/** Bytes made of a seed by up to a dozen changes; shrinks to fewer changes of an earlier seed. */
export function mutants(seeds: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const seed = fc.constantFrom(...seeds);
  return fc
    .tuple(seed, fc.array(mutation(seed), { maxLength: 12 }))
    .map(([bytes, changes]) =>
      changes.reduce((changed, change) => change(changed).subarray(0, MAX_BYTES), bytes),
    );
}

function mutation(seed: fc.Arbitrary<Buffer>): fc.Arbitrary<Mutation> {
  const token = fc.constantFrom(...TOKENS);
  return fc.oneof(
    fc.record({ at: where, bit: fc.nat({ max: 7 }) }).map(flip),
    fc.record({ at: where, to: fc.nat({ max: 255 }) }).map(({ at, to }) => replace(at, 1, Buffer.from([to]))),
    fc.record({ at: where, length: span }).map(({ at, length }) => replace(at, length, Buffer.alloc(0))),
    fc.record({ at: where, length: span, times: fc.integer({ min: 1, max: 50 }) }).map(duplicate),
    fc.record({ at: where, token }).map(({ at, token: piece }) => replace(at, 0, piece)),
    fc
      .record({ at: where, token, length: span })
      .map(({ at, token: piece, length }) => replace(at, length, piece)),
    fc.record({ at: where, from: where, length: span, other: seed }).map(splice),
    fc
      .record({ at: where, opener: fc.constantFrom(...OPENERS), times: fc.integer({ min: 1, max: 3000 }) })
      .map(({ at, opener, times }) => replace(at, 0, Buffer.concat(Array<Buffer>(times).fill(opener)))),
    where.map(
      (at): Mutation =>
        (bytes) =>
          bytes.subarray(0, position(bytes, at)),
    ),
    fc.constantFrom(...ENCODINGS),
  );
}

const ENCODINGS: readonly Mutation[] = [
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')),
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r')),
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', ' ')),
  (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes]),
  (bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('utf8').toUpperCase()),
];

function position(bytes: Buffer, at: number): number {
  return Math.floor((at / WHOLE) * (bytes.length + 1));
}

function replace(at: number, length: number, piece: Buffer): Mutation {
  return (bytes) => {
    const start = position(bytes, at);
    return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(start + length)]);
  };
}

function flip({ at, bit }: { at: number; bit: number }): Mutation {
  return (bytes) => {
    const index = position(bytes, at);
    const byte = bytes[index];
    if (byte === undefined) return bytes;
    const changed = Buffer.from(bytes);
    changed[index] = byte ^ (1 << bit);
    return changed;
  };
}

function duplicate({ at, length, times }: { at: number; length: number; times: number }): Mutation {
  return (bytes) => {
    const start = position(bytes, at);
    const piece = bytes.subarray(start, start + length);
    const copies = Math.min(times, Math.ceil(MAX_BYTES / Math.max(1, piece.length)));
    return replace(at, 0, Buffer.concat(Array<Buffer>(copies).fill(piece)))(bytes);
  };
}

function splice(part: { at: number; from: number; length: number; other: Buffer }): Mutation {
  const start = position(part.other, part.from);
  return replace(part.at, 0, part.other.subarray(start, start + part.length));
}
