import { z } from 'zod';
import { SOURCE_TYPES } from './payload-values.js';
import {
  COMMON_FAILURE,
  COMMON_SUCCESS,
  KEYED_BY_PAYLOAD,
  SCHEMA_FAILURE,
  UNAVAILABLE_FAILURE,
  defineRunner,
} from './runner.js';

export const seoScan = defineRunner({
  name: 'seo_scan',
  purpose: 'Scan a site export and emit an SEO scan request.',
  askedForBy: ['seo_scan'],
  isAction: false,
  payload: z.strictObject({
    source_path: z
      .string()
      .min(1)
      .describe('Folder of the exported site, relative to the root, normalized, with slashes.'),
    source_type: z.enum(SOURCE_TYPES).describe('What the folder holds.'),
    check_external_links: z.literal(false).describe('Always false: a scan never asks other servers.'),
    max_pages: z.int().positive().describe('Pages to scan at most.'),
  }),
  outputs: ['job request', 'report findings'],
  failureModes: [
    {
      mode: 'invalid source path',
      remedy: 'point source_path to the folder that the site build writes, inside the root',
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
    reason: 'A scan only reads; a repeated one costs time and changes nothing.',
  },
  metrics: {
    success: [
      ...COMMON_SUCCESS,
      { metric: 'seo_findings_count', description: 'SEO findings in the report.', source: 'report' },
    ],
    failure: [
      ...COMMON_FAILURE,
      {
        metric: 'source_path_invalid',
        description: 'Runs that ended because the folder to scan is missing, empty or outside the root.',
        source: 'runner',
      },
    ],
  },
  maxCostUsd: 0.5,
  costControls: ['max_pages bounds the work of one job', 'external links are never requested'],
  onApproval: 'scan the same folder again and keep the result as an audit; it reads and changes nothing',
  examplePayload: {
    source_path: 'site',
    source_type: 'html_export',
    check_external_links: false,
    max_pages: 100_000,
  },
});
