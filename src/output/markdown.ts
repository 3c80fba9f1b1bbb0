import { plainLine } from './plain-text.js';

/**
 * A text as Markdown that shows exactly this text: it can forge no heading, link, image, HTML, table
 * cell or mention. Source: CommonMark 0.31, GitHub Flavored Markdown 0.29 (extended autolinks).
 */
export function escapeMarkdown(text: string): string {
  return (
    plainLine(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*[\]|~@]/gu, String.raw`\$&`)
      // Between letters and digits an underscore is no emphasis.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
      .replaceAll(/:(?=\/\/)/gu, String.raw`\:`)
      .replaceAll(/(?<![\p{L}\p{N}])www\./giu, (match) => `${match.slice(0, -1)}\\.`)
      .replace(/^(\s*)([-+=#])/u, String.raw`$1\$2`)
      .replace(/^(\s*\d{1,9})([.)])/u, String.raw`$1\$2`)
      // In a heading they would close it, and be gone.
      .replace(/(?<=\s)#+(?=\s*$)/u, String.raw`\$&`)
  );
}

/** A table; cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
