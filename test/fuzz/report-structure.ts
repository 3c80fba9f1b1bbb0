import { expect } from 'chai';
import Parser, { type Token } from 'markdown-it';
import type { Analysis } from '../../src/services/analyze.js';

/** As GitHub reads it: HTML passes, and of bare addresses those with a scheme become links. */
const parser = new Parser({ html: true, linkify: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** All that a report of ours is made of. */
const OURS: ReadonlySet<string> = new Set([
  ...['heading', 'paragraph', 'blockquote', 'bullet_list', 'ordered_list', 'list_item', 'strong'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const OUR_LEAVES: ReadonlySet<string> = new Set(['inline', 'text', 'text_special', 'fence', 'softbreak']);
const OUR_CODE = 'index.html';

/** The report says what the document says, in headings and tables of our own, and nothing else has a structure. */
export function assertReportStructure({ report, bundle, files }: Analysis): void {
  const markdown = files.get('report.md') ?? '';
  const tokens = parser.parse(markdown, {});
  for (const token of [...tokens, ...tokens.flatMap(({ children }) => children ?? [])]) assertOurs(token);
  const { findings, recommendations } = report.document;
  expect(headings(tokens)).to.deep.equal(expectedHeadings(report.summary, findings, bundle.requests.length));
  // Every cell of evidence reads as the document has it: none forged, none lost.
  const evidence = findings.flatMap((finding) => finding.evidence ?? []);
  const cells = evidence.map(({ path, description, value }) =>
    [path, description, value === undefined ? '' : String(value)].map(shown),
  );
  const rows = tableRows(tokens);
  const start = rows.findIndex((row) => row.join() === 'Where,What,Value');
  if (cells.length > 0) {
    const found = rows.slice(start).filter((row) => row.length === 3 && row.join() !== 'Where,What,Value');
    expect(found.slice(0, cells.length)).to.deep.equal(cells);
  }
  const items = tokens.filter(({ type, level }) => type === 'list_item_open' && level === 1);
  expect(items.length).to.be.at.least(recommendations.length);
}

function assertOurs({ type, content }: Token): void {
  if (type === 'code_inline') expect(content).to.equal(OUR_CODE);
  else {
    const isOurs = OURS.has(type.replace(/_(?:open|close)$/, '')) || OUR_LEAVES.has(type);
    expect(isOurs, `${type}: ${content}`).to.equal(true);
  }
}

type Summary = Analysis['report']['summary'];

function expectedHeadings(
  summary: Summary,
  findings: readonly { readonly title: string }[],
  requests: number,
): string[] {
  const { seo, funnel, experiments, content } = summary;
  const drafts = content.map(({ angle, content_type: type, profile, variant }) =>
    angle === 'handed_in'
      ? `${type} for ${profile}, written elsewhere`
      : `${type} for ${profile}, variant ${variant} (${angle})`,
  );
  return [
    ...['Growth report', 'Summary', 'What to do', 'Findings'],
    ...findings.map(({ title }) => title),
    ...(seo === undefined ? [] : ['The site']),
    ...(funnel === undefined ? [] : [`Funnel ${funnel.name}`]),
    ...(funnel?.segments === undefined ? [] : ['Segments']),
    ...(experiments.length === 0 ? [] : ['Experiment proposals', ...experiments.map(({ title }) => title)]),
    ...(content.length === 0 ? [] : ['Content drafts', ...drafts]),
    requests === 0 ? 'Requests' : 'Requests awaiting approval',
    'Safety',
  ].map(shown);
}

function headings(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open' ? [inlineText(tokens[index + 1])] : [],
  );
}

function tableRows(tokens: readonly Token[]): string[][] {
  const rows: string[][] = [];
  for (const [index, { type }] of tokens.entries()) {
    if (type === 'tr_open') rows.push([]);
    if (type === 'th_open' || type === 'td_open') rows.at(-1)?.push(inlineText(tokens[index + 1]));
  }
  return rows;
}

function inlineText(token: Token | undefined): string {
  return shown((token?.children ?? []).map(({ content }) => content).join(''));
}

/** A text as a reader sees it: one line, blanks in a row are one, what directs terminals is a replacement. */
function shown(text: string): string {
  return text
    .replaceAll(/[\n\r\t\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
