/** What leaves the house: the pinned contract, its canonical form and its validation. */
export * from './compat.js';
export {
  CanonicalizationError,
  assertCanonicalizable,
  canonicalFileText,
  canonicalHash,
  canonicalJson,
  childPointer,
  contentId,
  idempotencyKey,
  sha256Hex,
} from './canonical.js';
export {
  VIOLATION_CODES,
  isMissing,
  validateBundle,
  validateMaturityReport,
  validateReport,
  type BundleRules,
  type Expectation,
  type JobTypeRule,
  type Violation,
  type ViolationCode,
} from './validation.js';
