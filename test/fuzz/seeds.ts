import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FIXTURES, ROOT } from '../support/growth.js';

/** Files of the fixtures whose names end in one of the endings, up to 64 KiB each, in a fixed order. */
export function seedFiles(folder: string, ...endings: readonly string[]): Buffer[] {
  const root = path.join(ROOT, 'fixtures', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort()
    .map((file) => readFileSync(path.join(root, file)))
    .filter(({ length }) => length <= 64 * 1024);
}

export function fixture(file: string): Buffer {
  return readFileSync(path.join(FIXTURES, file));
}

/** A JSON document of the fixtures. */
export function fixtureDocument(file: string): unknown {
  return JSON.parse(fixture(file).toString('utf8'));
}

export function texts(...values: readonly string[]): Buffer[] {
  return values.map((value) => Buffer.from(value, 'utf8'));
}
