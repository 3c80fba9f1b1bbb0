import { GrowthError } from '../../errors.js';
import { stringsAmong } from '../markup/json-strings.js';
import { TEXT_LIMITS, readYaml } from '../../inputs/yaml-source.js';

/** What a file says about itself between two lines `---` at its start. */
export interface FrontMatter {
  /** The file's text after it. */
  readonly source: string;
  /** Every text in it, in order. */
  readonly texts: readonly string[];
  /** Fields that documents use, where they hold a text or number. */
  readonly fields: {
    readonly title?: string;
    readonly description?: string;
    readonly subject?: string;
    readonly preheader?: string;
  };
}

const FIELDS = ['title', 'description', 'subject', 'preheader'] as const;

/**
 * Parts a file from its YAML front matter; one whose first line is not `---` has none.
 *
 * @param file as documents may show it
 * @throws GrowthError `content_malformed` with file and line
 */
export function partFrontMatter(text: string, file: string): FrontMatter {
  if (!/^---[ \t]*(?:\n|$)/.test(text)) return { source: text, texts: [], fields: {} };
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  const fail = (line: number, problem: string) =>
    new GrowthError('content_malformed', `${file}:${line}: ${problem}`);
  if (end === -1) {
    throw fail(1, 'the front matter has no end: close it with a line "---", or write a rule as "***"');
  }
  const yaml = readYaml(lines.slice(1, end).join('\n'), {
    file,
    firstLine: 2,
    code: 'content_malformed',
    limits: TEXT_LIMITS,
  });
  const { value } = yaml;
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    throw fail(2, 'the front matter is not a list of fields such as "title: A title"');
  }
  const fields = Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([name, field]: [string, unknown]) => {
      if (!FIELDS.some((known) => known === name) || field === null) return [];
      if (typeof field === 'string' || typeof field === 'number') return [[name, String(field)]];
      throw fail(yaml.lineOf(`/${name}`), `"${name}" in the front matter is not a text`);
    }),
  );
  return {
    source: lines.slice(end + 1).join('\n'),
    texts: stringsAmong(value),
    fields,
  };
}
