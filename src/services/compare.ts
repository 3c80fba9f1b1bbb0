import { childPointer } from '../contracts/index.js';

export interface Difference {
  /** Stable id of the rule that is broken. */
  readonly rule:
    | 'value-differs'
    | 'field-missing'
    | 'field-added'
    | 'form-differs'
    | 'negative-not-rejected'
    | 'negative-missing';
  readonly file: string;
  /** JSON pointer into the file; for text files `line N`; '' for the file as a whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Compares a committed file with what is made now, byte for byte.
 *
 * @param expected the committed text
 * @param actual the text made now
 * @returns a difference per leaf (JSON) or line; empty exactly when the texts are equal
 */
export function compareTexts(file: string, expected: string, actual: string): Difference[] {
  if (expected === actual) return [];
  const found = file.endsWith('.json')
    ? compareJson(file, expected, actual)
    : compareLines(file, expected, actual);
  if (found.length > 0) return found;
  return [
    {
      rule: 'form-differs',
      file,
      pointer: '',
      expected: 'the canonical form of this content',
      actual: 'other bytes',
    },
  ];
}

function compareJson(file: string, expected: string, actual: string): Difference[] {
  let before: unknown;
  try {
    before = JSON.parse(expected);
  } catch {
    return [{ rule: 'form-differs', file, pointer: '', expected: 'JSON', actual: 'text that is no JSON' }];
  }
  return [...compareValues(file, '', before, JSON.parse(actual))];
}

function* compareValues(
  file: string,
  pointer: string,
  before: unknown,
  after: unknown,
): Iterable<Difference> {
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const [left, right] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const at = childPointer(pointer, key);
      if (!right.has(key)) {
        yield { rule: 'field-missing', file, pointer: at, expected: shown(left.get(key)), actual: 'absent' };
      } else if (!left.has(key)) {
        yield { rule: 'field-added', file, pointer: at, expected: 'absent', actual: shown(right.get(key)) };
      } else yield* compareValues(file, at, left.get(key), right.get(key));
    }
  } else if (isContainer(before) || isContainer(after) || !Object.is(before, after)) {
    yield { rule: 'value-differs', file, pointer, expected: shown(before), actual: shown(after) };
  }
}

function compareLines(file: string, expected: string, actual: string): Difference[] {
  const [before, after] = [expected.split('\n'), actual.split('\n')];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index)
    .filter((index) => before[index] !== after[index])
    .map((index) => ({
      rule: 'value-differs',
      file,
      pointer: `line ${index + 1}`,
      expected: shown(before[index]),
      actual: shown(after[index]),
    }));
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

const MAX_SHOWN = 120;

/** A value as JSON, a long one cut in the middle. */
function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = [...JSON.stringify(value)];
  if (text.length <= MAX_SHOWN) return text.join('');
  const half = MAX_SHOWN / 2;
  return `${text.slice(0, half).join('')} … ${text.slice(-half).join('')}`;
}
