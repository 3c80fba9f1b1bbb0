import { z } from 'zod';
import {
  COMMON_FAILURE,
  COMMON_SUCCESS,
  KEYED_BY_PAYLOAD,
  POLICY_TOKEN_FAILURE,
  POLICY_TOKEN_METRIC,
  SCHEMA_FAILURE,
  defineRunner,
} from './runner.js';

export const experimentRun = defineRunner({
  name: 'experiment_run',
  purpose: 'Run a proposed experiment.',
  askedForBy: ['experiment_run'],
  isAction: true,
  payload: z.strictObject({
    proposal_id: z.string().min(1).describe('Id of the proposal in the report.'),
    experiment_title: z.string().min(1).describe('Title of the experiment.'),
    hypothesis: z.string().min(1).describe('What is expected to happen, and by how much.'),
    target_step: z.string().min(1).describe('Funnel step whose conversion is to rise.'),
    variants: z
      .array(
        z.strictObject({
          name: z.string().min(1).describe('Name of the variant.'),
          description: z.string().min(1).describe('What users of the variant see.'),
          changes: z.array(z.string()).describe('What differs from the control; empty for the control.'),
        }),
      )
      .min(2)
      .describe('The control first, then the treatments.'),
    duration_days: z.int().positive().describe('Days of enrolment, in whole weeks.'),
    traffic_allocation: z
      .number()
      .gt(0)
      .max(1)
      .describe('Share of the eligible users who take part, 0 to 1.'),
    success_metric: z.string().min(1).describe('The one primary metric.'),
    minimum_detectable_effect: z
      .number()
      .positive()
      .describe('Smallest relative effect that the test can detect, in percent.'),
  }),
  outputs: ['job request', 'report recommendations'],
  failureModes: [
    { mode: 'missing proposal', remedy: 'name a proposal of this report, or "top"' },
    POLICY_TOKEN_FAILURE,
    SCHEMA_FAILURE,
  ],
  idempotency: KEYED_BY_PAYLOAD,
  retry: {
    retryable: true,
    retry_after_seconds: 300,
    max_retries: 1,
    strategy: 'exponential_backoff',
    reason: 'Only a job that failed before it enrolled a user may be tried again; look before you retry.',
  },
  metrics: {
    success: [
      ...COMMON_SUCCESS,
      {
        metric: 'experiment_started',
        description: 'Experiments that JobForge started after approval.',
        source: 'external',
      },
    ],
    failure: [
      ...COMMON_FAILURE,
      {
        metric: 'proposal_missing',
        description: 'Requests that name a proposal which does not exist.',
        source: 'runner',
      },
      POLICY_TOKEN_METRIC,
    ],
  },
  maxCostUsd: 5,
  costControls: [
    'one policy token allows one job',
    'duration_days is fixed before the start',
    'traffic_allocation bounds the users who take part',
  ],
  onApproval: 'start the experiment on live users for the days stated',
  examplePayload: {
    proposal_id: 'proposal-9f86d081884c7d65',
    experiment_title: 'Lift signup_started → signup_completed',
    hypothesis: 'If the step asks for less, more of its users complete it.',
    target_step: 'signup_completed',
    variants: [
      { name: 'control', description: 'The step as it is.', changes: [] },
      {
        name: 'treatment',
        description: 'The step with the change.',
        changes: ['Ask for the e-mail address only'],
      },
    ],
    duration_days: 28,
    traffic_allocation: 1,
    success_metric: 'conversion from signup_started to signup_completed',
    minimum_detectable_effect: 10,
  },
});
