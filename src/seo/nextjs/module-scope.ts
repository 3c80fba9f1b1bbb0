import type { Expression, Node, Program, VariableDeclarator } from '@babel/types';
import type { Visit } from './syntax-tree.js';
import { readValue, unknown, type Lookup, type Value } from './values.js';

/** Where an imported name comes from: `default`, `*`, or the exported name. */
export interface Binding {
  readonly source: string;
  readonly imported: string;
}

/** Something the module exports; the value is unknown unless it is literal. */
export interface Export {
  readonly offset: number;
  readonly value: Value;
}

/** The names of a module. */
export interface ModuleScope {
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly exports: ReadonlyMap<string, Export>;
  /** `export *`: there may be more. */
  readonly isOpen: boolean;
  /** The module's default export, or what it assigns to `module.exports`. */
  readonly defaultExport: Expression | undefined;
  readonly lookup: Lookup;
  /** Initial value of a constant of the module, changed or not. */
  readonly initialOf: (name: string) => Expression | undefined;
}

/** @param visits every node of the program */
export function scopeOf(program: Program, visits: readonly Visit[]): ModuleScope {
  const constants = constantsOf(program);
  const lookup = lookupIn(constants, changedNames(visits));
  const exports = new Map<string, Export>();
  let isOpen = false;
  let defaultExport: Expression | undefined;
  for (const statement of program.body) {
    if (statement.type === 'ExportAllDeclaration') isOpen ||= statement.exportKind !== 'type';
    if (statement.type === 'ExportDefaultDeclaration' && isExpression(statement.declaration)) {
      defaultExport = statement.declaration;
    }
    if (statement.type === 'ExpressionStatement') defaultExport ??= assignedExports(statement.expression);
    if (statement.type !== 'ExportNamedDeclaration' || statement.exportKind === 'type') continue;
    for (const [name, found] of namedExports(statement, lookup)) exports.set(name, found);
  }
  return {
    bindings: bindingsOf(program),
    exports,
    isOpen,
    defaultExport,
    lookup,
    initialOf: (name) => constants.get(name),
  };
}

function* namedExports(
  { declaration, specifiers, source }: Extract<Node, { type: 'ExportNamedDeclaration' }>,
  lookup: Lookup,
): Generator<[string, Export]> {
  if (declaration?.type === 'FunctionDeclaration' && declaration.id != null) {
    const offset = declaration.id.start ?? 0;
    yield [declaration.id.name, { offset, value: readValue(declaration, lookup) }];
  }
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) {
      if (id.type !== 'Identifier') continue;
      const offset = id.start ?? 0;
      yield [id.name, { offset, value: lookup(id.name, offset) }];
    }
    for (const name of declaration.declarations.flatMap(destructuredNames)) {
      yield [name, { offset: declaration.start ?? 0, value: unknown(declaration.start ?? 0) }];
    }
  }
  for (const specifier of specifiers) {
    const offset = specifier.start ?? 0;
    if (specifier.type !== 'ExportSpecifier') continue;
    const { exported, local } = specifier;
    const value = source == null ? lookup(local.name, offset) : unknown(offset);
    yield [exported.type === 'Identifier' ? exported.name : exported.value, { offset, value }];
  }
}

function destructuredNames({ id }: VariableDeclarator): string[] {
  if (id.type !== 'ObjectPattern') return [];
  return id.properties.flatMap((property) =>
    property.type === 'ObjectProperty' && property.value.type === 'Identifier' ? [property.value.name] : [],
  );
}

function isExpression(node: Node): node is Expression {
  return !/Declaration$|^TSDeclareFunction$/.test(node.type);
}

/** `module.exports = …` */
function assignedExports(expression: Expression): Expression | undefined {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined;
  return isModuleExports(expression.left) ? expression.right : undefined;
}

function isModuleExports(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'exports'
  );
}

