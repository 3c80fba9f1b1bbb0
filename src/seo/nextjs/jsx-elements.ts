import type { JSXElement, JSXOpeningElement, Node } from '@babel/types';
import type { Binding } from './module-scope.js';
import type { Visit } from './syntax-tree.js';
import { readValue, type Lookup, type Value } from './values.js';

/** Elements and components that a search engine, or a reader of links, is concerned with. */
export type ElementKind =
  'a' | 'area' | 'html' | 'img' | 'link' | 'meta' | 'title' | 'next/link' | 'next/document:Html';

/** An element as the source writes it. */
export interface SourceElement {
  readonly kind: ElementKind;
  readonly offset: number;
  readonly attributes: ReadonlyMap<string, Value>;
  /** `{...props}` may add attributes, or replace those before it. */
  readonly hasSpread: boolean;
  /** Stands inside an element of this kind: an svg's `<title>` is none, `next/head` does nothing under app/. */
  readonly isInSvg: boolean;
  readonly isInPicture: boolean;
  readonly isInNextHead: boolean;
  /** Is always rendered where its component is: no condition, no loop, no call around it. */
  readonly isPlain: boolean;
  /** What stands in it, if that is literal text. */
  readonly text: string | undefined;
}

const ELEMENTS: ReadonlySet<string> = new Set(['a', 'area', 'html', 'img', 'link', 'meta', 'title']);
/** Around an element that is rendered whenever its component is. */
const PLAIN: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'BlockStatement',
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration',
  'FunctionDeclaration',
  'FunctionExpression',
  'JSXElement',
  'JSXFragment',
  'ParenthesizedExpression',
  'Program',
  'ReturnStatement',
  'VariableDeclaration',
  'VariableDeclarator',
]);

/** The element at a place of the tree, if it is one of those. */
export function elementAt(
  visit: Visit,
  bindings: ReadonlyMap<string, Binding>,
  lookup: Lookup,
): SourceElement | undefined {
  const { node } = visit;
  if (node.type !== 'JSXElement') return undefined;
  const kind = kindOf(node.openingElement, bindings);
  if (kind === undefined) return undefined;
  const { attributes, hasSpread } = attributesOf(node.openingElement, lookup);
  return {
    kind,
    offset: node.start ?? 0,
    attributes,
    hasSpread,
    ...surroundings(visit, bindings),
    text: textIn(node, lookup),
  };
}

function kindOf(opening: JSXOpeningElement, bindings: ReadonlyMap<string, Binding>): ElementKind | undefined {
  const name = nameOf(opening);
  if (name === undefined) return undefined;
  if (isElementKind(name)) return name;
  const binding = bindings.get(name);
  if (binding?.source === 'next/link' && binding.imported === 'default') return 'next/link';
  return binding?.source === 'next/document' && binding.imported === 'Html'
    ? 'next/document:Html'
    : undefined;
}

function isElementKind(name: string): name is ElementKind {
  return ELEMENTS.has(name);
}

function nameOf({ name }: JSXOpeningElement): string | undefined {
  return name.type === 'JSXIdentifier' ? name.name : undefined;
}

function attributesOf(
  opening: JSXOpeningElement,
  lookup: Lookup,
): { attributes: Map<string, Value>; hasSpread: boolean } {
  const attributes = new Map<string, Value>();
  let hasSpread = false;
  for (const attribute of opening.attributes) {
    if (attribute.type === 'JSXSpreadAttribute') hasSpread = true;
    else if (attribute.name.type === 'JSXIdentifier') {
      const offset = attribute.start ?? 0;
      attributes.set(attribute.name.name, { ...attributeValue(attribute.value, offset, lookup), offset });
    }
  }
  return { attributes, hasSpread };
}

function attributeValue(value: Node | null | undefined, offset: number, lookup: Lookup): Value {
  if (value == null) return { kind: 'primitive', value: true, offset };
  return readValue(value.type === 'JSXExpressionContainer' ? value.expression : value, lookup);
}

function surroundings(
  visit: Visit,
  bindings: ReadonlyMap<string, Binding>,
): Pick<SourceElement, 'isInSvg' | 'isInPicture' | 'isInNextHead' | 'isPlain'> {
  let isInSvg = false;
  let isInPicture = false;
  let isInNextHead = false;
  let isPlain = true;
  for (let outer = visit.parent; outer !== undefined; outer = outer.parent) {
    const { node } = outer;
    isPlain &&= PLAIN.has(node.type);
    if (node.type !== 'JSXElement') continue;
    const name = nameOf(node.openingElement) ?? '';
    isInSvg ||= name === 'svg';
    isInPicture ||= name === 'picture';
    isInNextHead ||= bindings.get(name)?.source === 'next/head';
  }
  return { isInSvg, isInPicture, isInNextHead, isPlain };
}

function textIn({ children }: JSXElement, lookup: Lookup): string | undefined {
  const [child, ...others] = children;
  if (others.length > 0) return undefined;
  if (child === undefined) return '';
  if (child.type === 'JSXText') return child.value.trim();
  if (child.type !== 'JSXExpressionContainer') return undefined;
  const value = readValue(child.expression, lookup);
  return value.kind === 'primitive' && typeof value.value === 'string' ? value.value : undefined;
}
