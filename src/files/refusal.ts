/** Why a file or folder was not opened or not read. */
export type Refusal = 'outside' | 'missing' | 'special' | 'too large' | 'unreadable';

/** What cannot be had, for a reason that the caller turns into an error of its own. */
export class FileRefused extends Error {
  constructor(
    readonly reason: Refusal,
    cause?: unknown,
  ) {
    super(`refused: ${reason}`, { cause });
    this.name = 'FileRefused';
  }
}

/** ELOOP: the last part of a path without links has become one. ENXIO: a socket, or a device without a driver. */
const REASONS: Readonly<Record<string, Refusal>> = {
  ELOOP: 'outside',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENXIO: 'special',
  ENODEV: 'special',
};

export function refusal(error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new FileRefused(REASONS[code] ?? 'unreadable', error);
}
