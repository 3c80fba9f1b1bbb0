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
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { line, column } = position(text, await jsonErrorOffset(text));
    throw new GrowthError('inputs_malformed', `${name}:${line}:${column}: not valid JSON`, { cause: error });
  }
  return normalized(value, name);
}

/** V8 names no position for short texts, so a parser that does looks for it; deep nesting may exhaust it. */
async function jsonErrorOffset(text: string): Promise<number> {
  const { parse: parseTolerantly } = await import('jsonc-parser');
  const problems: ParseError[] = [];
  try {
    parseTolerantly(text, problems, { disallowComments: true });
  } catch {
    return text.length;
  }
  return problems[0]?.offset ?? text.length;
}

/** Deeper nesting is no document that anybody wrote, and would exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * A parsed value as documents can hold it: strings with lone surrogates (`"\ud800"`) have no UTF-8
 * form and are replaced, as in a file; negative zero is zero.
 *
 * @throws GrowthError `inputs_malformed` beyond 100 levels of nesting
 */
export function normalized(value: unknown, name: string, depth = 0): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) {
    throw new GrowthError('inputs_malformed', `${name}: nested deeper than ${MAX_DEPTH} levels`);
  }
  if (Array.isArray(value)) return value.map((item) => normalized(item, name, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key.toWellFormed(), normalized(child, name, depth + 1)]),
  );
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

async function parseYaml(text: string, name: string): Promise<unknown> {
  const { LineCounter, parseDocument: parse } = await import('yaml');
  const lines = new LineCounter();
  try {
    const document = parse(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: true });
    const [problem] = document.errors;
    if (problem !== undefined) {
      const at = lines.linePos(problem.pos[0]);
      throw new GrowthError(
        'inputs_malformed',
        `${name}:${at.line}:${at.col}: ${firstLine(problem.message)}`,
      );
    }
    return normalized(document.toJS({ maxAliasCount: 100 }), name);
  } catch (error) {
    if (error instanceof GrowthError) throw error;
    throw new GrowthError('inputs_malformed', `${name}: ${firstLine(String(error))}`, { cause: error });
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '') ?? '';
}
