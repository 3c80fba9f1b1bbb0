import { open } from 'node:fs/promises';

const HEADER_BYTES = 65_536;
const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/**
 * The first record of a CSV file (RFC 4180 quoting); the delimiter is the one that splits it most.
 *
 * @returns undefined for a file without a first record, or one longer than 64 KiB
 */
export async function readCsvHeader(file: string): Promise<CsvHeader | undefined> {
  const text = await readStart(file);
  const records = DELIMITERS.map((delimiter) => ({ delimiter, columns: firstRecord(text, delimiter) }));
  const [best] = records.toSorted((a, b) => (b.columns?.length ?? 0) - (a.columns?.length ?? 0));
  if (best?.columns === undefined || best.columns.every((column) => column === '')) return undefined;
  return { delimiter: best.delimiter, columns: best.columns };
}

async function readStart(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
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