function bindingsOf(program: Program): Map<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue;
    for (const specifier of statement.specifiers) {
      const source = statement.source.value;
      if (specifier.type === 'ImportSpecifier') {
        const { imported } = specifier;
        const name = imported.type === 'Identifier' ? imported.name : imported.value;
        if (specifier.importKind !== 'type') bindings.set(specifier.local.name, { source, imported: name });
      } else {
        const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
        bindings.set(specifier.local.name, { source, imported });
      }
    }
  }
  return bindings;
}

/** Constants at the top of the module. */
function constantsOf(program: Program): Map<string, Expression> {
  const constants = new Map<string, Expression>();
  for (const statement of program.body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement;
    if (declaration.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && init != null) constants.set(id.name, init);
    }
  }
  return constants;
}

function lookupIn(constants: ReadonlyMap<string, Expression>, changed: ReadonlySet<string>): Lookup {
  // Remembered, since constants may use each other many times over.
  const values = new Map<string, Value>();
  const lookup: Lookup = (name, offset) => {
    const known = values.get(name);
    if (known !== undefined) return known;
    const initial = constants.get(name);
    if (initial === undefined) return unknown(offset);
    // What a constant is while it is being read: not known, if it needs itself.
    values.set(name, unknown(offset));
    const read = readValue(initial, lookup);
    const value = changed.has(name) && read.kind !== 'primitive' ? unknown(read.offset) : read;
    values.set(name, value);
    return value;
  };
  return lookup;
}

/** Names whose object may be changed after its declaration: used in any way but the ones that only read. */
function changedNames(visits: readonly Visit[]): Set<string> {
  const changed = new Set<string>();
  for (const visit of visits) {
    const { node } = visit;
    if (node.type === 'Identifier' && !isOnlyRead(visit)) changed.add(node.name);
  }
  return changed;
}

function isOnlyRead(identifier: Visit): boolean {
  const { node, parent } = withoutTypes(identifier);
  const user = parent?.node;
  switch (user?.type) {
    case 'ExportSpecifier':
    case 'ExportDefaultDeclaration':
    case 'SpreadElement':
    case 'JSXSpreadAttribute':
    case 'TSTypeQuery':
      return true;
    case 'ObjectProperty':
    case 'ObjectMethod':
      return (
        user.key === node ||
        (parent?.parent?.node.type === 'ObjectExpression' && user.type === 'ObjectProperty')
      );
    case 'VariableDeclarator':
      return user.id === node;
    case 'AssignmentExpression':
      return user.right === node && isModuleExports(user.left);
    case 'CallExpression':
      // A wrapper of the configuration, as in `withMDX(nextConfig)`: its result is what is exported.
      return user.callee !== node && /^(?:ExportDefault|Assignment)/.test(parent?.parent?.node.type ?? '');
    case 'MemberExpression':
      return (user.property === node && !user.computed) || (parent !== undefined && isMemberOnlyRead(parent));
    default:
      return false;
  }
}

/** `x as const satisfies T` is `x`. */
function withoutTypes(visit: Visit): Visit {
  let outer = visit;
  while (
    outer.parent !== undefined &&
    /^TS(?:As|Satisfies|NonNull)Expression$/.test(outer.parent.node.type)
  ) {
    outer = outer.parent;
  }
  return outer;
}

/** Whether `a.b.c` is neither set, removed, called nor handed over. */
function isMemberOnlyRead(member: Visit): boolean {
  let { node, parent } = withoutTypes(member);
  while (parent?.node.type === 'MemberExpression' && parent.node.object === node) {
    ({ node, parent } = withoutTypes(parent));
  }
  const user = parent?.node;
  switch (user?.type) {
    case 'AssignmentExpression':
      return user.left !== node;
    case 'UnaryExpression':
      return user.operator !== 'delete';
    case 'UpdateExpression':
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ArrayPattern':
    case 'VariableDeclarator':
      return false;
    default:
      return true;
  }
}
