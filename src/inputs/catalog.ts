import { isUrl } from './web-address.js';
import { z } from 'zod';
import { GrowthError } from '../errors.js';
import { readRegular } from '../files/contained-file.js';
import { FileRefused, type Refusal } from '../files/refusal.js';
import { redactText } from '../safety/redaction.js';
import { inMebibytes } from './sizes.js';

export const MAX_CATALOG_BYTES = 1024 * 1024;
export const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 10_000;
const RETRIES = 3;

const JobType = z.union([
  z.string().min(1),
  z.looseObject({ job_type: z.string().min(1) }).transform(({ job_type }) => job_type),
]);
const CatalogSchema = z.union([
  z.array(JobType),
  z.looseObject({ job_types: z.array(JobType) }).transform(({ job_types }) => job_types),
]);

export interface CatalogOptions {
  /** First wait before a retry in milliseconds; doubled each time. */
  readonly firstRetryDelayMs?: number;
  readonly timeoutMs?: number;
}

/**
 * JobForge's list of job types, from a file or an http(s) address: a JSON list of job types (or of
 * objects with `job_type`), or an object with such a list under `job_types`.
 *
 * The address is read with GET only: within 10 seconds a try, at most 1 MiB, at most 5 redirects,
 * and up to 3 retries with exponential backoff on network errors, 429 and 5xx.
 *
 * @throws GrowthError `catalog_unreadable` (file) or `catalog_unavailable` (address)
 */
export async function loadCatalog(
  source: string,
  options: CatalogOptions = {},
): Promise<ReadonlySet<string>> {
  return /^https?:\/\//i.test(source) ? fromAddress(source, options) : fromFile(source);
}

function fromFile(file: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readRegular(file, MAX_CATALOG_BYTES).toString('utf8');
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const what = PROBLEMS[error.reason] ?? 'cannot be read';
    throw new GrowthError('catalog_unreadable', `the catalog file ${what}`, { cause: error });
  }
  const jobTypes = parseCatalog(text);
  if (jobTypes === undefined)
    throw new GrowthError('catalog_unreadable', 'the catalog file does not list job types');
  return jobTypes;
}

const PROBLEMS: Partial<Record<Refusal, string>> = {
  missing: 'does not exist',
  special: 'is not a regular file',
  'too large': `is larger than ${inMebibytes(MAX_CATALOG_BYTES)}`,
};

async function fromAddress(address: string, options: CatalogOptions): Promise<ReadonlySet<string>> {
  const { default: pRetry, AbortError } = await import('p-retry');
  try {
    return await pRetry(
      async () => {
        const jobTypes = parseCatalog(await download(address, options.timeoutMs ?? TIMEOUT_MS));
        if (jobTypes === undefined) throw new PermanentFailure('the answer does not list job types');
        return jobTypes;
      },
      {
        retries: RETRIES,
        minTimeout: options.firstRetryDelayMs ?? 500,
        factor: 2,
        shouldRetry: ({ error }) => !(error instanceof PermanentFailure) && !(error instanceof AbortError),
      },
    );
  } catch (error) {
    const reason =
      error instanceof PermanentFailure || error instanceof TransientFailure ? error.message : 'no answer';
    const where = await redactText(withoutCredentials(address));
    throw new GrowthError('catalog_unavailable', `the catalog at ${where} could not be read: ${reason}`, {
      cause: error,
    });
  }
}

/** An answer that the next try will not change. */
class PermanentFailure extends Error {}
/** An answer that may be another one soon. */
class TransientFailure extends Error {}

async function download(address: string, timeoutMs: number): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = new URL(address);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await request(url, signal);
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      url = redirectTarget(url, location);
      continue;
    }
    return readBody(response, signal);
  }
  throw new PermanentFailure(`more than ${MAX_REDIRECTS} redirects`);
}

async function request(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal, headers: { accept: 'application/json' } });
  } catch {
    throw new TransientFailure(signal.aborted ? 'no answer in time' : 'no connection');
  }
}

function redirectTarget(from: URL, location: string): URL {
  if (!isUrl(location, from.href)) throw new PermanentFailure('a redirect to no web address');
  const target = new URL(location, from);
  if (!/^https?:$/.test(target.protocol)) throw new PermanentFailure('a redirect to no web address');
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw new PermanentFailure('a redirect from https to http');
  }
  return target;
}

async function readBody(response: Response, signal: AbortSignal): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    const message = `status ${response.status}`;
    const mayPass = response.status === 429 || response.status >= 500;
    throw mayPass ? new TransientFailure(message) : new PermanentFailure(message);
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > MAX_CATALOG_BYTES)
        throw new PermanentFailure(`the answer is larger than ${inMebibytes(MAX_CATALOG_BYTES)}`);
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof PermanentFailure) throw error;
    throw new TransientFailure(signal.aborted ? 'no answer in time' : 'the answer broke off');
  }
  return text + decoder.decode();
}

function parseCatalog(text: string): ReadonlySet<string> | undefined {
  try {
    const parsed = CatalogSchema.safeParse(JSON.parse(text));
    return parsed.success ? new Set(parsed.data) : undefined;
  } catch {
    return undefined;
  }
}

function withoutCredentials(address: string): string {
  try {
    const { origin, pathname } = new URL(address);
    return `${origin}${pathname}`;
  } catch {
    return 'the given address';
  }
}
