import Parser, { type MarkdownIt } from 'markdown-it';

/** Quotes and lists inside each other: more is nothing that anybody wrote. */
export const MAX_NESTING = 100;

/** Markdown that nests quotes and lists deeper than it can be read. */
export class NestingError extends Error {
  constructor() {
    super(`quotes and lists are nested deeper than ${MAX_NESTING - 2} levels`);
    this.name = 'NestingError';
  }
}

/**
 * Renders Markdown (CommonMark with GitHub's tables and strikethrough) to HTML; HTML in it passes through.
 *
 * @throws NestingError
 */
export function markdownToHtml(source: string): string {
  return DOCUMENTS.render(source);
}

const DOCUMENTS = createMarkdown();

/** A parser that refuses nesting which markdown-it would cut off, silently and with the text in it. */
export function createMarkdown(): MarkdownIt {
  const markdown = new Parser({ html: true, maxNesting: MAX_NESTING });
  markdown.block.ruler.before('table', 'nesting', ({ level }) => {
    // A list in a list is two levels.
    if (level >= MAX_NESTING - 2) throw new NestingError();
    return false;
  });
  return markdown;
}
