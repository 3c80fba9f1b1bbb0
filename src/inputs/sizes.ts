/** A number of bytes as a limit is named: whole mebibytes, or kibibytes below one. */
export function inMebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes / 1024} KiB` : `${bytes / 1024 / 1024} MiB`;
}
