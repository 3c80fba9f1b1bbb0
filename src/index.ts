/** The public API: the pinned contract, the registry, and the analysis as a function. */
export * from './contracts/index.js';
export { GrowthError, type ErrorCode, type ErrorDetail } from './errors.js';
export { AnalyzeInputsSchema, type AnalyzeInputs } from './inputs/schema.js';
export { jobTypeRules, registry as runners, type RunnerRegistry } from './runners/registry.js';
export { defineRunner, jobTypeOf, type Runner } from './runners/runner.js';
export { STABLE_CREATED_AT, analyze, type Analysis, type AnalyzeOptions } from './services/analyze.js';
