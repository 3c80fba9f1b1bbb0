import { type Evidence, contentId } from '../contracts/index.js';
import type { ActionableFinding } from '../findings.js';
import type { FunnelMetrics } from '../inputs/schema.js';

/**
 * Counts that cannot be true in a funnel computed elsewhere: users that grow from step to step, more
 * conversions than entrances. Each is a finding that names both numbers.
 */
export function impossibleCounts(metrics: FunnelMetrics): ActionableFinding[] {
  const evidence: Evidence[] = metrics.steps.slice(1).flatMap((step, index) => {
    const before = metrics.steps[index];
    if (before === undefined || step.unique_users <= before.unique_users) return [];
    return [
      {
        type: 'json_path' as const,
        path: `/steps/${index + 1}/unique_users`,
        description: `${step.step_name} has more users than ${before.step_name} before it (${before.unique_users}).`,
        value: step.unique_users,
      },
    ];
  });
  if (metrics.total_conversions > metrics.total_entrances) {
    evidence.push({
      type: 'json_path',
      path: '/total_conversions',
      description: `More conversions than entrances (${metrics.total_entrances}).`,
      value: metrics.total_conversions,
    });
  }
  if (evidence.length === 0) return [];
  return [
    {
      action: `Check how ${metrics.source_file} was counted.`,
      finding: {
        id: contentId('finding', { funnel_metrics: metrics.id, kind: 'impossible-counts' }),
        title: `The funnel metrics ${metrics.funnel_name} hold counts that cannot be true`,
        description: `A step of a funnel cannot have more users than the step before it. Found ${evidence.length} ${evidence.length === 1 ? 'such count' : 'such counts'}; steps that gain users get no proposal. Check how ${metrics.source_file} was counted.`,
        severity: 'warning',
        evidence: evidence.slice(0, 10),
      },
    },
  ];
}
