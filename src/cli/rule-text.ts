import { ux } from '@oclif/core';
import type { RuleTexts } from '../seo/rules/page-rule.js';
import { columns } from './table.js';

export function rulesTable(rules: readonly RuleTexts[]): string {
  return columns([
    ['RULE', 'SEVERITY', 'TITLE'],
    ...rules.map(({ id, severity, title }) => [id, severity, title]),
  ]);
}

export function ruleText(rule: RuleTexts): string {
  const limits = Object.entries(rule.limits ?? {}).map(([name, value]) => `${name} ${value}`);
  return [
    ux.colorize('bold', rule.id),
    rule.title,
    '',
    ...columns([
      ['Severity', rule.severity],
      ['Limits', limits.length === 0 ? 'none' : limits.join(', ')],
      ['Source', rule.source],
    ]).split('\n'),
    '',
    rule.meaning,
    '',
    `Why: ${rule.why}`,
    '',
    `Fix: ${rule.fix}`,
  ].join('\n');
}
