import type { Node, Program } from '@babel/types';
import { elementAt, type SourceElement } from './jsx-elements.js';
import { type ModuleScope, scopeOf } from './module-scope.js';
import { navigationsOf, type Navigation } from './navigations.js';
import { parseSource } from './parse-source.js';
import { visitsOf } from './syntax-tree.js';

/** What is known of a source after reading it; the tree itself is not kept. */
export interface SourceFile extends Pick<ModuleScope, 'exports' | 'isOpen' | 'bindings'> {
  /** Relative to the project's folder, with slashes. */
  readonly path: string;
  /** Begins with 'use client'. */
  readonly isClient: boolean;
  /** Modules that it imports when it runs, in any form. */
  readonly imports: readonly Import[];
  readonly elements: readonly SourceElement[];
  /** `router.push` and `router.replace`. */
  readonly navigations: readonly Navigation[];
  /** Renders nothing and leads elsewhere: `redirect`, `permanentRedirect` or `notFound`, and no markup. */
  readonly isRedirect: boolean;
  /** Assigns `document.title`. */
  readonly setsTitle: boolean;
}

export interface Import {
  readonly specifier: string;
  readonly offset: number;
}

/** Reads a source; undefined if it can't be parsed. Nothing of it is executed. */
export function readSource(path: string, text: string): SourceFile | undefined {
  const program = parseSource(text, path);
  return program === undefined ? undefined : factsOf(path, program);
}

function factsOf(path: string, program: Program): SourceFile {
  const visits = visitsOf(program);
  const scope = scopeOf(program, visits);
  const imports: Import[] = [];
  const elements: SourceElement[] = [];
  let hasMarkup = false;
  let leaves = false;
  let setsTitle = false;
  for (const visit of visits) {
    const { node } = visit;
    const specifier = importedBy(node);
    if (specifier !== undefined) imports.push({ specifier, offset: node.start ?? 0 });
    const element = elementAt(visit, scope.bindings, scope.lookup);
    if (element !== undefined) elements.push(element);
    hasMarkup ||= node.type === 'JSXElement' || node.type === 'JSXFragment';
    leaves ||= isLeaving(node, scope);
    setsTitle ||= isTitleAssignment(node);
  }
  return {
    path,
    isClient: program.directives.some(({ value }) => value.value === 'use client'),
    bindings: scope.bindings,
    exports: scope.exports,
    isOpen: scope.isOpen,
    imports,
    elements,
    navigations: navigationsOf(visits, scope),
    isRedirect: leaves && !hasMarkup,
    setsTitle,
  };
}

function importedBy(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.importKind === 'type' ? undefined : node.source.value;
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' ? undefined : node.source?.value;
    case 'CallExpression': {
      const [argument] = node.arguments;
      const isImport =
        node.callee.type === 'Import' ||
        (node.callee.type === 'Identifier' && node.callee.name === 'require');
      return isImport && argument?.type === 'StringLiteral' ? argument.value : undefined;
    }
    default:
      return undefined;
  }
}

const LEAVING: ReadonlySet<string> = new Set(['redirect', 'permanentRedirect', 'notFound']);

function isLeaving(node: Node, { bindings }: ModuleScope): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return false;
  const binding = bindings.get(node.callee.name);
  return binding?.source === 'next/navigation' && LEAVING.has(binding.imported);
}

function isTitleAssignment(node: Node): boolean {
  return (
    node.type === 'AssignmentExpression' &&
    node.left.type === 'MemberExpression' &&
    node.left.object.type === 'Identifier' &&
    node.left.object.name === 'document' &&
    node.left.property.type === 'Identifier' &&
    node.left.property.name === 'title'
  );
}
