import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import {
  HAS_DESCRIPTOR_NAMES,
  type Location,
  descriptorName,
  isDescriptorInside,
  isSameInside,
} from './location.js';
import { FileRefused, refusal } from './refusal.js';

/** Tells whether what was opened at a location lies inside a root. */
type IsOpenedInside = (root: string, location: Location, descriptor: number, opened: BigIntStats) => boolean;

const byDescriptor: IsOpenedInside = (root, _, descriptor) => isDescriptorInside(root, descriptor);
export const byIdentity: IsOpenedInside = (root, location, _, opened) => isSameInside(root, location, opened);

/**
 * Opens a file that was found inside the root, and makes sure of that once more by what was opened: a link that was
 * swapped in since leads to an error, never to what lies behind it. A pipe, a socket or a device is refused without
 * waiting for it. A hard link cannot be told from a file.
 *
 * @param root absolute, links resolved
 * @param location absolute, links resolved
 * @throws FileRefused
 */
export function openInside(
  root: string,
  location: Location,
  isOpenedInside = HAS_DESCRIPTOR_NAMES ? byDescriptor : byIdentity,
): OpenFile {
  return open(location, FLAGS | constants.O_NOFOLLOW, (descriptor, opened) =>
    isOpenedInside(root, location, descriptor, opened),
  );
}

/**
 * Opens a file that the user named on the command line, where links may lead anywhere.
 *
 * @throws FileRefused for pipes, sockets, devices and folders, without waiting for them
 */
export function openRegular(location: string): OpenFile {
  return open(location, FLAGS, () => true);
}

/** @throws FileRefused also for a file of more than `maxBytes` */
export function readInside(root: string, location: Location, maxBytes: number): Buffer {
  return andClose(openInside(root, location), (file) => file.read(maxBytes));
}

/** @throws FileRefused also for a file of more than `maxBytes` */
export function readRegular(location: string, maxBytes: number): Buffer {
  return andClose(openRegular(location), (file) => file.read(maxBytes));
}

/** The first bytes of a file, `maxBytes` of them at most. @throws FileRefused */
export function startInside(root: string, location: Location, maxBytes: number): Buffer {
  return andClose(openInside(root, location), (file) => file.start(maxBytes));
}

/** Size of a file in bytes. @throws FileRefused */
export function sizeInside(root: string, location: Location): number {
  return andClose(openInside(root, location), ({ size }) => size);
}

/** A regular file that is open. Whoever opened it closes it. */
export class OpenFile {
  /** Bytes, when it was opened. */
  readonly size: number;

  constructor(
    readonly descriptor: number,
    readonly location: Location,
    readonly opened: BigIntStats,
  ) {
    this.size = Number(opened.size);
  }

  /** By what an engine that opens files itself gets this one: the descriptor where the system can, else the path. */
  get name(): string {
    return HAS_DESCRIPTOR_NAMES ? descriptorName(this.descriptor) : this.location.toString();
  }

  /** Whether `name` still leads to this file. */
  isStillNamed(root: string): boolean {
    return HAS_DESCRIPTOR_NAMES || isSameInside(root, this.location, this.opened);
  }

  /** @throws FileRefused for more than `maxBytes` */
  read(maxBytes: number): Buffer {
    const bytes = this.size > maxBytes ? undefined : this.start(maxBytes + 1);
    if (bytes === undefined || bytes.length > maxBytes) throw new FileRefused('too large');
    return bytes;
  }

  /** The first bytes, `maxBytes` of them at most. */
  start(maxBytes: number): Buffer {
    const chunks: Buffer[] = [];
    // One byte more than it should hold shows that it ends there, or grows while it is read.
    let chunk = Buffer.allocUnsafe(Math.min(this.size + 1, maxBytes));
    let [filled, total] = [0, 0];
    for (let bytes = this.#next(chunk, 0); bytes > 0; bytes = this.#next(chunk, filled)) {
      filled += bytes;
      total += bytes;
      if (total === maxBytes) break;
      if (filled < chunk.length) continue;
      chunks.push(chunk);
      chunk = Buffer.allocUnsafe(Math.min(GROWTH_BYTES, maxBytes - total));
      filled = 0;
    }
    const rest = chunk.subarray(0, filled);
    return chunks.length === 0 ? rest : Buffer.concat([...chunks, rest]);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  #next(chunk: Buffer, from: number): number {
    try {
      return readSync(this.descriptor, chunk, from, chunk.length - from, null);
    } catch (error) {
      throw refusal(error);
    }
  }
}

const GROWTH_BYTES = 65_536;
/** A pipe is not waited for, and no terminal becomes ours. On Windows these flags do not exist, and count as 0. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

function open(
  location: Location,
  flags: number,
  isAllowed: (descriptor: number, opened: BigIntStats) => boolean,
): OpenFile {
  let descriptor: number;
  try {
    descriptor = openSync(location, flags);
  } catch (error) {
    throw refusal(error);
  }
  try {
    const opened = fstatSync(descriptor, { bigint: true });
    if (!isAllowed(descriptor, opened)) throw new FileRefused('outside');
    if (!opened.isFile()) throw new FileRefused('special');
    return new OpenFile(descriptor, location, opened);
  } catch (error) {
    closeSync(descriptor);
    throw refusal(error);
  }
}

function andClose<Result>(file: OpenFile, use: (file: OpenFile) => Result): Result {
  try {
    return use(file);
  } finally {
    file.close();
  }
}
