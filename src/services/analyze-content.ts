import { type ContentDraft, draftContent } from '../content/draft.js';
import { loadProfile } from '../content/load-profile.js';
import { contentFindings, draftRequest, publishRequest } from '../content/requests.js';
import { normalizeRelative } from '../inputs/containment.js';
import type { AnalyzeInputs } from '../inputs/schema.js';
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
  for (const [index, section] of asked.entries()) {
    const pointer = Array.isArray(inputs.content_draft)
      ? `/content_draft/${index}/profile`
      : '/content_draft/profile';
    const profile = await loadProfile(section.profile, pointer, { root, folder });
    const content = draftContent(section, profile);
    results.push({
      content,
      findings: contentFindings(section, profile, content),
      requests: [draftRequest(section, profile, content)],
      notes: [`content_draft: ${section.content_type} from ${profile.chain.join(' → ')}`],
    });
    onProgress({ stage: 'drafts', done: index + 1, total: asked.length });
  }
  const content = results.flatMap((result) => result.content);
  const publish = inputs.publish_content === undefined ? {} : publishRequest(inputs.publish_content, content);
  return {
    content,
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
