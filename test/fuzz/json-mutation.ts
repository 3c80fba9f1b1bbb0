import fc from 'fast-check';
import { BROKEN_TEXTS, DATES, FORGERIES, NAMES, NUMBERS } from './hostile-values.js';

/** Values that stand in for those of a document. JSON text cannot hold all of them; texts of files are mutated elsewhere. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FORGERIES) },
  { weight: 3, arbitrary: fc.constantFrom(...BROKEN_TEXTS, ...NAMES, ...DATES) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, true, [], {}, [[]]) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const hostileText = fc.oneof(
  fc.constantFrom(...FORGERIES, ...BROKEN_TEXTS, ...NAMES),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);

interface Edit {
  readonly at: number;
  readonly kind: 'value' | 'same type' | 'key' | 'remove' | 'repeat';
  readonly value: unknown;
  readonly text: string;
  readonly number: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 1 << 20 }),
  kind: fc.constantFrom('same type', 'same type', 'same type', 'value', 'key', 'remove', 'repeat'),
  value: hostileValue,
  text: hostileText,
  number: fc.constantFrom(...NUMBERS),
});

/** A document with some of its values and keys changed; most keep their type, so that readers go on. */
export function mutatedDocuments(documents: readonly unknown[], maxEdits = 8): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: maxEdits }))
    .map(([document, edits]) => edits.reduce(edited, document));
}

/** Counts nodes in document order down to the one that is meant, and builds the document anew around it. */
function edited(document: unknown, change: Edit): unknown {
  let left = change.at % Math.max(1, nodeCount(document));
  const visit = (value: unknown): unknown => {
    if (left-- === 0) return changed(value, change);
    if (Array.isArray(value)) {
      return value.flatMap((item: unknown) => {
        const isMeant = left === 0;
        const now = visit(item);
        if (isMeant && change.kind === 'remove') return [];
        return isMeant && change.kind === 'repeat' ? Array<unknown>(20).fill(now) : [now];
      });
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, child]) => {
        const isMeant = left === 0;
        const now = visit(child);
        if (isMeant && change.kind === 'remove') return [];
        return [[isMeant && change.kind === 'key' ? change.text : key, now]];
      }),
    );
  };
  return visit(document);
}

function changed(value: unknown, { kind, value: other, text, number }: Edit): unknown {
  if (kind === 'value') return other;
  if (kind !== 'same type') return value;
  if (typeof value === 'string') return text;
  if (typeof value === 'number') return number;
  return typeof value === 'boolean' ? !value : value;
}

function nodeCount(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + nodeCount(child), 1);
}
