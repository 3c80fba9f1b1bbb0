import type { ContentDraft } from '../content/draft.js';
import type { Block, DraftPart, Measure } from '../content/measure.js';
import { escapeMarkdown as md, table } from './markdown.js';
import { withoutControls } from './plain-text.js';

/** Each draft in full, with its measures against the limits. */
export function contentMarkdown(drafts: readonly ContentDraft[]): string {
  return drafts.length === 0 ? '' : `## Content drafts\n\n${drafts.map(draftMarkdown).join('\n\n')}`;
}

function draftMarkdown(draft: ContentDraft): string {
  const title =
    draft.angle === 'handed_in'
      ? `${draft.content_type} for ${draft.profile}, written elsewhere`
      : `${draft.content_type} for ${draft.profile}, variant ${draft.variant} (${draft.angle})`;
  return [
    `### ${md(title)}`,
    md(draft.draft_id),
    ...Object.entries(draft.parts).map(([name, part]) => partMarkdown(name, part)),
    measuresTable(draft),
  ].join('\n\n');
}

function partMarkdown(name: string, part: DraftPart): string {
  const label = `**${md(name)}**`;
  if (typeof part === 'string') {
    return part.includes('\n') ? `${label}\n\n${verbatim(part)}` : `${label}\n\n> ${md(part)}`;
  }
  const lines = part.map((one) => (typeof one === 'string' ? `> - ${md(one)}` : blockMarkdown(one)));
  const isList = part.every((one) => typeof one === 'string');
  return `${label}\n\n${lines.join(isList ? '\n' : '\n>\n')}`;
}

/** What stands before the first heading has no title. */
function blockMarkdown({ title, text }: Block): string {
  return [...(title === '' ? [] : [`**${md(title)}**`]), md(text)].map((line) => `> ${line}`).join('\n>\n');
}

/** A fence longer than every one that the text holds. Source: CommonMark 0.31, 4.5. */
function verbatim(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${withoutControls(text)}\n${fence}`;
}

function measuresTable(draft: ContentDraft): string {
  const { measures, forms, keywords_used: used, keywords_missing: missing, disclaimers } = draft;
  const rows = [
    ...measures.map((measure) => [
      md(`${measure.part}: ${measure.measure}`),
      String(measure.value),
      limits(measure),
      measure.is_within ? 'yes' : 'no',
    ]),
    ...forms.map(({ rule, holds }) => [md(rule), '', '', holds ? 'yes' : 'no']),
    ['Characters, words', `${draft.characters}, ${draft.words}`, '', ''],
    ...(draft.reading_ease === undefined
      ? []
      : [['Flesch reading ease, grade', `${draft.reading_ease}, ${draft.reading_grade ?? ''}`, '', '']]),
    ['Keywords used', md(used.join(', ') || 'none'), '', ''],
    ['Keywords missing', md(missing.join(', ') || 'none'), '', ''],
    ...(disclaimers.length > 0 ? [['Disclaimers', md(disclaimers.join(' ')), '', '']] : []),
    ['Checks', draft.checks_passed ? 'passed' : 'failed: not offered', '', ''],
    ...draft.failures.map(({ message }) => ['', md(`It ${message}`), '', '']),
  ];
  return table(['Measure', 'Value', 'Limit', 'Kept'], rows);
}

function limits({ min, max }: Measure): string {
  if (min === undefined) return `up to ${max ?? 'any'}`;
  return max === undefined ? `${min} or more` : `${min} to ${max}`;
}
