import { eventBytes } from '../event-bytes.js';
import type { OpenEvents } from '../open-events.js';

export const HEADER_BYTES = 65_536;
const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface CsvHeader {
  /** Empty lines in front of it. */
  readonly blankLines: number;
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/**
 * The first record of a CSV file (RFC 4180 quoting); the delimiter is the one that splits it most.
 *
 * @returns undefined for a file without a first record, or one longer than 64 KiB
 */
export async function readCsvHeader(file: OpenEvents): Promise<CsvHeader | undefined> {
  const start = await readStart(file);
  const blank = /^(?:\r\n|\r|\n)*/.exec(start)?.[0] ?? '';
  const text = start.slice(blank.length);
  const records = DELIMITERS.map((delimiter) => ({ delimiter, columns: firstRecord(text, delimiter) }));
  const [best] = records.toSorted((a, b) => (b.columns?.length ?? 0) - (a.columns?.length ?? 0));
  if (best?.columns === undefined || best.columns.every((column) => column === '')) return undefined;
  const blankLines = blank.replaceAll('\r\n', '\n').length;
  return { blankLines, delimiter: best.delimiter, columns: best.columns };
}

/**
 * Line of the quotation mark that nothing closes: a CSV reader takes all that follows as one value.
 *
 * @returns from 1; undefined where every quoted value ends
 */
export async function unclosedQuoteLine(file: OpenEvents, delimiter: string): Promise<number | undefined> {
  const [QUOTE, LF, CR, SEPARATOR] = [0x22, 0x0a, 0x0d, delimiter.charCodeAt(0)];
  let line = 1;
  let openedOn: number | undefined;
  let isFieldStart = true;
  for await (const bytes of eventBytes(file)) {
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index];
      if (byte === QUOTE && openedOn !== undefined) {
        // A doubled mark closes and opens again at once, which comes to the same.
        openedOn = undefined;
        isFieldStart = true;
      } else if (byte === QUOTE && isFieldStart) openedOn = line;
      else if (openedOn === undefined) isFieldStart = byte === SEPARATOR || byte === LF || byte === CR;
      if (byte === LF) line += 1;
    }
  }
  return openedOn;
}

async function readStart(file: OpenEvents): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of eventBytes(file)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEADER_BYTES) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, HEADER_BYTES));
}

function firstRecord(text: string, delimiter: string): string[] | undefined {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text.charAt(index + 1) === '"') {
        field += '"';
        index += 1;
      } else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === delimiter) {
      fields.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') return [...fields, field];
    else field += character;
  }
  const isWhole = !isQuoted && text.length < HEADER_BYTES;
  return isWhole ? [...fields, field] : undefined;
}
