import { SEVERITIES } from '../contracts/index.js';
import type { RuleTexts } from '../seo/rules/page-rule.js';
import { escapeMarkdown as md } from './markdown.js';

/** The catalogue of rules as a page, each with what it means, why it matters, and how to fix it. */
export function rulesMarkdown(rules: readonly RuleTexts[]): string {
  const groups = SEVERITIES.map((severity) => {
    const own = rules.filter((rule) => rule.severity === severity);
    return `| ${severity} | ${own.map(({ id }) => `[${id}](#${id})`).join(', ')} |`;
  });
  return `# SEO rules

\`growth analyze\` applies these ${rules.length} rules: to an exported site (\`source_type\` \`html_export\`), and those that begin with \`next-\` to the sources of a Next.js project (\`nextjs_routes\`) where no built \`out/\` lies beside them. The severity is the usual one; an occurrence may have another where its text says so. In the inputs file, \`seo_scan.rules\` switches a rule off (\`"off"\`), gives it another severity (\`"info"\`), or other limits (\`{ "max": 70 }\`); \`seo_scan.ignore\` leaves files out by globs.

| Severity | Rules |
| --- | --- |
${groups.join('\n')}

${rules.map(ruleSection).join('\n\n')}
`;
}

function ruleSection(rule: RuleTexts): string {
  const limits = Object.entries(rule.limits ?? {}).map(([name, value]) => `\`${name}\` ${value}`);
  return [
    `## ${rule.id}`,
    `**${md(rule.title)}** · ${rule.severity}${limits.length === 0 ? '' : ` · limits: ${limits.join(', ')}`}`,
    md(rule.meaning),
    `*Why:* ${md(rule.why)}`,
    `*Fix:* ${md(rule.fix)}`,
    `Source: <${rule.source}>`,
  ].join('\n\n');
}
