import { GrowthError } from '../../errors.js';

/** Whether DuckDB could not write what it had to put aside. */
export function isDiskFull(error: unknown): boolean {
  return /No space left on device|Disk quota exceeded|File too large|max_temp_directory_size/.test(
    String(error),
  );
}

export function diskFull(cause: unknown): GrowthError {
  const message = 'the temporary folder has no room for what the funnel has to sort; nothing was written';
  return new GrowthError('disk_full', message, { cause });
}
