import { availableParallelism } from 'node:os';
import { Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.js';
import { SLUG_PATTERN } from '../contracts/index.js';
import { GrowthError } from '../errors.js';

const MAX_DEFAULT_THREADS = 8;
const MAX_THREADS = 256;
const GATES = ['critical', 'warning', 'info', 'never'] as const;

export default class Analyze extends BaseCommand {
  static override summary =
    'Analyse the data that an inputs file names; write findings and dry-run job requests.';
  static override description = [
    'Reads the inputs file and the site, events and profiles that it names, and writes request-bundle.json, report.json, report.md and runner-maturity.json to the output folder, as one set.',
    'It analyses only: nothing is executed, published or sent, and without a catalog URL nothing is asked of the network.',
  ].join('\n\n');
  static override examples = [
    '<%= config.bin %> <%= command.id %> --inputs fixtures/jobforge/inputs.json --tenant acme --project lanternfish --trace demo --out growth-output',
    '<%= config.bin %> <%= command.id %> --inputs inputs.yaml --tenant acme --project web --trace run-1 --out out --stable-output --fail-on critical',
    '$ cat inputs.json | <%= config.bin %> <%= command.id %> --inputs - --root . --tenant acme --project web --trace run-1 --out out',
  ];
  static override flags = {
    inputs: Flags.string({
      required: true,
      helpValue: 'FILE',
      description: 'Inputs file, JSON or YAML; - reads standard input and needs --root.',
    }),
    tenant: Flags.string({
      required: true,
      helpValue: 'ID',
      description: 'Tenant whose data it is: 1 to 64 of a-z, 0-9, _ and -.',
    }),
    project: Flags.string({
      required: true,
      helpValue: 'ID',
      description: 'Project of the tenant: 1 to 64 of a-z, 0-9, _ and -.',
    }),
    trace: Flags.string({
      required: true,
      helpValue: 'ID',
      description: 'Trace id that ends up in every document: 1 to 128 printable characters without blanks.',
    }),
    out: Flags.string({
      required: true,
      helpValue: 'DIR',
      description: 'Output folder, created if absent; its documents are replaced as one set.',
    }),
    'stable-output': Flags.boolean({
      description: 'Pin created_at to 2024-01-01T00:00:00.000Z, so that equal input gives equal bytes.',
    }),
    root: Flags.string({
      helpValue: 'DIR',
      description:
        "Folder that paths in the inputs start from and may not leave; default: the inputs file's own.",
    }),
    catalog: Flags.string({
      helpValue: 'FILE|URL',
      description: "JobForge's list of job types; requests for others are marked unavailable.",
    }),
    details: Flags.boolean({
      description: 'Also write findings.ndjson: every single occurrence, a line each.',
    }),
    'fail-on': Flags.string({
      options: GATES,
      default: 'never',
      description: 'Exit 1 when there is a finding of this severity or worse.',
    }),
    threads: Flags.string({
      helpValue: 'N',
      description: `Threads that read pages and events; default: the cores, at most ${MAX_DEFAULT_THREADS}. The output does not depend on it.`,
    }),
    quiet: Flags.boolean({ description: 'Show no progress.' }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Analyze);
    checkIds(flags);
    const [
      { analyzeToFolder },
      { STABLE_CREATED_AT },
      { terminalProgress },
      { analysisText, countSeverities },
    ] = await Promise.all([
      import('../services/analyze-to-folder.js'),
      import('../services/analyze.js'),
      import('../cli/progress.js'),
      import('../cli/analysis-text.js'),
    ]);
    const progress = terminalProgress({ isQuiet: flags.quiet || this.jsonEnabled() });
    const analysis = await analyzeToFolder(flags.out, {
      inputs: flags.inputs,
      tenant: flags.tenant,
      project: flags.project,
      trace: flags.trace,
      createdAt: flags['stable-output'] ? STABLE_CREATED_AT : new Date().toISOString(),
      threads: threadCount(flags.threads),
      details: flags.details,
      onProgress: progress.onProgress,
      stdin: process.stdin,
      ...(flags.root !== undefined && { root: flags.root }),
      ...(flags.catalog !== undefined && { catalog: flags.catalog }),
    }).finally(progress.done);

    if (analysis.bundle.requests.length === 0 && !flags.quiet) {
      process.stderr.write('Warning: the bundle is empty; the inputs ask for no job.\n');
    }
    const out = await this.shown(flags.out);
    this.log(analysisText(analysis, out));
    const findings = countSeverities(analysis);
    if (exceeds(findings, flags['fail-on'])) this.failGate();
    return {
      out,
      files: [...analysis.files.keys()],
      bundle_id: analysis.bundle.bundle_id,
      report_id: analysis.report.document.report_id,
      findings,
      funnel_biggest_drop_off_step: analysis.report.summary.funnel_biggest_drop_off_step,
      requests: analysis.report.summary.requests,
      redactions: analysis.report.summary.redactions,
    };
  }
}

function checkIds(flags: { tenant: string; project: string; trace: string }): void {
  const problems = [
    ...(['tenant', 'project'] as const)
      .filter((flag) => !SLUG_PATTERN.test(flags[flag]))
      .map((flag) => ({ path: `--${flag}`, message: 'must be 1 to 64 characters of a-z, 0-9, _ and -' })),
    ...(/^[^\s\p{C}]{1,128}$/u.test(flags.trace)
      ? []
      : [{ path: '--trace', message: 'must be 1 to 128 printable characters without blanks' }]),
  ];
  if (problems.length > 0)
    throw new GrowthError('usage_invalid', 'malformed flag values', { details: problems });
}

function threadCount(given: string | undefined): number {
  if (given === undefined) return Math.min(MAX_DEFAULT_THREADS, availableParallelism());
  if (!/^[1-9]\d{0,2}$/.test(given) || Number(given) > MAX_THREADS) {
    throw new GrowthError('usage_invalid', `--threads must be a whole number from 1 to ${MAX_THREADS}`);
  }
  return Number(given);
}

function exceeds(findings: Record<'critical' | 'warning' | 'info', number>, gate: string): boolean {
  const severities = ['critical', 'warning', 'info'] as const;
  const worst = severities.findIndex((severity) => findings[severity] > 0);
  return worst !== -1 && worst <= severities.findIndex((severity) => severity === gate);
}
