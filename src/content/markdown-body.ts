import type { Block } from './measure.js';

/** A block as a section of Markdown (CommonMark 0.31), with a heading of the second level. */
export function markdownSection({ title, text }: Block): string {
  return `## ${markdownText(title)}\n\n${markdownText(text)}`;
}

/** A plain text as Markdown that reads the same: what Markdown would take for markup is escaped. */
export function markdownText(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>&~]/gu, String.raw`\$&`)
    .replace(/^([#+-]|\d{1,9}[.)])/u, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
