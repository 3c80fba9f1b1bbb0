import { SEVERITIES } from '../contracts/index.js';
import { type Graded, type RuleResult, compareText } from './occurrences.js';
import type { SourceTexts } from './source-texts.js';

/** Rule, severity, page, line, column, message, value; texts by their number, -1 for none; lines and columns from 1, 0 for none. */
export type OccurrenceRow = readonly [
  rule: number,
  severity: number,
  page: number,
  line: number,
  column: number,
  message: number,
  value: number,
];

/** Every occurrence, with each text once: millions of places share few texts. */
export interface OccurrenceTable {
  readonly strings: readonly string[];
  /** By page, line, column, rule. */
  readonly rows: readonly OccurrenceRow[];
}

export function occurrenceTable(results: readonly RuleResult[], texts: SourceTexts): OccurrenceTable {
  const strings: string[] = [];
  const ids = new Map<string, number>();
  const idOf = (text: string | undefined) => {
    if (text === undefined) return -1;
    let id = ids.get(text);
    if (id === undefined) {
      id = strings.push(text) - 1;
      ids.set(text, id);
    }
    return id;
  };
  const rows = byPage(results).map(({ rule, place }): OccurrenceRow => {
    const { page, offset, message, value, severity } = place;
    const at = offset === undefined ? { line: 0, column: 0 } : texts.position(page, offset);
    return [
      idOf(rule),
      SEVERITIES.indexOf(severity),
      idOf(page),
      at.line,
      at.column,
      idOf(message),
      idOf(value),
    ];
  });
  return { strings, rows };
}

/** By page and offset, which is by line and column, so that each file is read once. */
function byPage(results: readonly RuleResult[]): { rule: string; place: Graded }[] {
  return results
    .flatMap(({ rule, occurrences }) => occurrences.map((place) => ({ rule: rule.id, place })))
    .sort(
      (a, b) =>
        compareText(a.place.page, b.place.page) ||
        (a.place.offset ?? -1) - (b.place.offset ?? -1) ||
        compareText(a.rule, b.rule),
    );
}
