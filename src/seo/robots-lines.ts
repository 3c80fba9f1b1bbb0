/** A line of a robots.txt that says something. */
export interface RobotsLine {
  /** Of the first character that is no blank, in UTF-16 units of the decoded text. */
  readonly offset: number;
  /** Counted from 1. */
  readonly number: number;
  /** Without comment and the blanks around it. */
  readonly text: string;
  /** What stands before the colon; undefined where the line has none. */
  readonly key: string | undefined;
  readonly value: string;
  /** A single blank stands in for the colon: `Disallow /`. */
  readonly isColonMissing: boolean;
}

/** Google reads no further in a line: eight times the longest address of some browsers (2,083). */
const MAX_LINE = 2083 * 8 - 1;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The lines that are more than a comment. A line ends with LF, CR or both (RFC 9309, section 2.2).
 *
 * @param isCut the text ends within a line, which then does not count
 */
export function* robotsLines(text: string, isCut: boolean): Iterable<RobotsLine> {
  let number = 0;
  for (let start = 0; start <= text.length;) {
    let end = start;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
    number += 1;
    if (end === text.length && isCut) return;
    const line = robotsLine(text.slice(start, Math.min(end, start + MAX_LINE)), start, number);
    if (line !== undefined) yield line;
    const isPair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED;
    start = end + (isPair ? 2 : 1);
  }
}

/** Without the blanks of ASCII around it; others belong to the value, as crawlers see it. */
export function trimBlank(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function robotsLine(raw: string, start: number, number: number): RobotsLine | undefined {
  const [uncommented = ''] = raw.split('#', 1);
  // The rest of a byte order mark, cut short by some editor, is skipped by Google.
  const text = trimBlank(number === 1 ? uncommented.replace(/^\uFFFD/, '') : uncommented);
  if (text === '') return undefined;
  const place = { offset: start + raw.indexOf(text), number, text };
  const colon = text.indexOf(':');
  if (colon !== -1) {
    const value = trimBlank(text.slice(colon + 1));
    return { ...place, key: trimBlank(text.slice(0, colon)), value, isColonMissing: false };
  }
  const words = text.split(/[ \t]+/);
  const [key, value] = words;
  if (words.length !== 2 || value === undefined)
    return { ...place, key: undefined, value: '', isColonMissing: true };
  return { ...place, key, value, isColonMissing: true };
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
