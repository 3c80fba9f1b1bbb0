import type { ParseError } from 'jsonc-parser';
import { GrowthError } from '../errors.js';
import { normalized } from './normalized.js';

/**
 * Parses an inputs document: JSON where the name ends in `.json` or the text starts like an object,
 * else YAML 1.2 (`readYaml`).
 *
 * @throws GrowthError `inputs_malformed` with line and column
 */
export async function parseDocument(text: string, name: string): Promise<unknown> {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const isYamlFile = /\.ya?ml$/i.test(name);
  const isJson = /\.json$/i.test(name) || (!isYamlFile && source.trimStart().startsWith('{'));
  if (isJson) return parseJson(source, name);
  if (isYamlFile || name === 'standard input') {
    const { INPUTS_LIMITS, readYaml } = await import('./yaml-source.js');
    return readYaml(source, { file: name, firstLine: 1, code: 'inputs_malformed', limits: INPUTS_LIMITS })
      .value;
  }
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

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
