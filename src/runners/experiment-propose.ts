import { z } from 'zod';
import {
  COMMON_FAILURE,
  COMMON_SUCCESS,
  KEYED_BY_PAYLOAD,
  SCHEMA_FAILURE,
  UNAVAILABLE_FAILURE,
  defineRunner,
} from './runner.js';

export const experimentPropose = defineRunner({
  name: 'experiment_propose',
  purpose: 'Propose experiments from funnel metrics.',
  askedForBy: ['funnel_analysis', 'funnel_metrics', 'experiment_proposals'],
  isAction: false,
  payload: z.strictObject({
    funnel_metrics_id: z.string().min(1).describe('Id of the funnel metrics, derived from their content.'),
    funnel_name: z.string().min(1).describe('Name of the funnel.'),
    max_proposals: z.int().positive().describe('Proposals at most.'),
    drop_off_threshold: z
      .number()
      .min(0)
      .max(1)
      .describe('Share of users lost before a step, from which on it is worth a proposal.'),
  }),
  outputs: ['job request', 'report findings', 'report recommendations'],
  failureModes: [
    {
      mode: 'missing funnel metrics',
      remedy: 'add funnel_analysis or funnel_metrics to the inputs and run the analysis again',
    },
    SCHEMA_FAILURE,
    UNAVAILABLE_FAILURE,
  ],
  idempotency: KEYED_BY_PAYLOAD,
  retry: {
    retryable: true,
    retry_after_seconds: 30,
    max_retries: 3,
    strategy: 'exponential_backoff',
    reason: 'Proposals are computed from stored metrics; a repeated job yields the same ones.',
  },
  metrics: {
    success: [
      ...COMMON_SUCCESS,
      {
        metric: 'experiment_proposals_count',
        description: 'Experiment proposals in the report.',
        source: 'report',
      },
    ],
    failure: [
      ...COMMON_FAILURE,
      {
        metric: 'funnel_metrics_missing',
        description: 'Runs that were asked for proposals without a funnel to base them on.',
        source: 'runner',
      },
    ],
  },
  maxCostUsd: 0.2,
  costControls: ['max_proposals bounds the work of one job', 'no language model is called'],
  onApproval: 'work the proposals out from the funnel metrics for review; it starts no experiment',
  examplePayload: {
    funnel_metrics_id: 'funnel-9f86d081884c7d65',
    funnel_name: 'signup',
    max_proposals: 5,
    drop_off_threshold: 0.2,
  },
});
