import { type ContentDraft, draftContent } from '../content/draft.js';
import { loadProfile } from '../content/load-profile.js';
import { contentFindings, draftRequest, publishRequest } from '../content/requests.js';
import { canonicalJson } from '../contracts/index.js';
import { normalizeRelative } from '../inputs/containment.js';
import type { AnalyzeInputs } from '../inputs/schema.js';
import { redact, sumRedactions } from '../safety/redaction.js';
import type { OnProgress, SectionResult } from './section.js';

export interface ContentSectionResult extends SectionResult {
  readonly content: readonly ContentDraft[];
}

/** Drafts the content asked for from its profiles, and asks for the jobs. */
export async function analyzeContent(
  inputs: AnalyzeInputs,
  root: string,
  onProgress: OnProgress,
): Promise<ContentSectionResult> {
  const asked = inputs.content_draft === undefined ? [] : [inputs.content_draft].flat();
  const folder = normalizeRelative(inputs.profiles_path, '/profiles_path');
  const results: ContentSectionResult[] = [];
  const seen = new Set<string>();
  for (const [index, asIs] of asked.entries()) {
    const pointer = Array.isArray(inputs.content_draft)
      ? `/content_draft/${index}/profile`
      : '/content_draft/profile';
    const loaded = await loadProfile(asIs.profile, pointer, { root, folder });
    // Ids are hashes of the texts, so these are redacted first.
    const { value, counts } = await redact({ section: asIs, profile: loaded });
    const { section, profile } = value;
    // Asked for twice, drafted once: the requests would be the same, too.
    const identity = canonicalJson(section);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const content = draftContent(section, profile);
    results.push({
      content,
      findings: contentFindings(section, profile, content),
      requests: [draftRequest(section, profile, content)],
      notes: [`content_draft: ${section.content_type} from ${profile.chain.join(' → ')}`],
      redactions: counts,
    });
    onProgress({ stage: 'drafts', done: index + 1, total: asked.length });
  }
  const content = results.flatMap((result) => result.content);
  const publish = inputs.publish_content === undefined ? {} : publishRequest(inputs.publish_content, content);
  return {
    content,
    redactions: sumRedactions(results.map(({ redactions }) => redactions)),
    findings: [...results.flatMap(({ findings }) => findings), ...(publish.refusal ? [publish.refusal] : [])],
    requests: [...results.flatMap(({ requests }) => requests), ...(publish.request ? [publish.request] : [])],
    notes: [
      ...results.flatMap(({ notes }) => notes),
      ...(inputs.publish_content === undefined
        ? []
        : [`publish_content: ${publish.request === undefined ? 'refused, see the findings' : 'asked for'}`]),
    ],
  };
}
