import { setImmediate } from 'node:timers/promises';
import { type ContentDraft, draftContent } from '../content/draft.js';
import { judgeElsewhere, publishedElsewhere } from '../content/elsewhere/judge-elsewhere.js';
import { contentFindings, elsewhereFindings } from '../content/findings/content-findings.js';
import { readHandedIn } from '../content/elsewhere/handed-in.js';
import { plainText } from '../content/markup/plain-text.js';
import { loadProfile } from '../content/profiles/load-profile.js';
import { draftRequest, publishDraft, publishIfPassed } from '../content/requests.js';
import { canonicalJson } from '../contracts/index.js';
import { normalizeRelative } from '../inputs/containment.js';
import type { AnalyzeInputs, ContentDraftInputs, PublishContentInputs } from '../inputs/schema.js';
import { redact, sumRedactions } from '../safety/redaction.js';
import type { OnProgress, SectionResult } from './section.js';

export interface ContentSectionResult extends SectionResult {
  readonly content: readonly ContentDraft[];
}

/** Where profiles and content are read. */
interface Place {
  /** Root of the inputs: absolute, links resolved. */
  readonly root: string;
  /** Folder of the profiles, relative to it. */
  readonly folder: string;
}

/** Drafts the content asked for from its profiles, judges content that is handed in, and asks for the jobs. */
export async function analyzeContent(
  inputs: AnalyzeInputs,
  root: string,
  onProgress: OnProgress,
): Promise<ContentSectionResult> {
  const place = { root, folder: normalizeRelative(inputs.profiles_path, '/profiles_path') };
  const drafted = await draftAll(inputs.content_draft, place, onProgress);
  const content = drafted.flatMap((result) => result.content);
  const published =
    inputs.publish_content === undefined ? [] : [await publish(inputs.publish_content, content, place)];
  const results = [...drafted, ...published];
  return {
    content: results.flatMap((result) => result.content),
    findings: results.flatMap(({ findings }) => findings),
    requests: results.flatMap(({ requests }) => requests),
    notes: results.flatMap(({ notes }) => notes),
    redactions: sumRedactions(results.map(({ redactions }) => redactions)),
  };
}

async function draftAll(
  wishes: AnalyzeInputs['content_draft'],
  place: Place,
  onProgress: OnProgress,
): Promise<ContentSectionResult[]> {
  const asked = wishes === undefined ? [] : [wishes].flat();
  const results: ContentSectionResult[] = [];
  const seen = new Set<string>();
  for (const [index, asIs] of asked.entries()) {
    const pointer = Array.isArray(wishes) ? `/content_draft/${index}/profile` : '/content_draft/profile';
    const loaded = await loadProfile(asIs.profile, pointer, place);
    // Ids are hashes of the texts, so these are redacted first.
    const { value, counts } = await redact({ section: plainWish(asIs), profile: loaded });
    const { section, profile } = value;
    // Asked for twice, drafted once: the requests would be the same, too.
    const identity = canonicalJson(section);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const drafted = draftContent(section, profile);
    results.push({
      content: drafted.drafts,
      findings: contentFindings(section, profile, drafted),
      requests: [draftRequest(section, profile, drafted.drafts)],
      notes: [`content_draft: ${section.content_type} from ${profile.chain.join(' → ')}`],
      redactions: counts,
    });
    onProgress({ stage: 'drafts', done: index + 1, total: asked.length });
    // Signals and progress get their turn.
    await setImmediate();
  }
  return results;
}

/** A wish as drafts say it: without markup, which would part what redaction looks for. */
function plainWish(wish: ContentDraftInputs): ContentDraftInputs {
  const plain = (texts: readonly string[]) => texts.map((text) => plainText(text) || text);
  return {
    ...wish,
    goal: plainText(wish.goal) || wish.goal,
    keywords: plain(wish.keywords),
    features: plain(wish.features),
    ...(wish.audience !== undefined && { audience: plainText(wish.audience) || wish.audience }),
  };
}

async function publish(
  { draft = 'top', destination, content_path: path, content_type: type, profile: name }: PublishContentInputs,
  drafts: readonly ContentDraft[],
  place: Place,
): Promise<ContentSectionResult> {
  const asked = (isRequested: boolean, of: string) =>
    `publish_content: ${of}${isRequested ? 'asked for' : 'refused, see the findings'}`;
  if (path === undefined || type === undefined || name === undefined) {
    const { request, refusal } = publishDraft(draft, destination, drafts);
    return {
      content: [],
      findings: refusal === undefined ? [] : [refusal],
      requests: request === undefined ? [] : [request],
      notes: [asked(request !== undefined, '')],
    };
  }
  const loaded = await loadProfile(name, '/publish_content/profile', place);
  const handedIn = await readHandedIn(path, '/publish_content/content_path', place.root);
  const { value, counts } = await redact({ content: handedIn, profile: loaded });
  const judged = judgeElsewhere(value.content, type, value.profile);
  const { request, refusal } = publishIfPassed(judged, destination, publishedElsewhere(value.content, type));
  return {
    content: [judged],
    findings: [...(refusal === undefined ? [] : [refusal]), ...elsewhereFindings(value.profile, judged)],
    requests: request === undefined ? [] : [request],
    notes: [asked(request !== undefined, `${judged.content_type} of ${value.content.relative} `)],
    redactions: counts,
  };
}
