import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { GrowthError, type ErrorDetail } from '../errors.js';
import { readRegular } from '../files/contained-file.js';
import { FileRefused, type Refusal } from '../files/refusal.js';
import { sensitiveKind } from '../safety/redaction.js';
import { parseDocument } from './parse.js';
import { schemaProblems } from './problems.js';
import { inMebibytes } from './sizes.js';
import { ANALYSIS_SECTIONS, type AnalyzeInputs, AnalyzeInputsSchema, type FunnelMetrics } from './schema.js';

export const MAX_INPUTS_BYTES = 16 * 1024 * 1024;

export interface LoadOptions {
  /** Path of the inputs file, or `-` for standard input. */
  readonly inputs: string;
  /** Folder that relative paths start from; default: the inputs file's own. */
  readonly root?: string;
  readonly tenant: string;
  readonly project: string;
  readonly stdin: AsyncIterable<Buffer | string>;
}

export interface LoadedInputs {
  readonly inputs: AnalyzeInputs;
  /** Absolute, links resolved. */
  readonly root: string;
}

/** Reads, parses and checks the inputs file; every problem of its form is reported at once. */
export async function loadInputs(options: LoadOptions): Promise<LoadedInputs> {
  const fromStdin = options.inputs === '-';
  if (fromStdin && options.root === undefined) {
    throw new GrowthError(
      'usage_invalid',
      '--inputs - needs --root: standard input has no folder of its own',
      {
        hint: 'Add --root DIR; paths in the inputs start from it.',
      },
    );
  }
  const text = fromStdin ? await readAll(options.stdin) : readInputsFile(options.inputs);
  const document = await parseDocument(text, fromStdin ? 'standard input' : path.basename(options.inputs));
  const root = await resolveRoot(options.root ?? path.dirname(options.inputs));
  const inputs = checkForm(document);
  checkTenancy(inputs, options);
  await checkIds(inputs);
  return { inputs, root };
}

function readInputsFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readRegular(file, MAX_INPUTS_BYTES);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    if (error.reason === 'too large') throw tooLarge();
    throw unreadable(file, PROBLEMS[error.reason] ?? 'cannot be read', error);
  }
  return decodeUtf8(bytes);
}

const PROBLEMS: Partial<Record<Refusal, string>> = {
  missing: 'does not exist',
  special: 'is not a regular file',
};

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += buffer.length;
    if (bytes > MAX_INPUTS_BYTES) throw tooLarge();
    chunks.push(buffer);
  }
  return decodeUtf8(Buffer.concat(chunks));
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new GrowthError('inputs_malformed', 'the inputs file is not UTF-8 text', { cause: error });
  }
}

async function resolveRoot(root: string): Promise<string> {
  try {
    const resolved = await realpath(root);
    if ((await stat(resolved)).isDirectory()) return resolved;
  } catch {
    // Reported below, like a root that is not a folder.
  }
  throw new GrowthError('root_invalid', '--root does not name an existing folder');
}

function checkForm(document: unknown): AnalyzeInputs {
  const problems = schemaProblems(AnalyzeInputsSchema, document);
  if (problems.length > 0) throw invalid(problems);
  const inputs = AnalyzeInputsSchema.parse(document);
  if (ANALYSIS_SECTIONS.every((section) => inputs[section] === undefined)) {
    throw invalid([{ path: '', message: `needs at least one of ${ANALYSIS_SECTIONS.join(', ')}` }]);
  }
  return inputs;
}

function checkTenancy(inputs: AnalyzeInputs, flags: { tenant: string; project: string }): void {
  const details: ErrorDetail[] = [];
  for (const section of ['events', 'run_manifests'] as const) {
    inputs[section]?.forEach((envelope, index) => {
      const at = `/${section}/${index}`;
      if (envelope.tenant_id !== flags.tenant) {
        details.push({
          path: `${at}/tenant_id`,
          message: `is "${envelope.tenant_id}", --tenant is "${flags.tenant}"`,
        });
      }
      if (envelope.project_id !== flags.project) {
        details.push({
          path: `${at}/project_id`,
          message: `is "${envelope.project_id}", --project is "${flags.project}"`,
        });
      }
    });
  }
  if (details.length > 0) {
    throw new GrowthError('tenant_mismatch', 'the inputs name another tenant or project than the flags', {
      details,
    });
  }
}

/**
 * Ids and names stand in requests as they are, and are hashed into ids of our own; a redacted one
 * would name nothing, and a hash of a personal datum can be guessed. So they are refused.
 */
async function checkIds(inputs: AnalyzeInputs): Promise<void> {
  const { funnel_analysis: funnel, funnel_metrics: metrics } = inputs;
  const drafts = inputs.content_draft === undefined ? [] : [inputs.content_draft].flat();
  const ids: [pointer: string, id: string | undefined][] = [
    ['/seo_audit/id', inputs.seo_audit?.id],
    ['/seo_scan/source_path', inputs.seo_scan?.source_path],
    ['/seo_scan/site_url', inputs.seo_scan?.site_url],
    ['/funnel_analysis/funnel_name', funnel?.funnel_name],
    ...(funnel?.steps ?? []).flatMap((step, index): [string, string | undefined][] =>
      typeof step === 'string'
        ? [[`/funnel_analysis/steps/${index}`, step]]
        : [
            [`/funnel_analysis/steps/${index}/event`, step.event],
            [`/funnel_analysis/steps/${index}/name`, step.name],
          ],
    ),
    ...(metrics === undefined ? [] : metricsIds(metrics, '/funnel_metrics')),
    ...drafts.map(({ profile }, index): [string, string] => [
      Array.isArray(inputs.content_draft) ? `/content_draft/${index}/profile` : '/content_draft/profile',
      profile,
    ]),
    ['/publish_content/destination', inputs.publish_content?.destination],
    ['/publish_content/content_path', inputs.publish_content?.content_path],
    ['/publish_content/profile', inputs.publish_content?.profile],
  ];
  for (const [pointer, id] of ids) if (id !== undefined) await refuseSensitiveId(id, pointer);
}

/** Texts of funnel metrics from which ids are made. */
export function metricsIds(metrics: FunnelMetrics, pointer: string): [pointer: string, id: string][] {
  return [
    [`${pointer}/id`, metrics.id],
    [`${pointer}/funnel_name`, metrics.funnel_name],
    ...metrics.steps.map(({ step_name }, index): [string, string] => [
      `${pointer}/steps/${index}/step_name`,
      step_name,
    ]),
  ];
}

/** @throws GrowthError `inputs_sensitive` */
export async function refuseSensitiveId(id: string, pointer: string): Promise<void> {
  const kind = await sensitiveKind(id);
  if (kind === undefined) return;
  const message = `holds sensitive data (${kind})`;
  throw new GrowthError('inputs_sensitive', `${pointer} ${message}`, {
    details: [{ path: pointer, message }],
  });
}

function invalid(details: readonly ErrorDetail[]): GrowthError {
  return new GrowthError(
    'inputs_invalid',
    `the inputs file has ${details.length === 1 ? 'a problem' : `${details.length} problems`}`,
    { details },
  );
}

function tooLarge(): GrowthError {
  return new GrowthError(
    'inputs_too_large',
    `the inputs file is larger than ${inMebibytes(MAX_INPUTS_BYTES)}`,
  );
}

function unreadable(file: string, what: string, cause?: unknown): GrowthError {
  return new GrowthError('inputs_unreadable', `the inputs file "${path.basename(file)}" ${what}`, { cause });
}
