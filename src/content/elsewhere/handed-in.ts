import { decodeHTML } from 'entities';
import path from 'node:path';
import { GrowthError } from '../../errors.js';
import { containedPath } from '../../inputs/containment.js';
import { type FrontMatter, partFrontMatter } from './front-matter.js';
import { readableText } from '../markup/block-text.js';
import { readHtml } from '../markup/html.js';
import { NestingError, markdownToHtml } from '../markup/markdown.js';
import type { Link, MarkupText, TextBlock } from '../markup/markup-text.js';
import { readTextFile } from '../files/text-file.js';

/** Content that was written elsewhere, as the checks look at it. Texts other than `source` are one line each. */
export interface HandedInContent {
  /** Path below the root, as documents may show it. */
  readonly relative: string;
  readonly format: 'markdown' | 'html' | 'text';
  /** The file's text without byte order mark and front matter, with line feeds. */
  readonly source: string;
  /** The same with references and escapes decoded (`&#64;`, `\u0040`), in which redaction finds what they hide. */
  readonly decoded: string;
  readonly blocks: readonly TextBlock[];
  /** Texts that leave with the content but stand nowhere as text; see `MarkupText`. Those of the front matter first. */
  readonly attributes: readonly string[];
  /** Of `<title>`, else of the front matter. */
  readonly title?: string;
  /** The first heading of level 1. */
  readonly headline?: string;
  /** Of the meta element, else the front matter's `description`. */
  readonly meta_description?: string;
  /** Of an e-mail's front matter. */
  readonly subject?: string;
  readonly preheader?: string;
  readonly links: readonly Link[];
}

const FORMATS: ReadonlyMap<string, HandedInContent['format']> = new Map([
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.txt', 'text'],
]);

/**
 * Reads content to publish that was written elsewhere: Markdown, HTML or text by its extension, UTF-8, at most 1 MiB.
 *
 * @param given path inside the root, as the inputs name it
 * @param pointer JSON pointer of the field that names it
 * @param root absolute, links resolved
 * @throws GrowthError `path_outside_root`, `path_not_found`, `path_wrong_kind`, `content_format_unknown`,
 *   `content_unreadable`, `content_malformed` with file and line, `content_empty`
 */
export async function readHandedIn(given: string, pointer: string, root: string): Promise<HandedInContent> {
  const file = await containedPath(root, given, 'file', pointer);
  const { relative } = file;
  const fail = (
    code: 'content_format_unknown' | 'content_unreadable' | 'content_empty',
    problem: string,
    cause?: unknown,
  ) =>
    new GrowthError(code, `${pointer}: "${relative}" ${problem}`, {
      details: [{ path: pointer, message: `"${relative}" ${problem}` }],
      cause,
    });
  const format = FORMATS.get(path.posix.extname(relative).toLowerCase());
  if (format === undefined) {
    throw fail('content_format_unknown', `has none of the extensions ${[...FORMATS.keys()].join(', ')}`);
  }
  const text = readTextFile(file, (problem, cause) => fail('content_unreadable', problem, cause));
  const front = partFrontMatter(text, relative);
  const markup = READERS[format](front.source, relative);
  if (markup.blocks.length === 0) throw fail('content_empty', 'holds no visible text');
  return {
    relative,
    format,
    source: front.source,
    decoded: decodedText(front.source),
    ...markup,
    ...withFrontMatter(markup, front),
  };
}

const READERS: Record<HandedInContent['format'], (source: string, file: string) => MarkupText> = {
  markdown: (source, file) => {
    try {
      return readHtml(markdownToHtml(source));
    } catch (error) {
      if (!(error instanceof NestingError)) throw error;
      throw new GrowthError('content_malformed', `${file}: ${error.message}`, { cause: error });
    }
  },
  html: readHtml,
  text: readPlainText,
};

/** Paragraphs, parted by blank lines. */
function readPlainText(source: string): MarkupText {
  const texts = source.split(/\n[^\S\n]*(?=\n)/).map(readableText);
  return {
    blocks: texts.flatMap((text) => (text === '' ? [] : [{ kind: 'text', text }])),
    attributes: [],
    links: [],
  };
}

/** What a page says in its markup wins. */
function withFrontMatter(markup: MarkupText, { texts, fields }: FrontMatter) {
  const title = markup.title ?? fields.title;
  const meta_description = markup.meta_description ?? fields.description;
  const { subject, preheader } = fields;
  return {
    attributes: [...texts.map(readableText).filter((text) => text !== ''), ...markup.attributes],
    ...(title !== undefined && { title: readableText(title) }),
    ...(meta_description !== undefined && { meta_description: readableText(meta_description) }),
    ...(subject !== undefined && { subject: readableText(subject) }),
    ...(preheader !== undefined && { preheader: readableText(preheader) }),
  };
}

/**
 * A text with its character references and escapes decoded, wherever they stand: what a browser makes of
 * `&#64;` or `\u0040` is personal data all the same.
 */
function decodedText(source: string): string {
  return decodeHTML(source).replaceAll(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/giu,
    (_, wide?: string, narrow?: string) => String.fromCharCode(Number.parseInt(wide ?? narrow ?? '', 16)),
  );
}
