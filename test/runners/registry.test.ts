import { expect } from 'chai';
import { z } from 'zod';
import { runnersHelp } from '../../src/cli/help.js';
import { runnerText, runnersTable } from '../../src/cli/runner-text.js';
import { validateBundle, validateMaturityReport } from '../../src/contracts/index.js';
import { buildBundle } from '../../src/jobforge/bundle.js';
import { buildMaturityReport } from '../../src/jobforge/maturity.js';
import { buildReport } from '../../src/jobforge/report.js';
import { runnersMarkdown } from '../../src/output/runners-markdown.js';
import { findRunner, jobTypeRules, registry } from '../../src/runners/registry.js';
import {
  COMMON_FAILURE,
  COMMON_SUCCESS,
  KEYED_BY_PAYLOAD,
  POLICY_TOKEN_FAILURE,
  defineRunner,
  jobTypeOf,
} from '../../src/runners/runner.js';
import { redact } from '../../src/safety/redaction.js';
import { describeRunner } from '../../src/services/describe-runners.js';
import { findSchema, listSchemas } from '../../src/services/schemas.js';

const RUN = { tenant_id: 't', project_id: 'p', trace_id: 'x', created_at: '2024-01-01T00:00:00.000Z' };

describe('registry', () => {
  it('holds the five runners, the last two of them actions', () => {
    expect(registry.map((runner) => [jobTypeOf(runner), runner.isAction, runner.maxCostUsd])).to.deep.equal([
      ['autopilot.growth.seo_scan', false, 0.5],
      ['autopilot.growth.experiment_propose', false, 0.2],
      ['autopilot.growth.content_draft', false, 1],
      ['autopilot.growth.experiment_run', true, 5],
      ['autopilot.growth.publish_content', true, 0.5],
    ]);
  });

  for (const runner of registry) {
    describe(runner.name, () => {
      it('gives an example payload that its own schema accepts', () => {
        expect(runner.payload.safeParse(runner.examplePayload).success).to.equal(true);
      });

      it('describes every field of its payload', () => {
        const schema = z.toJSONSchema(runner.payload);
        const undescribed = Object.entries(schema.properties ?? {}).filter(
          ([, property]) => typeof property === 'boolean' || property.description === undefined,
        );
        expect(undescribed).to.deep.equal([]);
      });

      it('bounds its retries and backs off exponentially', () => {
        expect(runner.retry.strategy).to.equal('exponential_backoff');
        expect(runner.retry.max_retries).to.be.within(0, 5);
      });

      it('says what to do about each failure, and how success and failure are measured', () => {
        expect(runner.failureModes.length).to.be.greaterThan(2);
        expect(runner.failureModes.every(({ remedy }) => remedy.length > 10)).to.equal(true);
        expect(runner.metrics.success.map(({ metric }) => metric)).to.include('job_request_enqueued');
        expect(runner.metrics.failure.map(({ metric }) => metric)).to.include.members([
          'bundle_validation_failed',
          'job_type_unavailable',
          ...(runner.isAction ? ['policy_token_missing'] : []),
        ]);
      });
    });
  }

  it('finds a runner by short name, runner id and job type', () => {
    for (const name of ['seo_scan', 'growth.seo_scan', 'autopilot.growth.seo_scan']) {
      expect(findRunner(name, registry)?.name).to.equal('seo_scan');
    }
    expect(findRunner('other.seo_scan', registry)).to.equal(undefined);
  });
});

describe('a sixth runner', () => {
  const emailWarmup = defineRunner({
    name: 'email_warmup',
    purpose: 'Warm up a sending domain.',
    askedForBy: ['email_warmup'],
    isAction: true,
    payload: z.strictObject({ domain: z.string().min(1).describe('Domain to warm up.') }),
    outputs: ['job request'],
    failureModes: [
      { mode: 'domain not verified', remedy: 'verify the domain at the provider' },
      POLICY_TOKEN_FAILURE,
    ],
    idempotency: KEYED_BY_PAYLOAD,
    retry: {
      retryable: true,
      max_retries: 1,
      strategy: 'exponential_backoff',
      reason: 'Sending twice is harmless.',
    },
    metrics: { success: COMMON_SUCCESS, failure: COMMON_FAILURE },
    maxCostUsd: 7.25,
    requestCapUsd: () => 3.5,
    costControls: ['one domain a job'],
    onApproval: 'send a few messages a day from the domain',
    examplePayload: { domain: 'mail.example' },
  });
  const six = [...registry, emailWarmup];
  const jobType = 'autopilot.growth.email_warmup';

  it('appears in the maturity report, which still keeps the contract', () => {
    const report = buildMaturityReport(six, RUN);
    expect(validateMaturityReport(report)).to.deep.equal([]);
    const entry = report.runners.at(-1)!;
    expect(entry.runner_id).to.equal('growth.email_warmup');
    expect(entry.inputs[0]).to.equal('domain (string): Domain to warm up.');
    expect(entry.failure_modes[0]).to.equal('domain not verified: verify the domain at the provider');
    expect(entry.finops).to.deep.equal({ max_cost_usd: 7.25, cost_controls: ['one domain a job'] });
  });

  it('appears in the table, the text, the help and the documentation page', async () => {
    expect(runnersTable(six)).to.match(
      /autopilot\.growth\.email_warmup +yes +7\.25 +1 +Warm up a sending domain\./,
    );
    expect(runnerText(describeRunner('email_warmup', six))).to.include('"domain": "mail.example"');
    expect(await runnersHelp(six)).to.include(jobType);
    expect(runnersMarkdown(six)).to.include('## email_warmup').and.to.include('send a few messages a day');
  });

  it('appears among the schemas', () => {
    expect(listSchemas(six).map(({ name }) => name)).to.include(jobType);
    expect(findSchema(jobType, six).schema).to.have.nested.property(
      'properties.domain.description',
      'Domain to warm up.',
    );
  });

  it('gives requests its cap, its policy token and its approval rule, and is known to the validator', async () => {
    const drafts = {
      requests: [
        { jobType, payload: { domain: 'mail.example' }, priority: 'low' as const, evidence: 'One domain.' },
      ],
    };
    const { value, counts } = await redact({
      ...drafts,
      content: {
        findings: [],
        summary: {
          seo_findings: 0,
          funnel_biggest_drop_off_step: null,
          experiment_proposals: 0,
          content_drafts: 0,
        },
        eventCount: 0,
        runManifestCount: 0,
        notes: [],
      },
    });
    const bundle = buildBundle(value.requests, RUN, { runners: six });
    const [entry] = bundle.requests;
    expect(entry?.requires_policy_token).to.equal(true);
    expect(entry?.request.constraints).to.deep.equal({
      auto_execute: false,
      require_approval: true,
      max_cost_usd: 3.5,
    });
    expect(validateBundle(bundle, { jobTypes: jobTypeRules(six) })).to.deep.equal([]);
    expect(
      validateBundle(bundle, { jobTypes: jobTypeRules(registry) }).map(({ code }) => code),
    ).to.deep.equal(['unknown_job_type']);
    const { document } = buildReport(value.content, counts, bundle, RUN, six);
    expect(document.recommendations[0]).to.include({ job_type: jobType, requires_policy_token: true });
    expect(document.recommendations[0]?.description)
      .to.include('send a few messages a day')
      .and.to.include('3.50 US dollars');
  });
});
