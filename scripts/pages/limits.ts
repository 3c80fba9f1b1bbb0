import { MAX_DETAILS } from '../../src/cli/error-envelope.js';
import { MAX_TEXT_BYTES } from '../../src/content/files/text-file.js';
import { MAX_NESTING } from '../../src/content/markup/markdown.js';
import { MAX_LEVELS } from '../../src/content/profiles/load-profile.js';
import { MAX_CHARACTERS } from '../../src/content/profiles/profile.js';
import { BUNDLE_LIMITS } from '../../src/contracts/index.js';
import { HEADER_BYTES } from '../../src/funnel/duckdb/csv-header.js';
import { MAX_LINE_BYTES as MAX_CSV_LINE } from '../../src/funnel/duckdb/csv-sql.js';
import { MAX_ELEMENT_BYTES, MAX_LINE_BYTES as MAX_JSON_LINE } from '../../src/funnel/duckdb/json-sql.js';
import { MAX_COLUMNS } from '../../src/funnel/duckdb/read-events.js';
import { MEMORY_LIMIT } from '../../src/funnel/duckdb/duckdb-engine.js';
import { MAX_GLOB_ENTRIES, MAX_GLOB_MATCHES } from '../../src/funnel/glob-files.js';
import { MAX_CATALOG_BYTES, MAX_REDIRECTS } from '../../src/inputs/catalog.js';
import { MAX_INPUTS_BYTES } from '../../src/inputs/load.js';
import { MAX_DEPTH } from '../../src/inputs/normalized.js';
import { inMebibytes } from '../../src/inputs/sizes.js';
import { INPUTS_LIMITS, MAX_ALIASED_NODES, MAX_LEXEMES, TEXT_LIMITS } from '../../src/inputs/yaml-source.js';
import { table } from '../../src/output/markdown.js';
import { MAX_HOST_BYTES } from '../../src/seo/host-config.js';
import { MAX_SOURCE_LENGTH } from '../../src/seo/nextjs/parse-source.js';
import { MAX_PAGE_BYTES, MAX_PAGE_LINKS } from '../../src/seo/page/read-batch.js';
import { MAX_SITE_LINKS } from '../../src/seo/page-records.js';
import { MAX_SITE_ENTRIES } from '../../src/seo/page-set.js';
import { MAX_ROBOTS_BYTES } from '../../src/seo/robots-txt.js';
import { MAX_KEPT } from '../../src/seo/sitemap.js';
import { MAX_BYTES, MAX_ENTRIES } from '../../src/seo/sitemaps/document.js';
import { MAX_DEPTH as MAX_XML_DEPTH } from '../../src/seo/sitemaps/xml.js';
import { MAX_DEPTH as MAX_JSON_LD_DEPTH } from '../../src/seo/structured-data/json-ld.js';
import { MAX_METRICS_BYTES } from '../../src/services/analyze-funnel.js';

type Limit = readonly [what: string, most: string, beyond: string];

const number = (value: number) => value.toLocaleString('en');

const INPUTS: readonly Limit[] = [
  ['Inputs file', inMebibytes(MAX_INPUTS_BYTES), '`inputs_too_large`'],
  ['Nesting of the inputs file, JSON or YAML', `${MAX_DEPTH} levels`, '`inputs_malformed`'],
  ['Inputs file in YAML', `${number(MAX_LEXEMES)} parts, blanks among them`, '`inputs_malformed`'],
  ['List in an inputs file in YAML', `${number(INPUTS_LIMITS.items)} items`, '`inputs_malformed`'],
  ['Mapping in an inputs file in YAML', `${number(INPUTS_LIMITS.keys)} keys`, '`inputs_malformed`'],
  ['Nodes that aliases of YAML add', number(MAX_ALIASED_NODES), 'the error of the file'],
  ['File of funnel metrics', inMebibytes(MAX_METRICS_BYTES), '`funnel_metrics_invalid`'],
  [
    'Catalog, as a file or from an address',
    inMebibytes(MAX_CATALOG_BYTES),
    '`catalog_unreadable`, `catalog_unavailable`',
  ],
  ['Redirects on the way to a catalog', String(MAX_REDIRECTS), '`catalog_unavailable`'],
];

const CONTENT: readonly Limit[] = [
  ['Profile', inMebibytes(MAX_TEXT_BYTES), '`profile_invalid`'],
  ['Content to publish', inMebibytes(MAX_TEXT_BYTES), '`content_unreadable`'],
  [
    'Profile or front matter: nesting, list, mapping',
    `${TEXT_LIMITS.depth} levels, ${number(TEXT_LIMITS.items)} items, ${number(TEXT_LIMITS.keys)} keys`,
    '`profile_invalid`, `content_malformed`',
  ],
  ['Text in a profile', `${number(MAX_CHARACTERS)} characters`, '`profile_invalid`'],
  ['Levels of `extends`', String(MAX_LEVELS), '`profile_invalid`'],
  ['Quotes and lists inside each other in Markdown', String(MAX_NESTING - 2), '`content_malformed`'],
];

