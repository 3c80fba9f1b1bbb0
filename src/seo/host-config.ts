import { TomlError } from 'smol-toml';
import { inMebibytes } from '../inputs/sizes.js';
import { AnsweredPaths } from './hosts/answered-paths.js';
import { AZURE_FILE, azureRules } from './hosts/azure.js';
import { cloudflareRules } from './hosts/cloudflare.js';
import { readHeaderLines } from './hosts/header-lines.js';
import { type HostProblem, type HostRules, robotsTagFor } from './hosts/host-rules.js';
import { NETLIFY_FILE, netlifyRules, readNetlifyToml } from './hosts/netlify.js';
import { readRedirectLines } from './hosts/redirect-lines.js';
import { VERCEL_FILE, vercelRules } from './hosts/vercel.js';
import { hasNoindex } from './robots-directives.js';

/** What the configuration of static hosts in the scanned folder says. Paths are decoded, with a leading slash. */
export interface HostConfig {
  /**
   * Directives of X-Robots-Tag that hold for every crawler or for Googlebot, in lower case, parted by commas;
   * undefined for none, and where it can't be decided whether there are any.
   */
  readonly robotsTag: (path: string) => string | undefined;
  /** Whether the host answers, or may answer, a path that no file has: by a redirect or with another file. */
  readonly redirects: (path: string) => boolean;
  /** Where a rule of `_redirects` or netlify.toml without placeholders and conditions leads; undefined if it isn't certain. */
  readonly destination: (path: string) => string | undefined;
  readonly problems: readonly HostProblem[];
}

/** Largest configuration of a host that is read; hosts take far less. */
export const MAX_HOST_BYTES = 4 * 1024 * 1024;

const HEADERS_FILE = '_headers';
const REDIRECTS_FILE = '_redirects';

/** The files that are read, relative to the scanned folder. */
export const HOST_FILES: readonly string[] = [
  HEADERS_FILE,
  REDIRECTS_FILE,
  NETLIFY_FILE,
  VERCEL_FILE,
  AZURE_FILE,
];

/**
 * Reads the configuration of every host whose files are there. A file that can't be read is a problem; since it may
 * hold any rule, no path is certain then to be without an answer, and none to be noindex.
 */
export function hostConfig(files: ReadonlyMap<string, Buffer>): HostConfig {
  const reader = new ConfigReader(files);
  const hosts = [
    ...commonHosts(reader),
    reader.read(VERCEL_FILE, vercelRules),
    reader.read(AZURE_FILE, azureRules),
  ];
  const known = hosts.filter((host) => host !== undefined);
  const { problems, isUnread } = reader;
  const answered = new AnsweredPaths(known.flatMap((host) => host.answered));
  return {
    robotsTag: (path) => (isUnread ? undefined : agreedTag(known, path)),
    redirects: (path) => isUnread || answered.has(path),
    destination: (path) => (isUnread ? undefined : certainDestination(known, path)),
    problems,
  };
}

/** `_headers` and `_redirects` are read by Netlify and by Cloudflare; by which one, only netlify.toml tells. */
function commonHosts(reader: ConfigReader): HostRules[] {
  const headers = reader.read(HEADERS_FILE, readHeaderLines);
  const redirects = reader.read(REDIRECTS_FILE, readRedirectLines);
  const netlify = reader.read(NETLIFY_FILE, readNetlifyToml);
  reader.problems.push(...(headers?.problems ?? []), ...(redirects?.problems ?? []));
  const blocks = headers?.blocks ?? [];
  const rules = redirects?.rules ?? [];
  if (netlify !== undefined) {
    return [
      netlifyRules([...blocks, ...netlify.blocks], [...rules, ...netlify.rules], netlify.isOfOtherFolder),
    ];
  }
  return headers === undefined && redirects === undefined
    ? []
    : [netlifyRules(blocks, rules), cloudflareRules(blocks)];
}

/** Which of several hosts serves the site is not known: what only some of them say is not certain. */
function agreedTag(hosts: readonly HostRules[], path: string): string | undefined {
  const tags = hosts.map((host) => robotsTagFor(host, path));
  const [first] = tags;
  if (first === undefined) return undefined;
  return tags.every((tag) => tag !== undefined && hasNoindex(tag) === hasNoindex(first)) ? first : undefined;
}

/** A second host with rules of its own might send the path elsewhere. */
function certainDestination(hosts: readonly HostRules[], path: string): string | undefined {
  const answering = hosts.filter(({ answered }) => answered.some(({ matches }) => matches(path) !== 'no'));
  return answering.length === 1 ? answering[0]?.destination(path) : undefined;
}

class ConfigReader {
  readonly problems: HostProblem[] = [];
  /** Some file is there, and its rules are not known. */
  isUnread = false;

  constructor(readonly files: ReadonlyMap<string, Buffer>) {}

  read<T>(file: string, parse: (text: string) => T): T | undefined {
    const bytes = this.files.get(file);
    if (bytes === undefined) return undefined;
    if (bytes.length > MAX_HOST_BYTES) {
      this.#unread(file, ` (it is larger than ${inMebibytes(MAX_HOST_BYTES)})`);
      return undefined;
    }
    try {
      return parse(new TextDecoder().decode(bytes));
    } catch (error) {
      if (!(error instanceof TomlError || error instanceof SyntaxError)) throw error;
      this.#unread(file, error instanceof TomlError ? ` (line ${error.line})` : '');
      return undefined;
    }
  }

  #unread(file: string, place: string): void {
    this.isUnread = true;
    this.problems.push({
      file,
      message: `The file can't be read${place}, so no address counts as broken and no header as sent.`,
    });
  }
}
