/**
 * Every way in which `growth` tells a user that something is wrong: one table of stable codes.
 * docs/errors.md is generated from it, the process exit code comes from it, and `GrowthError`
 * accepts no code that it does not list.
 */
export const EXIT_CODES = {
  done: 0,
  gate: 1,
  usage: 2,
  input: 3,
  output: 4,
  service: 5,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

type ExitKind = keyof typeof EXIT_CODES;

interface ErrorDeclaration {
  readonly exit: ExitKind;
  /** What happened, one sentence for docs/errors.md. */
  readonly meaning: string;
  /** What to do about it, one sentence for docs/errors.md; the hint when a throw site has none of its own. */
  readonly remedy: string;
}

export const ERROR_CODES = {
  usage_invalid: {
    exit: 'usage',
    meaning: 'A flag or argument is unknown, missing or malformed.',
    remedy: 'Run the command with `--help`; each flag is explained there with its form.',
  },
  command_unknown: {
    exit: 'usage',
    meaning: 'There is no such command.',
    remedy: 'Run `growth --help` for the list; the message names the nearest command.',
  },
  flag_sensitive: {
    exit: 'usage',
    meaning:
      'An id-like flag (`--tenant`, `--project`, `--trace`) holds personal data or a secret, which would end up in every document.',
    remedy: 'Use an opaque id instead.',
  },
  runner_unknown: {
    exit: 'usage',
    meaning: '`runners describe` was asked for a runner that is not in the registry.',
    remedy: 'Run `growth runners describe` for the list.',
  },
  rule_unknown: {
    exit: 'usage',
    meaning: '`rules describe` was asked for a rule that does not exist.',
    remedy: 'Run `growth rules describe` for the list.',
  },
  schema_unknown: {
    exit: 'usage',
    meaning: '`schemas print` was asked for a schema that does not exist.',
    remedy: 'Run `growth schemas print --list` for the names.',
  },
  inputs_unreadable: {
    exit: 'input',
    meaning: 'The inputs file does not exist, is not a regular file or cannot be read.',
    remedy: 'Check the path given to `--inputs`.',
  },
  inputs_too_large: {
    exit: 'input',
    meaning: 'The inputs file is larger than 16 MiB.',
    remedy: 'Keep data in files of its own and name them in the inputs.',
  },
  inputs_malformed: {
    exit: 'input',
    meaning: 'The inputs file is not valid JSON or YAML.',
    remedy: 'Correct the line and column that the message names.',
  },
  inputs_invalid: {
    exit: 'input',
    meaning:
      'The inputs file is well-formed, but sections or fields are unknown, missing or of the wrong form.',
    remedy: 'Correct each JSON pointer listed; `growth schemas print AnalyzeInputs` prints the whole form.',
  },
  inputs_sensitive: {
    exit: 'input',
    meaning: 'An id in the inputs holds personal data or a secret.',
    remedy: 'Use an opaque id instead.',
  },
  tenant_mismatch: {
    exit: 'input',
    meaning: 'A tenant or project named in the inputs is not the one given by the flags.',
    remedy: 'Analyse one tenant and project at a time; correct the flag or remove the foreign entries.',
  },
  root_invalid: {
    exit: 'input',
    meaning: 'The folder given to `--root` does not exist or is not a folder.',
    remedy: 'Name an existing folder; paths in the inputs start from it.',
  },
  path_outside_root: {
    exit: 'input',
    meaning: 'A path is absolute, climbs out of the root with `..`, or is a link that leads out of it.',
    remedy: 'Copy the data into the root, or choose a wider one with `--root`.',
  },
  path_not_found: {
    exit: 'input',
    meaning: 'A file or folder named in the inputs does not exist below the root.',
    remedy: 'Correct the path; it starts from the root, not from the working directory.',
  },
  path_wrong_kind: {
    exit: 'input',
    meaning: 'A path names a file where a folder is needed, the reverse, or something that is neither.',
    remedy: 'Name a folder for `source_path` and `profiles_path`, a regular file elsewhere.',
  },
  page_unreadable: {
    exit: 'input',
    meaning: 'An HTML file of the site cannot be read.',
    remedy: 'Check its permissions, and that nothing rewrites the export while it is scanned.',
  },
  site_empty: {
    exit: 'input',
    meaning: 'The folder to scan holds no HTML page.',
    remedy: 'Point `source_path` to the folder that your site build writes.',
  },
  events_format_unknown: {
    exit: 'input',
    meaning: 'An events file has an extension that growth does not read.',
    remedy:
      'Use `.json` (an array), `.ndjson`, `.jsonl` or `.csv`, plain or with `.gz` or `.zst`, or `.parquet`.',
  },
  events_unreadable: {
    exit: 'input',
    meaning:
      'An events file as a whole cannot be parsed (a broken array, a quotation mark that is never closed).',
    remedy: 'Repair the file that the message names; single bad lines are only counted.',
  },
  disk_full: {
    exit: 'output',
    meaning: 'The temporary folder has no room for what a funnel has to sort.',
    remedy:
      'Free space there, or set `TMPDIR` to a folder with more; a few times the size of the events is enough.',
  },
  events_column_missing: {
    exit: 'input',
    meaning: 'An events file has no column for the user, the event name or the time.',
    remedy: 'Name your columns in `funnel_analysis.columns`.',
  },
  funnel_metrics_invalid: {
    exit: 'input',
    meaning: 'The file named by `funnel_metrics_path` is not a funnel_metrics document.',
    remedy: 'Correct each JSON pointer listed.',
  },
  funnel_metrics_missing: {
    exit: 'input',
    meaning: 'Experiments are asked for, but the inputs hold no funnel to base them on.',
    remedy: 'Add `funnel_analysis`, `funnel_metrics` or `experiment_proposals.funnel_metrics_path`.',
  },
  proposal_missing: {
    exit: 'input',
    meaning: '`experiment_run` names a proposal that this analysis did not make.',
    remedy: 'Use one of the ids that the message lists, or `top`.',
  },
  draft_missing: {
    exit: 'input',
    meaning: '`publish_content` names a draft that this analysis did not make.',
    remedy: 'Use one of the ids that the message lists, or `top`.',
  },
  content_format_unknown: {
    exit: 'input',
    meaning: '`publish_content.content_path` names a file with an extension that growth does not read.',
    remedy: 'Use `.md` or `.markdown`, `.html` or `.htm`, or `.txt`.',
  },
  content_unreadable: {
    exit: 'input',
    meaning: 'The content to publish cannot be read, is larger than 1 MiB, or is not UTF-8 text.',
    remedy: 'Save it as UTF-8, and check that it is the file you mean.',
  },
  content_malformed: {
    exit: 'input',
    meaning:
      'The front matter of the content to publish is broken, or quotes and lists in it are nested too deep.',
    remedy: 'Correct the file and line that the message names.',
  },
  content_empty: {
    exit: 'input',
    meaning: 'The content to publish holds no text that readers would see.',
    remedy: 'Check that it is the file you mean, and that its text is not all hidden or left to scripts.',
  },
  profile_missing: {
    exit: 'input',
    meaning: 'A profile, or one that it extends, does not exist.',
    remedy: 'Use one of the names that the message lists, nearest first.',
  },
  profile_invalid: {
    exit: 'input',
    meaning:
      'A profile is not valid YAML, has unknown or missing fields, is larger than anybody writes one (1,000 entries in a list, 2,000 characters in a text, 10,000 nodes by aliases), extends itself in a circle, or shares its name with another file.',
    remedy: 'Correct the file and line that the message names.',
  },
  catalog_unreadable: {
    exit: 'input',
    meaning: 'The catalog file cannot be read or does not list job types.',
    remedy: 'Give a JSON file: a list of job types, or an object with `job_types`.',
  },
  catalog_unavailable: {
    exit: 'service',
    meaning:
      'The catalog URL could not be read: no answer in time, an error status, too many redirects, too large, or not a list of job types.',
    remedy: 'Try again later, or pass a saved copy of the catalog as a file.',
  },
  clickhouse_unconfigured: {
    exit: 'input',
    meaning: 'The inputs ask for ClickHouse, but the environment does not say where it is, or not as a URL.',
    remedy: 'Set `GROWTH_CLICKHOUSE_URL`, `GROWTH_CLICKHOUSE_USER` and `GROWTH_CLICKHOUSE_PASSWORD`.',
  },
  clickhouse_unsupported: {
    exit: 'service',
    meaning: 'The ClickHouse server cannot count this funnel exactly, and growth does not approximate.',
    remedy:
      'Change what the message names, use a newer server, or analyse exported files with `events_path`.',
  },
  clickhouse_failed: {
    exit: 'service',
    meaning:
      'ClickHouse could not be reached, refused the user, lacks the table or a column, took too long, or contradicted the state machine.',
    remedy: 'Check what the message names; docs/clickhouse.md has the rights that the user needs.',
  },
  limit_exceeded: {
    exit: 'input',
    meaning:
      'A limit of the whole run is passed: requests in a bundle, the payload of one, files that a pattern matches, entries or links of a site, columns or the decompressed size of events.',
    remedy: 'Do what the message says; docs/limits.md lists every limit.',
  },
  baseline_missing: {
    exit: 'input',
    meaning: '`contracts compat` or `fixtures export --check` found no committed files to compare with.',
    remedy: 'Run `growth fixtures export --update-snapshots` in a checkout and commit the result.',
  },
  output_unwritable: {
    exit: 'output',
    meaning: 'The output folder cannot be created or written.',
    remedy: 'Check that `--out` names a folder (or nothing yet) that you may write, with room on the disk.',
  },
  output_locked: {
    exit: 'output',
    meaning: 'Another run is writing to the same output folder.',
    remedy: 'Wait for it, or give each run a folder of its own.',
  },
  internal_error: {
    exit: 'bug',
    meaning: 'A bug in growth.',
    remedy: 'Run again with `DEBUG=*` and report what it prints.',
  },
} as const satisfies Record<string, ErrorDeclaration>;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetail {
  /** A JSON pointer into the inputs, a file relative to the root, or a flag. */
  readonly path: string;
  readonly message: string;
}

/** An error that is the user's to mend: what is wrong, where, and what to do next. */
export class GrowthError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly details: readonly ErrorDetail[];

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint?: string; details?: readonly ErrorDetail[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GrowthError';
    this.code = code;
    this.hint = options.hint ?? ERROR_CODES[code].remedy;
    this.details = options.details ?? [];
  }

  get exitCode(): number {
    return EXIT_CODES[ERROR_CODES[this.code].exit];
  }
}
