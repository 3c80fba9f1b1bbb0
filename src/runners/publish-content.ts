import { z } from 'zod';
import { CONTENT_TYPES, DESTINATION_PATTERN } from './payload-values.js';
import {
  COMMON_FAILURE,
  COMMON_SUCCESS,
  KEYED_BY_PAYLOAD,
  POLICY_TOKEN_FAILURE,
  POLICY_TOKEN_METRIC,
  defineRunner,
} from './runner.js';

export const publishContent = defineRunner({
  name: 'publish_content',
  purpose: 'Publish drafted content.',
  askedForBy: ['publish_content'],
  isAction: true,
  payload: z.strictObject({
    draft_id: z.string().min(1).describe('Id of the draft in the report.'),
    content_type: z.enum(CONTENT_TYPES).describe('Kind of content.'),
    destination: z
      .string()
      .regex(DESTINATION_PATTERN)
      .describe('Where it goes: cms:NAME, file:PATH, email:LIST or ads:NAME.'),
    content: z
      .strictObject({
        body: z.string().min(1).describe('The text.'),
        headline: z.string().min(1).describe('Headline, where the type has one.').optional(),
        cta: z.string().min(1).describe('Call to action, where the type has one.').optional(),
        subject_line: z.string().min(1).describe('Subject, for e-mail.').optional(),
      })
      .describe('What is published.'),
    seo_metadata: z
      .strictObject({
        title: z.string().min(1).describe('Title tag.').optional(),
        meta_description: z.string().min(1).describe('Meta description.').optional(),
        keywords: z.array(z.string()).describe('Keywords covered.').optional(),
      })
      .describe('Search metadata, where the type has it.')
      .optional(),
  }),
  outputs: ['job request', 'report recommendations'],
  failureModes: [
    { mode: 'missing draft', remedy: 'name a draft of this report, or "top"' },
    { mode: 'invalid destination', remedy: 'use cms:NAME, file:PATH, email:LIST or ads:NAME' },
    POLICY_TOKEN_FAILURE,
  ],
  idempotency: KEYED_BY_PAYLOAD,
  retry: {
    retryable: true,
    retry_after_seconds: 60,
    max_retries: 2,
    strategy: 'exponential_backoff',
    reason: 'The idempotency key lets the destination recognize content that it already has.',
  },
  metrics: {
    success: [
      ...COMMON_SUCCESS,
      {
        metric: 'content_published',
        description: 'Drafts that JobForge published after approval.',
        source: 'external',
      },
    ],
    failure: [
      ...COMMON_FAILURE,
      {
        metric: 'draft_missing',
        description: 'Requests that name a draft which does not exist.',
        source: 'runner',
      },
      {
        metric: 'destination_invalid',
        description: 'Requests whose destination has none of the known forms.',
        source: 'runner',
      },
      POLICY_TOKEN_METRIC,
    ],
  },
  maxCostUsd: 0.5,
  costControls: ['one policy token allows one job', 'a draft that failed a check is never requested'],
  onApproval: 'publish the draft to its destination, where others can read it',
  examplePayload: {
    draft_id: 'draft-9f86d081884c7d65',
    content_type: 'meta_description',
    destination: 'cms:website',
    content: { body: 'Search every log line of your team in one place. Start today.' },
    seo_metadata: { meta_description: 'Search every log line of your team in one place. Start today.' },
  },
});
