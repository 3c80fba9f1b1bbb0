import type { GrowthError } from '../../errors.js';
import { type ContainedPath, readContained } from '../../inputs/containment.js';

export const MAX_TEXT_BYTES = 1024 * 1024;

/**
 * Text of a file that a person wrote: UTF-8, at most 1 MiB. A byte order mark is left out, line ends are line feeds.
 *
 * @param fail makes the error of what is wrong with the file, as "is larger than 1 MiB"
 */
export function readTextFile(
  file: ContainedPath,
  fail: (problem: string, cause?: unknown) => GrowthError,
): string {
  const bytes = readContained(file, MAX_TEXT_BYTES, fail);
  const other = otherEncoding(bytes);
  if (other !== undefined) throw fail(`is ${other}; save it as UTF-8`);
  const text = decode(bytes, fail).replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\u0000');
  if (nul !== -1) throw fail(`holds a NUL byte in line ${lineAt(text, nul)}, so it is no text`);
  return text;
}

/** Byte order marks of what editors offer besides UTF-8. */
function otherEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  return undefined;
}

function decode(bytes: Uint8Array, fail: (problem: string, cause?: unknown) => GrowthError): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const line = lineAt(lenient, lenient.indexOf('\ufffd'));
    throw fail(`is not UTF-8 text (line ${line}); save it as UTF-8`, error);
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}
