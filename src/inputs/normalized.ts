import { GrowthError } from '../errors.js';

/** Deeper nesting is no document that anybody wrote, and would exhaust the stack. */
export const MAX_DEPTH = 100;

/**
 * A parsed value as documents can hold it: strings with lone surrogates (`"\ud800"`) have no UTF-8
 * form and are replaced, as in a file; negative zero is zero.
 *
 * @throws GrowthError `inputs_malformed` beyond 100 levels of nesting
 */
export function normalized(value: unknown, name: string, depth = 0): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) {
    throw new GrowthError('inputs_malformed', `${name}: nested deeper than ${MAX_DEPTH} levels`);
  }
  if (Array.isArray(value)) return value.map((item) => normalized(item, name, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key.toWellFormed(), normalized(child, name, depth + 1)]),
  );
}
