import { decodeHTMLAttribute } from 'entities/decode';
import { type Evidence, type Finding, SEVERITIES, type Severity, contentId } from '../contracts/index.js';
import { jobTypeOf } from '../runners/runner.js';
import { seoScan } from '../runners/seo-scan.js';
import type { ActionableFinding } from '../findings.js';
import { decodePage } from './decode.js';
import type { Occurrence, RuleResult } from './rules/rule.js';

const MAX_EVIDENCE = 10;
const MAX_PER_GROUP = 3;
/** Longest start tag that is looked at; the report shows its beginning (`MAX_EVIDENCE_TEXT`). */
const MAX_TAG = 16_384;

export interface FindingContext {
  /** The scanned folder as documents show it. */
  readonly sourcePath: string;
  /** Reads a page again, for the lines of the few places that become evidence. */
  readonly read: (page: string) => Promise<Buffer>;
}

/** One finding per rule that applies anywhere, with its fix: the most severe first, then by pages touched. */
export async function seoFindings(
  results: readonly RuleResult[],
  context: FindingContext,
): Promise<ActionableFinding[]> {
  const found = results
    .filter(({ occurrences }) => occurrences.length > 0)
    .toSorted(
      (a, b) =>
        SEVERITIES.indexOf(worst(a.occurrences)) - SEVERITIES.indexOf(worst(b.occurrences)) ||
        pagesTouched(b.occurrences) - pagesTouched(a.occurrences),
    );
  return Promise.all(found.map((result) => finding(result, context)));
}

async function finding(
  { rule, occurrences }: RuleResult,
  context: FindingContext,
): Promise<ActionableFinding> {
  const finding: Finding = {
    id: contentId('finding', { rule: rule.id, source_path: context.sourcePath }),
    title: rule.title,
    description: `${rule.meaning} ${counted(occurrences)} ${rule.why} How to fix it: ${rule.fix} (Rule ${rule.id}; see ${rule.source})`,
    severity: worst(occurrences),
    evidence: await Promise.all(worthiest(occurrences).map((occurrence) => evidence(occurrence, context))),
    related_job_types: [jobTypeOf(seoScan)],
  };
  return { finding, action: `${counted(occurrences)} ${rule.fix}` };
}

function counted(occurrences: readonly Occurrence[]): string {
  const pages = pagesTouched(occurrences);
  const places = occurrences.length;
  const groups = new Set(occurrences.flatMap(({ group }) => group ?? [])).size;
  const causes =
    groups > 0 && groups < places ? `, ${groups} distinct ${groups === 1 ? 'value' : 'values'}` : '';
  return `Found ${places} ${places === 1 ? 'time' : 'times'} on ${pages} ${pages === 1 ? 'page' : 'pages'}${causes}.`;
}

export function pagesTouched(occurrences: readonly Occurrence[]): number {
  return new Set(occurrences.map(({ page }) => page)).size;
}

function worst(occurrences: readonly Occurrence[]): Severity {
  return (
    SEVERITIES.find((severity) => occurrences.some((occurrence) => occurrence.severity === severity)) ??
    'info'
  );
}

/** The worst first; of a group (one cause) a few samples, the largest group first; then by page. */
function worthiest(occurrences: readonly Occurrence[]): Occurrence[] {
  const sizes = new Map<string, number>();
  for (const { group } of occurrences) if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const sizeOf = ({ group }: Occurrence) => (group === undefined ? 1 : (sizes.get(group) ?? 1));
  const ordered = occurrences
    .map((occurrence, index) => ({ occurrence, index }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.occurrence.severity) - SEVERITIES.indexOf(b.occurrence.severity) ||
        sizeOf(b.occurrence) - sizeOf(a.occurrence) ||
        compareGroups(a.occurrence.group, b.occurrence.group) ||
        a.index - b.index,
    );
  const taken = new Map<string, number>();
  return ordered
    .filter(({ occurrence: { group } }) => {
      if (group === undefined) return true;
      const count = (taken.get(group) ?? 0) + 1;
      taken.set(group, count);
      return count <= MAX_PER_GROUP;
    })
    .slice(0, MAX_EVIDENCE)
    .map(({ occurrence }) => occurrence);
}

function compareGroups(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function evidence(occurrence: Occurrence, context: FindingContext): Promise<Evidence> {
  const { page, offset, message, value } = occurrence;
  const path = context.sourcePath === '.' ? page : `${context.sourcePath}/${page}`;
  if (offset === undefined) {
    return {
      type: 'html_element',
      path,
      description: message,
      ...(value !== undefined && { value }),
    };
  }
  const text = decodePage(await context.read(page));
  return {
    type: 'html_element',
    path: `${path}:${lineAndColumn(text, offset)}`,
    description: `${message}: ${snippet(text, offset)}`,
    ...(value !== undefined && { value }),
  };
}

/** Line and column from 1, columns in UTF-16 units as editors count them. */
function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split(/\r\n|\r|\n/).length;
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return `${line}:${offset - start + 1}`;
}

/**
 * The start tag, white space collapsed, entities decoded: a reader sees what a browser does, and
 * redaction sees an address that was written as `&#64;`.
 */
function snippet(text: string, offset: number): string {
  const end = text.indexOf('>', offset);
  const tag = text.slice(offset, Math.min(end === -1 ? text.length : end + 1, offset + MAX_TAG));
  return decodeHTMLAttribute(tag).replaceAll(/\s+/g, ' ');
}
