import {
  type CST,
  Composer,
  type Document,
  Lexer,
  LineCounter,
  Parser,
  isAlias,
  isCollection,
  isNode,
  isPair,
} from 'yaml';
import { type ErrorCode, GrowthError } from '../errors.js';
import { MAX_DEPTH, normalized } from './normalized.js';

/** More nodes by aliases are nothing that anybody wrote. */
export const MAX_ALIASED_NODES = 10_000;
/** Pieces of text that a parser tells apart, blanks and line ends among them: some 300 MB of memory. */
export const MAX_LEXEMES = 1_000_000;

/** How large a document may be before it is put together. */
export interface YamlLimits {
  readonly depth: number;
  /** Of a list. */
  readonly items: number;
  /** Of a mapping: the library compares each with each. */
  readonly keys: number;
}

/** Of profiles and front matter: more is nothing that anybody wrote. */
export const TEXT_LIMITS: YamlLimits = { depth: 50, items: 1000, keys: 1000 };
/** Of an inputs file, whose envelopes are written by programs. */
export const INPUTS_LIMITS: YamlLimits = { depth: MAX_DEPTH, items: 100_000, keys: 1000 };

/** Where YAML stands that a person wrote. */
export interface YamlSource {
  /** The file as documents may show it. */
  readonly file: string;
  /** Line of the file that the text starts in. */
  readonly firstLine: number;
  readonly code: ErrorCode;
  readonly limits: YamlLimits;
}

export interface YamlDocument {
  readonly value: unknown;
  /** Line in the file of the deepest node on the way to a JSON pointer. */
  readonly lineOf: (pointer: string) => number;
}

/**
 * Reads one document of YAML 1.2 in the core schema. It is measured before it is put together, since the library does
 * that by recursion, and some stacks that it exhausts end the process. There are no merge keys in YAML 1.2: `<<` is a
 * key like any other.
 *
 * @throws GrowthError of the source's code with file, line and column: broken YAML, several documents, unknown tags,
 *   what is larger than the source's limits, aliases that lead nowhere or into themselves or add more than 10,000 nodes
 */
export function readYaml(text: string, source: YamlSource): YamlDocument {
  const lines = new LineCounter();
  const fail = (offset: number, problem: string): GrowthError => {
    const { line, col } = lines.linePos(offset);
    const at = `${source.file}:${source.firstLine - 1 + Math.max(1, line)}:${Math.max(1, col)}`;
    return new GrowthError(source.code, `${at}: ${problem}`);
  };
  checkLexemes(text, fail);
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  checkSize(tokens, source.limits, fail);
  const [document, second] = new Composer({ version: '1.2', schema: 'core', uniqueKeys: true }).compose(
    tokens,
    true,
    text.length,
  );
  if (document === undefined) return { value: null, lineOf: () => source.firstLine };
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw fail(problem.pos[0], problem.message);
  if (second !== undefined) throw fail(second.range[0], 'starts a second document; keep one in a file');
  checkAliases(document, fail);
  return {
    value: toValue(document, source),
    lineOf: (pointer) => source.firstLine - 1 + lineOf(document, pointer, lines),
  };
}

type Fail = (offset: number, problem: string) => GrowthError;

/** What the lexer puts between pieces of text: a document begins, a scalar follows, a flow collection broke off. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u001f', '\u0018']);

/** Counts before anything is kept: what takes a few bytes of text takes hundreds of memory. */
function checkLexemes(text: string, fail: Fail): void {
  let [count, offset] = [0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_LEXEMES) {
      throw fail(offset, `the document is longer than YAML is read (${MAX_LEXEMES} parts); write it as JSON`);
    }
    if (!MARKS.has(lexeme)) offset += lexeme.length;
  }
}

/** Walks through tokens without recursion: nothing is known of their depth yet. */
function checkSize(tokens: readonly CST.Token[], limits: YamlLimits, fail: Fail): void {
  const open = tokens.map((token): [CST.Token, number] => [token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (depth > limits.depth) throw fail(token.offset, `is nested deeper than ${limits.depth} levels`);
    if (token.type === 'document' && token.value !== undefined) open.push([token.value, depth]);
    if (!('items' in token)) continue;
    // Comments and blank lines count as items of their own, without key or value.
    const entries = token.items.filter(({ key, value }) => key != null || value !== undefined);
    const isMapping = entries.some(({ sep }) => sep !== undefined);
    const most = isMapping ? limits.keys : limits.items;
    const surplus = entries[most];
    if (surplus !== undefined) {
      const { offset } = surplus.key ?? surplus.value ?? token;
      throw fail(offset, `is one entry too many: a ${isMapping ? 'mapping' : 'list'} holds at most ${most}`);
    }
    for (const { key, value } of entries) {
      for (const child of [key, value]) if (child != null) open.push([child, depth + 1]);
    }
  }
}

/** Counts what aliases add, each time that they stand in the expanded document, without expanding it. */
function checkAliases(document: Document, fail: Fail): void {
  /** Nodes in what an anchor names; undefined inside of itself. */
  const sizes = new Map<string, number | undefined>();
  let added = 0;
  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    if (!isNode(node)) return 0;
    if (isAlias(node)) {
      const size = sizes.get(node.source);
      const offset = node.range?.[0] ?? 0;
      if (!sizes.has(node.source)) throw fail(offset, `the alias *${node.source} has no anchor before it`);
      if (size === undefined) throw fail(offset, `the alias *${node.source} stands inside of what it names`);
      added += size;
      if (added > MAX_ALIASED_NODES) {
        throw fail(offset, `aliases expand to more than ${MAX_ALIASED_NODES} nodes`);
      }
      return size;
    }
    const { anchor } = node;
    if (anchor !== undefined) sizes.set(anchor, undefined);
    const size = isCollection(node) ? node.items.reduce((sum: number, item) => sum + sizeOf(item), 1) : 1;
    if (anchor !== undefined) sizes.set(anchor, size);
    return size;
  };
  sizeOf(document.contents);
}

/** Aliases were counted already, and the YAML library counts references, not nodes. */
function toValue(document: Document, { file, code }: YamlSource): unknown {
  try {
    return normalized(document.toJS({ maxAliasCount: -1 }), file);
  } catch (error) {
    if (!(error instanceof GrowthError)) throw error;
    throw new GrowthError(code, error.message, { cause: error });
  }
}

function lineOf(document: Document, pointer: string, lines: LineCounter): number {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
