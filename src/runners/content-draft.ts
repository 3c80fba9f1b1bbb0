import { z } from 'zod';
import { CONTENT_TYPES } from './payload-values.js';
import { COMMON_FAILURE, COMMON_SUCCESS, KEYED_BY_PAYLOAD, defineRunner } from './runner.js';

/** What a request without a language model asks for, in US dollars. */
const WITHOUT_MODEL_USD = 0.01;
const WITH_MODEL_USD = 1;

export const contentDraft = defineRunner({
  name: 'content_draft',
  purpose: 'Draft content using a brand profile.',
  askedForBy: ['content_draft'],
  isAction: false,
  payload: z
    .strictObject({
      profile_name: z.string().min(1).describe('Name of the brand profile.'),
      content_type: z.enum(CONTENT_TYPES).describe('Kind of content.'),
      goal: z.string().min(1).describe('What the content should achieve.'),
      keywords: z.array(z.string()).describe('Keywords to cover.'),
      features: z.array(z.string()).describe('Features to mention.'),
      target_audience: z.string().min(1).describe('Whom it addresses.').optional(),
      use_llm: z.boolean().describe('Whether a language model may be used.'),
      llm_provider: z
        .string()
        .min(1)
        .describe('Provider of the language model; present exactly when use_llm is true.')
        .optional(),
      variant_count: z.int().positive().describe('Variants to draft.'),
    })
    .refine((payload) => payload.use_llm === (payload.llm_provider !== undefined), {
      path: ['llm_provider'],
      message: 'must be present exactly when use_llm is true',
    }),
  outputs: ['job request', 'report findings'],
  failureModes: [
    { mode: 'missing profile', remedy: 'name a profile that exists in the profiles folder' },
    { mode: 'invalid content type', remedy: `use one of ${CONTENT_TYPES.join(', ')}` },
    {
      mode: 'LLM provider unavailable',
      remedy: 'enable the provider in JobForge, or leave llm_provider out to draft without a language model',
    },
  ],
  idempotency: KEYED_BY_PAYLOAD,
  retry: {
    retryable: true,
    retry_after_seconds: 60,
    max_retries: 2,
    strategy: 'exponential_backoff',
    reason: 'Providers of language models fail for moments; every try with one costs money.',
  },
  metrics: {
    success: [
      ...COMMON_SUCCESS,
      { metric: 'content_drafts_count', description: 'Content drafts in the report.', source: 'report' },
    ],
    failure: [
      ...COMMON_FAILURE,
      {
        metric: 'profile_missing',
        description: 'Runs that ended because a profile, or one that it extends, does not exist.',
        source: 'runner',
      },
    ],
  },
  maxCostUsd: WITH_MODEL_USD,
  requestCapUsd: (payload) => (payload.use_llm ? WITH_MODEL_USD : WITHOUT_MODEL_USD),
  costControls: [
    'without a language model a request asks for 0.01 US dollars',
    'variant_count bounds the drafts of one job',
  ],
  onApproval: 'write the drafts for review; it publishes nothing',
  examplePayload: {
    profile_name: 'acme',
    content_type: 'meta_description',
    goal: 'Explain live tail to new visitors',
    keywords: ['log search'],
    features: ['Live tail'],
    use_llm: false,
    variant_count: 1,
  },
});
