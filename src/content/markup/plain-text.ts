import { isFormatting } from './elements.js';
import { readHtml } from './html.js';
import { NestingError, createMarkdown } from './markdown.js';

/**
 * A field of a profile without its Markdown and HTML markup, on one line: `**Fast** <b>search</b> &amp; more` is
 * "Fast search & more". What only looks like markup stays: `2 * 3 * 4`, `2*3`, `snake_case`, `a < b`, `List<string>`,
 * `C:\path`, `> 100 users`, `2024. A year`. A field of nothing but markup or images is empty.
 */
export function plainText(field: string): string {
  return readHtml(render(withSigns(withoutCode(field))))
    .blocks.map(({ text }) => text)
    .join(' ')
    .replaceAll(UNSEEN, '');
}

/**
 * Characters that nobody sees and that part what belongs together, such as an address from its "@". Joiners
 * stay where they make letters or pictures of other scripts.
 */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]|(?<=[\x21-\x7e])[\u200c\u200d]|[\u200c\u200d](?=[\x21-\x7e])/gu;

function render(field: string): string {
  try {
    return FIELDS.render(field);
  } catch (error) {
    if (!(error instanceof NestingError)) throw error;
    return FIELDS.renderInline(field);
  }
}

const FIELDS = fieldMarkdown();

/** Markdown as people write it in a field, where `[Note]: new` defines nothing. */
function fieldMarkdown() {
  const markdown = createMarkdown().disable(['reference', 'html_block']);
  markdown.inline.ruler.before('emphasis', 'multiplication', (state, silent) => {
    const { src, pos } = state;
    if (src[pos] !== '*' || !isDigit(src[pos - 1]) || !isDigit(src[pos + 1])) return false;
    if (!silent) state.pending += '*';
    state.pos += 1;
    return true;
  });
  markdown.inline.ruler.before('html_inline', 'placeholder', (state, silent) => {
    TAG_NAME.lastIndex = state.pos;
    const name = TAG_NAME.exec(state.src)?.[1];
    if (name === undefined || isFormatting(name.toLowerCase())) return false;
    if (!silent) state.pending += '<';
    state.pos += 1;
    return true;
  });
  return markdown;
}

/** At the `<` of a tag. */
const TAG_NAME = /<\/?([a-z][a-z0-9-]*)(?=[\s/>])/giy;

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/**
 * At the start of a line a sign before a number is a sign (`> 100 users`, `- 5 °C`, `# 1`), and a number with a full
 * stop is a list only where there are further lines.
 */
function withSigns(field: string): string {
  const ordinal = field.trim().includes('\n') ? /^([ \t]*\d{3,9})([.)])(?=\s)/gm : /^([ \t]*\d+)([.)])(?=\s)/;
  return field.replace(ordinal, '$1\\$2').replace(/^([ \t]*)([#>+*-])(?=[ \t]*\d)/gm, '$1\\$2');
}

/** Without scripts and style sheets that somebody pasted in; `<script>` in a sentence has no end tag and stays. */
function withoutCode(field: string): string {
  const kept: string[] = [];
  const start = /<(script|style)(?=[\s>])/gi;
  let from = 0;
  for (let match = start.exec(field); match !== null; match = start.exec(field)) {
    const endTag = /^style$/i.test(match[1] ?? '') ? /<\/style>/gi : /<\/script>/gi;
    endTag.lastIndex = match.index;
    // There is none further on either, so nothing is searched twice.
    if (endTag.exec(field) === null) break;
    kept.push(field.slice(from, match.index));
    from = start.lastIndex = endTag.lastIndex;
  }
  return [...kept, field.slice(from)].join(' ');
}
