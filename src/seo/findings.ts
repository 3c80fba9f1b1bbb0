import { type Evidence, type Finding, SEVERITIES, type Severity, contentId } from '../contracts/index.js';
import type { ActionableFinding } from '../findings.js';
import { jobTypeOf } from '../runners/runner.js';
import { seoScan } from '../runners/seo-scan.js';
import { type Graded, type RuleResult, compareText, pagesTouched, worstSeverity } from './occurrences.js';
import type { SourceTexts } from './source-texts.js';

const MAX_EVIDENCE = 10;
const MAX_PER_GROUP = 3;

export interface FindingContext {
  /** The scanned folder as documents show it. */
  readonly sourcePath: string;
  /** How much of the whole the places touch, 0 to 1. */
  readonly reachOf: (occurrences: readonly Graded[]) => number;
  /** Nearly every page has it. */
  readonly isFromTemplate: (occurrences: readonly Graded[]) => boolean;
  /** For the lines of the few places that become evidence. */
  readonly texts: SourceTexts;
}

/** One finding per rule that applies anywhere, with its fix: the most severe first, then by reach. */
export function seoFindings(results: readonly RuleResult[], context: FindingContext): ActionableFinding[] {
  return results
    .flatMap((result) => {
      const severity = worstSeverity(result.occurrences);
      return severity === null ? [] : [{ result, severity, reach: context.reachOf(result.occurrences) }];
    })
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.reach - a.reach ||
        compareText(a.result.rule.id, b.result.rule.id),
    )
    .map(({ result, severity, reach }) => finding(result, severity, reach, context));
}

function finding(
  { rule, occurrences }: RuleResult,
  severity: Severity,
  reach: number,
  context: FindingContext,
): ActionableFinding {
  const found = counted(occurrences);
  const template = context.isFromTemplate(occurrences)
    ? ' It is on nearly every page, so it comes from a template: one change mends it everywhere.'
    : '';
  const finding: Finding = {
    id: contentId('finding', { rule: rule.id, source_path: context.sourcePath }),
    title: rule.title,
    description: `${rule.meaning} ${found}${template} ${rule.why} How to fix it: ${rule.fix} (Rule ${rule.id}; see ${rule.source})`,
    severity,
    evidence: worthiest(occurrences).map((place) => evidence(place, context)),
    related_job_types: [jobTypeOf(seoScan)],
  };
  return { finding, action: `${found}${template} ${rule.fix}`, reach };
}

function counted(occurrences: readonly Graded[]): string {
  const pages = pagesTouched(occurrences);
  const places = occurrences.length;
  const groups = new Set(occurrences.flatMap(({ group }) => group ?? [])).size;
  const causes =
    groups > 0 && groups < places ? `, ${groups} distinct ${groups === 1 ? 'value' : 'values'}` : '';
  return `Found ${places} ${places === 1 ? 'time' : 'times'} on ${pages} ${pages === 1 ? 'page' : 'pages'}${causes}.`;
}

/** The worst first; of a group (one cause) a few samples, the largest group first; then by page. */
function worthiest(occurrences: readonly Graded[]): (Graded & { readonly alike: number })[] {
  const groups = new Map<string, Graded[]>();
  for (const place of occurrences) {
    const key = `${SEVERITIES.indexOf(place.severity)}${place.group === undefined ? '' : `g${place.group}`}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  // Places without a cause in common are groups of one, however many there are.
  const sizeOf = ([first]: readonly Graded[], size: number) => (first?.group === undefined ? 1 : size);
  return [...groups]
    .map(([key, members]) => ({ key, members, alike: sizeOf(members, members.length) }))
    .sort(
      (a, b) =>
        compareText(a.key.charAt(0), b.key.charAt(0)) || b.alike - a.alike || compareText(a.key, b.key),
    )
    .flatMap(({ members, alike }) =>
      members.slice(0, alike > 1 ? MAX_PER_GROUP : MAX_EVIDENCE).map((place) => ({ ...place, alike })),
    )
    .slice(0, MAX_EVIDENCE);
}

function evidence(
  place: Graded & { readonly alike: number },
  { sourcePath, texts }: FindingContext,
): Evidence {
  const { page, offset, message, value, alike } = place;
  const path = sourcePath === '.' ? page : `${sourcePath}/${page}`;
  const times = alike > 1 ? ` (one of ${alike})` : '';
  const shown = value === undefined ? {} : { value };
  if (offset === undefined)
    return { type: 'html_element', path, description: `${message}${times}`, ...shown };
  const { line, column } = texts.position(page, offset);
  return {
    type: 'html_element',
    path: `${path}:${line}:${column}`,
    description: `${message}${times}: ${texts.snippet(page, offset)}`,
    ...shown,
  };
}
