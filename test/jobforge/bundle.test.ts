import { expect } from 'chai';
import fc from 'fast-check';
import { buildBundle } from '../../src/jobforge/bundle.js';
import type { JobRequestDraft } from '../../src/jobforge/client.js';
import { contentDraft } from '../../src/runners/content-draft.js';
import { registry } from '../../src/runners/registry.js';
import { jobTypeOf } from '../../src/runners/runner.js';
import { seoScan } from '../../src/runners/seo-scan.js';
import { redact } from '../../src/safety/redaction.js';
import { GrowthError } from '../../src/errors.js';

const RUN = { tenant_id: 't', project_id: 'p', trace_id: 'x', created_at: '2024-01-01T00:00:00.000Z' };

function scan(maxPages: number, sourcePath = 'site'): JobRequestDraft {
  const payload = { ...seoScan.examplePayload, max_pages: maxPages, source_path: sourcePath };
  return { jobType: jobTypeOf(seoScan), payload, priority: 'normal', evidence: 'One site.' };
}

async function bundleOf(requests: readonly JobRequestDraft[], catalog?: ReadonlySet<string>) {
  const { value } = await redact({ requests });
  return buildBundle(value.requests, RUN, { runners: registry, ...(catalog && { catalog }) });
}

describe('buildBundle', () => {
  it('makes one request of two equal ones', async () => {
    const bundle = await bundleOf([scan(5), scan(5), scan(6)]);
    expect(bundle.requests).to.have.lengthOf(2);
  });

  it('gives the same bundle whatever the order of the drafts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), async (order) => {
        expect(await bundleOf(order.map((pages) => scan(pages)))).to.deep.equal(
          await bundleOf([1, 2, 3, 4, 5].map((pages) => scan(pages))),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('keeps the idempotency key when only trace, time or evidence change', async () => {
    const first = await bundleOf([scan(5)]);
    const { value } = await redact({
      requests: [{ ...scan(5), evidence: 'Other words.', priority: 'high' as const }],
    });
    const second = buildBundle(
      value.requests,
      { ...RUN, trace_id: 'y', created_at: '2025-01-01T00:00:00.000Z' },
      { runners: registry },
    );
    expect(second.requests[0]?.idempotency_key).to.equal(first.requests[0]?.idempotency_key);
    expect(second.bundle_id).to.not.equal(first.bundle_id);
  });

  it('says nothing of availability without a catalog, and marks each job type with one', async () => {
    expect((await bundleOf([scan(5)])).requests[0]).to.not.have.property('job_type_status');
    expect((await bundleOf([scan(5)], new Set())).requests[0]?.job_type_status).to.equal('unavailable');
    expect((await bundleOf([scan(5)], new Set([jobTypeOf(seoScan)]))).requests[0]?.job_type_status).to.equal(
      'available',
    );
  });

  it('asks for 0.01 US dollars for a draft without a language model, for the cap with one', async () => {
    const draft = (more: object): JobRequestDraft => ({
      jobType: jobTypeOf(contentDraft),
      payload: { ...contentDraft.examplePayload, ...more },
      priority: 'low',
      evidence: 'A profile.',
    });
    const bundle = await bundleOf([draft({}), draft({ use_llm: true, llm_provider: 'any' })]);
    expect(bundle.requests.map(({ request }) => request.constraints.max_cost_usd)).to.have.members([0.01, 1]);
  });

  it('refuses more than 100 requests, and a payload beyond 64 KiB', async () => {
    for (const drafts of [
      Array.from({ length: 101 }, (_, index) => scan(index + 1)),
      [scan(1, 'é'.repeat(33_000))],
    ]) {
      const error = await bundleOf(drafts).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(GrowthError).with.property('code', 'limit_exceeded');
    }
    expect(
      (await bundleOf(Array.from({ length: 100 }, (_, index) => scan(index + 1)))).requests,
    ).to.have.lengthOf(100);
  });

  it('redacts payloads before keys are computed, so that keys are over what leaves', async () => {
    const address = ['jane.doe', 'mail.example'].join('@');
    const bundle = await bundleOf([scan(5, `sites/${address}`)]);
    const expected = await bundleOf([scan(5, 'sites/[redacted:email]')]);
    expect(JSON.stringify(bundle)).to.not.include(address);
    expect(bundle.requests[0]?.idempotency_key).to.equal(expected.requests[0]?.idempotency_key);
  });
});
