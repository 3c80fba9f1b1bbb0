import { type Finding, type Severity, contentId } from '../contracts/index.js';
import type { ActionableFinding } from '../findings.js';
import type { SeoAuditInputs } from '../inputs/schema.js';

/** The findings of an audit made elsewhere, grouped like our own: one per severity and title. */
export function auditFindings(audit: SeoAuditInputs): ActionableFinding[] {
  const groups = new Map<string, SeoAuditInputs['findings']>();
  for (const found of audit.findings) {
    const key = `${found.severity}\n${found.title}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [found]);
    else group.push(found);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first === undefined
      ? []
      : [{ finding: groupFinding(audit, first.title, first.severity, members) }];
  });
}

function groupFinding(
  audit: SeoAuditInputs,
  title: string,
  severity: Severity,
  members: SeoAuditInputs['findings'],
): Finding {
  const description = members.find((member) => (member.description ?? '') !== '')?.description;
  const times = `${members.length} ${members.length === 1 ? 'time' : 'times'}`;
  return {
    id: contentId('finding', { audit: audit.id, severity, title }),
    title,
    description: `${description === undefined ? '' : `${description} `}Reported ${times} by the audit ${audit.id} of ${audit.source_path}; growth has not checked it.`,
    severity,
    evidence: members
      .flatMap(({ page }) => page ?? [])
      .slice(0, 10)
      .map((page) => ({ type: 'url', path: page, description: 'Page named by the audit.' })),
  };
}
