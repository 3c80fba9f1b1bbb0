import type { Node } from '@babel/types';
import type { ModuleScope } from './module-scope.js';
import { type Visit, visitsOf } from './syntax-tree.js';
import { readValue, type Value } from './values.js';

/** A call of the router with the address that it is given. */
export interface Navigation {
  readonly offset: number;
  readonly method: 'push' | 'replace';
  readonly address: Value;
}

/** Calls of `push` and `replace` on what `useRouter()` gave, and on the default export of `next/router`. */
export function navigationsOf(visits: readonly Visit[], scope: ModuleScope): Navigation[] {
  const names = routerNames(visits, scope);
  const navigations: Navigation[] = [];
  for (const { node } of visits) {
    if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') continue;
    const method = routerMethod(node.callee, names, scope);
    const [address] = node.arguments;
    if (method === undefined || address === undefined) continue;
    navigations.push({ offset: node.start ?? 0, method, address: readValue(address, scope.lookup) });
  }
  return navigations;
}

interface RouterNames {
  readonly routers: ReadonlySet<string>;
  readonly methods: ReadonlyMap<string, 'push' | 'replace'>;
}

/** Names that always stand for the router in this module; one that also stands for something else is left out. */
function routerNames(visits: readonly Visit[], scope: ModuleScope): RouterNames {
  const routers = new Set<string>();
  const methods = new Map<string, 'push' | 'replace'>();
  const others = new Set<string>();
  for (const { node } of visits) {
    if (node.type === 'VariableDeclarator') {
      const isRouter = node.init != null && isUseRouter(node.init, scope);
      if (!isRouter) for (const name of namesIn(node.id)) others.add(name);
      else if (node.id.type === 'Identifier') routers.add(node.id.name);
      else for (const [name, method] of destructuredMethods(node.id)) methods.set(name, method);
    } else if ('params' in node && Array.isArray(node.params)) {
      for (const parameter of node.params) for (const name of namesIn(parameter)) others.add(name);
    }
  }
  for (const [name, { source, imported }] of scope.bindings) {
    if (source === 'next/router' && imported === 'default') routers.add(name);
  }
  for (const name of others) {
    routers.delete(name);
    methods.delete(name);
  }
  return { routers, methods };
}

function isUseRouter(node: Node, { bindings }: ModuleScope): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return false;
  const binding = bindings.get(node.callee.name);
  return binding?.imported === 'useRouter' && /^next\/(?:navigation|router)$/.test(binding.source);
}

function* destructuredMethods(pattern: Node): Generator<[string, 'push' | 'replace']> {
  if (pattern.type !== 'ObjectPattern') return;
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty' || property.key.type !== 'Identifier') continue;
    const method = methodOf(property.key.name);
    if (method !== undefined && property.value.type === 'Identifier') yield [property.value.name, method];
  }
}

/** Every name that a declaration or parameter gives. */
function* namesIn(pattern: Node): Generator<string> {
  for (const { node } of visitsOf(pattern)) if (node.type === 'Identifier') yield node.name;
}

function routerMethod(callee: Node, names: RouterNames, scope: ModuleScope): 'push' | 'replace' | undefined {
  if (callee.type === 'Identifier') return names.methods.get(callee.name);
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return undefined;
  const { object, property } = callee;
  const isRouter = object.type === 'Identifier' ? names.routers.has(object.name) : isUseRouter(object, scope);
  return isRouter && property.type === 'Identifier' ? methodOf(property.name) : undefined;
}

function methodOf(name: string): 'push' | 'replace' | undefined {
  return name === 'push' || name === 'replace' ? name : undefined;
}
