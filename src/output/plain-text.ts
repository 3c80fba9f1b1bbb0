/** Characters that direct terminals or reorder text: C0 (but for tab and newline) and C1 controls, bidirectional overrides. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text without characters that could direct a terminal or reorder what stands around it. */
export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, '\uFFFD');
}

/** The same on one line. */
export function plainLine(text: string): string {
  return withoutControls(text.replaceAll(/[\n\r\t\u2028\u2029]+/gu, ' '));
}
