import type { Node } from '@babel/types';

/** A node with the way that leads to it. */
export interface Visit {
  readonly node: Node;
  readonly parent: Visit | undefined;
}

/** Every node, each after the one it belongs to. Iterative, since hostile sources nest deeply. */
export function visitsOf(root: Node): Visit[] {
  const visits: Visit[] = [{ node: root, parent: undefined }];
  // The list goes on over what is added while it is read.
  for (const visit of visits) {
    const values: readonly unknown[] = Object.values(visit.node);
    for (const value of values) {
      if (isNode(value)) visits.push({ node: value, parent: visit });
      if (!Array.isArray(value)) continue;
      const list: readonly unknown[] = value;
      for (const item of list) if (isNode(item)) visits.push({ node: item, parent: visit });
    }
  }
  return visits;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