const SITE: readonly Limit[] = [
  ['Files and folders of a site, and links to them', number(MAX_SITE_ENTRIES), '`limit_exceeded`'],
  ['Pages', '`seo_scan.max_pages`', 'the rest is not read; a finding counts it'],
  ['Page', inMebibytes(MAX_PAGE_BYTES), 'it is not read; a finding counts it'],
  ['Links and loaded files of a page', number(MAX_PAGE_LINKS), 'it is not judged; a finding counts it'],
  ['Links and loaded files of all pages', number(MAX_SITE_LINKS), '`limit_exceeded`'],
  ['JSON-LD', `${MAX_JSON_LD_DEPTH} levels`, 'the block is not read'],
  ['robots.txt', inMebibytes(MAX_ROBOTS_BYTES), 'the rest is not read; `robots-too-big` says so'],
  ['Sitemap, decompressed', inMebibytes(MAX_BYTES), 'it is not read; `sitemap-invalid` says so'],
  ['Addresses of a sitemap', number(MAX_ENTRIES), 'the rest is not read; a rule says so'],
  [
    'Elements inside each other in a sitemap',
    String(MAX_XML_DEPTH),
    'it is not read on; `sitemap-invalid` says so',
  ],
  ['Addresses of all sitemaps', number(MAX_KEPT), 'further sitemaps are not read; `sitemap-invalid` says so'],
  ['Configuration of a host', inMebibytes(MAX_HOST_BYTES), 'it is not read; a finding names it'],
  [
    'Source of a Next.js project',
    `${number(MAX_SOURCE_LENGTH)} characters`,
    'it is not read; the notes name it',
  ],
];

const EVENTS: readonly Limit[] = [
  ['Files that a pattern matches', number(MAX_GLOB_MATCHES), '`limit_exceeded`'],
  ['Files and folders that a pattern goes through', number(MAX_GLOB_ENTRIES), '`limit_exceeded`'],
  ['Header line of CSV', inMebibytes(HEADER_BYTES), '`events_unreadable`'],
  ['Columns of CSV and Parquet', number(MAX_COLUMNS), '`limit_exceeded`'],
  ['Line of CSV', inMebibytes(MAX_CSV_LINE), 'the line is dropped and counted as `bad_line`'],
  ['Line of NDJSON', inMebibytes(MAX_JSON_LINE), 'the line is dropped and counted as `bad_line`'],
  ['Element of a JSON array', inMebibytes(MAX_ELEMENT_BYTES), '`events_unreadable`'],
  ['Memory of the engine', MEMORY_LIMIT, 'it goes on on the disk; `disk_full` where that has no room'],
];

const OUTPUT: readonly Limit[] = [
  ['Requests in a bundle', String(BUNDLE_LIMITS.maxRequests), '`limit_exceeded`'],
  ['Payload of a request', inMebibytes(BUNDLE_LIMITS.maxPayloadBytes), '`limit_exceeded`'],
  ['Details of an error', String(MAX_DETAILS), 'the rest is counted'],
];

const SECTIONS: readonly (readonly [title: string, limits: readonly Limit[]])[] = [
  ['Inputs and catalog', INPUTS],
  ['Profiles and content', CONTENT],
  ['Sites', SITE],
  ['Events', EVENTS],
  ['What is made', OUTPUT],
];

/** docs/limits.md: every limit with its number, as the code has it, and what happens beyond it. */
export function limitsMarkdown(): string {
  const sections = SECTIONS.map(
    ([title, limits]) =>
      `## ${title}\n\n${table(
        ['What', 'At most', 'Beyond'],
        limits.map((limit) => [...limit]),
      )}\n`,
  );
  return `<!-- Generated by "pnpm docs:generate"; do not edit. -->

# Limits

Files that an analysis reads may be a stranger's, so there is a most of what it takes from them. Beyond a limit of one item, the item is left out and counted in a finding or figure. Beyond a limit of the whole run the analysis ends with an error and exit code 3, and nothing is written. [errors.md](errors.md) has the codes.

${sections.join('\n')}
Lists of the inputs file have limits of their own in its form: [inputs.md](inputs.md) names them. Compressed events have no limit of their own: they are read as a stream, and what the engine keeps of them is limited by the disk.

## Files that are opened

Every path of inputs, profiles, patterns and sites starts from the root and has to stay inside, links resolved. A file is opened once, without following a link in its last part and without waiting for a pipe; then it is checked by what was opened, and read from that.

- **Linux**: the kernel tells where the open file lies, so a link that is swapped at any moment leads to an error and not to what lies behind it. DuckDB is given the name of the open descriptor.
- **Other systems**: what was opened is compared with what its path leads to, by device and inode; DuckDB is given the path, and the same is compared after it has read. Who can swap folders of the root for links and back, in step with these calls, is not noticed. Do not analyse a folder there that others can write to meanwhile.
- **Hard links and mounts** inside the root count as part of it.
- **Pipes, sockets and devices** are refused; in a site they are left out like links that lead out, and a finding counts them.
- The inputs file and a catalog file are named by you, so links in those two paths may lead anywhere; they have to be regular files.
`;
}
