import { type Finding, contentId } from '../../contracts/index.js';
import type { ActionableFinding } from '../../findings.js';
import { contentDraft } from '../../runners/content-draft.js';
import { jobTypeOf } from '../../runners/runner.js';

/** A finding of content_draft without evidence of its own: what it says is in the draft or the profile. */
export function finding(
  identity: Readonly<Record<string, unknown>>,
  severity: Finding['severity'],
  title: string,
  description: string,
  action?: string,
): ActionableFinding {
  const found: Finding = {
    id: contentId('finding', identity),
    title,
    description,
    severity,
    related_job_types: [jobTypeOf(contentDraft)],
  };
  return { finding: found, ...(action !== undefined && { action }) };
}
