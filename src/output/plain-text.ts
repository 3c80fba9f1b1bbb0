/** Characters that direct terminals or reorder text: C0 (but for tab and newline) and C1 controls, bidirectional overrides. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** JSON text holds none of C0 in its strings; newlines between them stay. */
const CONTROLS_OR_LINES = new RegExp(`${CONTROLS.source}|[\u2028\u2029]`, 'gu');

/** A text without characters that could direct a terminal or reorder what stands around it. */
export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, '\uFFFD');
}

/**
 * A text of a stranger as one line on a terminal or in a log, that no runner of workflows takes for a command.
 * Source: GitHub's runner reads `::` at the start of a line, after blanks, and `##[` anywhere in it, Azure's `##vso[`.
 */
export function logLine(text: string): string {
  return plainLine(text)
    .replaceAll(/##(?=(?:vso)?\[)/giu, '# #')
    .replace(/^(\s*):(?=:)/u, '$1: ');
}

/** A value as JSON text to be printed, where the same holds: escapes stand for what would be a command. */
export function logJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replaceAll(CONTROLS_OR_LINES, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(/##(?=(?:vso)?\[)/giu, String.raw`#\u0023`);
}

/** The same on one line. */
export function plainLine(text: string): string {
  return withoutControls(text.replaceAll(/[\n\r\t\u2028\u2029]+/gu, ' '));
}
