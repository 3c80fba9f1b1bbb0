import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { childPointer, isMissing } from '../contracts/index.js';
import type { ErrorDetail } from '../errors.js';
import { plainWords } from './plain-words.js';

/** The candidates that a mistyped word may have meant, nearest first. */
export function nearestFirst(word: string, candidates: readonly string[]): string[] {
  const lower = word.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, cost: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** The one candidate that is near enough to suggest, if any. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const [nearest] = nearestFirst(word, candidates);
  if (nearest === undefined) return undefined;
  const near =
    distance(word.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(word.length / 3));
  return near ? nearest : undefined;
}

/**
 * Every problem of a document, by JSON pointer: unknown keys with the nearest known one, missing and
 * malformed fields. Of a union, the problems of the branch that came nearest are listed.
 */
export function schemaProblems(schema: z.ZodType, document: unknown): ErrorDetail[] {
  const parsed = schema.safeParse(document, { error: plainWords });
  if (parsed.success) return [];
  const form = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return parsed.error.issues.flatMap((issue) => issueDetails(issue, [], document, form));
}

type JsonSchema = z.core.JSONSchema.JSONSchema;

function issueDetails(
  issue: z.core.$ZodIssue,
  parent: readonly PropertyKey[],
  document: unknown,
  form: JsonSchema,
): ErrorDetail[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return nearestBranch(issue.errors).flatMap((inner) => issueDetails(inner, path, document, form));
  }
  const pointer = path.reduce<string>((at, key) => childPointer(at, String(key)), '');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(form, path);
    return issue.keys.map((key) => {
      const suggestion = didYouMean(key, known);
      const hint =
        suggestion === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${suggestion}"?`;
      return { path: childPointer(pointer, key), message: `unknown key "${key}"; ${hint}` };
    });
  }
  return [{ path: pointer, message: isMissing(document, path) ? 'is required' : issue.message }];
}

/** The branch whose problems lie deepest: the one that the author was writing. */
function nearestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    issues.reduce(
      (deepest, { path, code }) => Math.max(deepest, path.length + (code === 'unrecognized_keys' ? 1 : 0)),
      0,
    );
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
}

/** The keys that an object may have at a path, over all branches of unions on the way. */
function knownKeys(form: JsonSchema, path: readonly PropertyKey[]): string[] {
  let level = branches(form);
  for (const key of path) {
    level = level.flatMap((schema) => {
      const child = typeof key === 'number' ? schema.items : schema.properties?.[String(key)];
      return child === undefined || typeof child === 'boolean' || Array.isArray(child) ? [] : branches(child);
    });
  }
  return [...new Set(level.flatMap((schema) => Object.keys(schema.properties ?? {})))];
}

function branches(schema: JsonSchema): JsonSchema[] {
  const inner = (schema.anyOf ?? schema.oneOf ?? []).filter((branch) => typeof branch !== 'boolean');
  return inner.length === 0 ? [schema] : inner.flatMap(branches);
}
