import { SEVERITIES } from '../contracts/index.js';
import type { Redacted } from '../safety/redaction.js';
import type { OccurrenceTable } from '../seo/occurrence-table.js';

/** `findings.ndjson`: one JSON object a line, one line an occurrence, by page, line, column, rule. */
export function renderOccurrences({ strings, rows }: Redacted<OccurrenceTable>): string {
  const text = (id: number) => (id === -1 ? null : (strings[id] ?? null));
  const place = (number: number) => (number === 0 ? null : number);
  return rows
    .map(([rule, severity, page, line, column, message, value]) =>
      JSON.stringify({
        rule: text(rule),
        severity: SEVERITIES[severity],
        page: text(page),
        line: place(line),
        column: place(column),
        message: text(message),
        value: text(value),
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}
