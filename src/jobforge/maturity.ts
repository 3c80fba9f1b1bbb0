import {
  type RunnerMaturity,
  type RunnerMaturityReport,
  RunnerMaturityReportSchema,
  validateMaturityReport,
} from '../contracts/index.js';
import { payloadFields } from '../runners/payload-fields.js';
import type { RunnerRegistry } from '../runners/registry.js';
import { type Runner, jobTypeOf } from '../runners/runner.js';
import type { RunContext } from './client.js';
import { sealDocument } from './document.js';

/** The runner maturity report of a registry. */
export function buildMaturityReport(runners: RunnerRegistry, run: RunContext): RunnerMaturityReport {
  const report = sealDocument({ runners: runners.map(maturityOf) }, run);
  const violations = validateMaturityReport(report);
  if (violations.length > 0)
    throw new Error(`the maturity report breaks its contract: ${JSON.stringify(violations)}`);
  return RunnerMaturityReportSchema.parse(report);
}

/** One runner's declaration in the contract's form. */
export function maturityOf(runner: Runner): RunnerMaturity {
  const jobType = jobTypeOf(runner);
  return {
    runner_id: jobType.replace(/^autopilot\./, ''),
    job_type: jobType,
    purpose: runner.purpose,
    inputs: [
      ...payloadFields(runner).map(
        ({ name, type, required, description }) =>
          `${name} (${type}${required ? '' : ', optional'}): ${description}`,
      ),
      'tenant_id (string): Tenant whose data it is.',
      'project_id (string): Project of the tenant.',
    ],
    outputs: [...runner.outputs],
    failure_modes: runner.failureModes.map(({ mode, remedy }) => `${mode}: ${remedy}`),
    idempotency: { ...runner.idempotency },
    retry_guidance: { ...runner.retry },
    metrics: {
      success: runner.metrics.success.map((metric) => ({ ...metric })),
      failure: runner.metrics.failure.map((metric) => ({ ...metric })),
    },
    finops: { max_cost_usd: runner.maxCostUsd, cost_controls: [...runner.costControls] },
  };
}
