import { isUrl } from '../../inputs/web-address.js';
import type {
  Expression,
  Node,
  ObjectExpression,
  ObjectMember,
  SpreadElement,
  Statement,
} from '@babel/types';

/** What an expression is known to be without executing it; `offset` is where it is written. */
export type Value = Primitive | ArrayValue | ObjectValue | UrlValue | FunctionValue | Unknown;

export interface Primitive {
  readonly kind: 'primitive';
  readonly value: string | number | boolean | null | undefined;
  readonly offset: number;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly Value[];
  /** Some members are not known: a spread of something that isn't literal. */
  readonly isOpen: boolean;
  readonly offset: number;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, Value>;
  /** There may be more keys: a spread or a computed key that isn't literal. */
  readonly isOpen: boolean;
  readonly offset: number;
}

/** `new URL('…')` with a literal address that is valid. */
export interface UrlValue {
  readonly kind: 'url';
  readonly href: string;
  readonly offset: number;
}

/** A function whose whole body is one return. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly returns: Value;
  readonly offset: number;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly offset: number;
}

/** What a name of the module stands for; unknown for everything but constants that nothing changes. */
export type Lookup = (name: string, offset: number) => Value;

/** Deeper nesting, and longer text, is no metadata that a person writes. */
const MAX_DEPTH = 40;
const MAX_TEXT = 20_000;

/** Reads a literal. Whatever isn't one is unknown, and nothing is executed. */
export function readValue(node: Node, lookup: Lookup, depth = 0): Value {
  const offset = node.start ?? 0;
  if (depth > MAX_DEPTH) return unknown(offset);
  const read = (inner: Node) => readValue(inner, lookup, depth + 1);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return primitive(node.value, offset);
    case 'NullLiteral':
      return primitive(null, offset);
    case 'Identifier':
      return node.name === 'undefined' ? primitive(undefined, offset) : lookup(node.name, offset);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TypeCastExpression':
    case 'ParenthesizedExpression':
      return read(node.expression);
    case 'TemplateLiteral': {
      const parts = node.quasis.flatMap(({ value }, index) => {
        const expression = node.expressions[index];
        const text = primitive(value.cooked ?? undefined, offset);
        return expression === undefined ? [text] : [text, read(expression)];
      });
      return joinText(parts, offset);
    }
    case 'BinaryExpression':
      return node.operator === '+' ? joinText([read(node.left), read(node.right)], offset) : unknown(offset);
    case 'ArrayExpression':
      return readArray(node.elements, read, offset);
    case 'ObjectExpression':
      return readObject(node, read);
    case 'NewExpression': {
      const [address, base] = node.arguments;
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL' && base === undefined;
      return isUrl && address !== undefined ? readUrl(read(address), offset) : unknown(offset);
    }
    case 'MemberExpression':
      return node.computed || node.property.type !== 'Identifier'
        ? unknown(offset)
        : { ...member(read(node.object), node.property.name), offset };
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ObjectMethod':
      return node.generator ? unknown(offset) : readFunction(node.body, read, offset);
    default:
      return unknown(offset);
  }
}

/** The value of a key: undefined where the object certainly lacks it. */
export function entryOf(object: ObjectValue, key: string): Value | undefined {
  return object.entries.get(key) ?? (object.isOpen ? unknown(object.offset) : undefined);
}

/** The text of a value that is one. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'primitive' && typeof value.value === 'string' ? value.value : undefined;
}

/** null, undefined, or no value at all. */
export function isNothing(value: Value | undefined): boolean {
  return value === undefined || (value.kind === 'primitive' && value.value == null);
}

export function unknown(offset: number): Unknown {
  return { kind: 'unknown', offset };
}

function primitive(value: Primitive['value'], offset: number): Primitive {
  return { kind: 'primitive', value, offset };
}

function member(object: Value, key: string): Value {
  return (object.kind === 'object' ? entryOf(object, key) : undefined) ?? unknown(object.offset);
}

function joinText(parts: readonly Value[], offset: number): Value {
  let text = '';
  for (const part of parts) {
    if (part.kind !== 'primitive' || typeof part.value !== 'string') return unknown(offset);
    text += part.value;
    if (text.length > MAX_TEXT) return unknown(offset);
  }
  return primitive(text, offset);
}

function readArray(
  elements: readonly (Expression | SpreadElement | null)[],
  read: (node: Node) => Value,
  offset: number,
): ArrayValue {
  const items: Value[] = [];
  let isOpen = false;
  for (const element of elements) {
    if (element === null) items.push(primitive(undefined, offset));
    else if (element.type !== 'SpreadElement') items.push(read(element));
    else {
      const spread = read(element.argument);
      if (spread.kind === 'array') items.push(...spread.items);
      isOpen ||= spread.kind !== 'array' || spread.isOpen;
    }
  }
  return { kind: 'array', items, isOpen, offset };
}

function readObject(node: ObjectExpression, read: (node: Node) => Value): ObjectValue {
  const entries = new Map<string, Value>();
  let isOpen = false;
  const forget = () => {
    for (const [key, { offset }] of entries) entries.set(key, unknown(offset));
    isOpen = true;
  };
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = read(property.argument);
      if (spread.kind !== 'object' || spread.isOpen) forget();
      if (spread.kind === 'object') for (const [key, value] of spread.entries) entries.set(key, value);
      continue;
    }
    const key = keyOf(property);
    if (key === undefined) forget();
    else entries.set(key, { ...readMember(property, read), offset: property.start ?? 0 });
  }
  return { kind: 'object', entries, isOpen, offset: node.start ?? 0 };
}

function keyOf({ key, computed }: ObjectMember): string | undefined {
  if (key.type === 'StringLiteral') return key.value;
  return key.type === 'Identifier' && !computed ? key.name : undefined;
}

function readMember(property: ObjectMember, read: (node: Node) => Value): Value {
  if (property.type === 'ObjectProperty') return read(property.value);
  return property.kind === 'method' ? read(property) : unknown(property.start ?? 0);
}

function readUrl(address: Value, offset: number): Value {
  const text = textOf(address);
  return text !== undefined && isUrl(text)
    ? { kind: 'url', href: new URL(text).href, offset }
    : unknown(offset);
}

function readFunction(body: Node, read: (node: Node) => Value, offset: number): Value {
  if (body.type !== 'BlockStatement') return { kind: 'function', returns: read(body), offset };
  const [statement, ...others]: readonly Statement[] = body.body;
  return statement?.type === 'ReturnStatement' && statement.argument != null && others.length === 0
    ? { kind: 'function', returns: read(statement.argument), offset }
    : unknown(offset);
}
