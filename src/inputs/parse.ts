import type { ParseError } from 'jsonc-parser';
import { GrowthError } from '../errors.js';

/**
 * Parses an inputs document: JSON where the name ends in `.json` or the text starts like an object,
 * else YAML 1.2 (in the YAML library's safe core schema, with bounded aliases).
 *
 * @throws GrowthError `inputs_malformed` with line and column
 */
export async function parseDocument(text: string, name: string): Promise<unknown> {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const isYamlFile = /\.ya?ml$/i.test(name);
  const isJson = /\.json$/i.test(name) || (!isYamlFile && source.trimStart().startsWith('{'));
  if (isJson) return parseJson(source, name);
  if (isYamlFile || name === 'standard input') return parseYaml(source, name);
  throw new GrowthError('inputs_malformed', `"${name}" has an unknown extension`, {
    hint: 'Name the inputs file .json, .yaml or .yml.',
  });
}

/** @throws GrowthError `inputs_malformed` with line and column */
export async function parseJson(text: string, name: string): Promise<unknown> {
  try {
    return wellFormed(JSON.parse(text));
  } catch (error) {
    // V8 names no position for short texts, so a parser that does looks for it.
    const { parse: parseTolerantly } = await import('jsonc-parser');
    const problems: ParseError[] = [];
    parseTolerantly(text, problems, { disallowComments: true });
    const { line, column } = position(text, problems[0]?.offset ?? text.length);
    throw new GrowthError('inputs_malformed', `${name}:${line}:${column}: not valid JSON`, { cause: error });
  }
}

/** Strings with lone surrogates (`"\\ud800"`) have no UTF-8 form; they are replaced, as in a file. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key.toWellFormed(), wellFormed(child)]),
  );
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

async function parseYaml(text: string, name: string): Promise<unknown> {
  const { LineCounter, parseDocument: parse } = await import('yaml');
  const lines = new LineCounter();
  const document = parse(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const at = lines.linePos(problem.pos[0]);
    throw new GrowthError('inputs_malformed', `${name}:${at.line}:${at.col}: ${firstLine(problem.message)}`);
  }
  try {
    return wellFormed(document.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    throw new GrowthError('inputs_malformed', `${name}: ${firstLine(String(error))}`, { cause: error });
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '') ?? '';
}
