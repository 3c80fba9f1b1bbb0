import type { HostProblem } from './host-rules.js';

/** A path of a `_headers` file with its X-Robots-Tag. */
export interface HeaderBlock {
  /** As written: a path, or an address with a host's name. */
  readonly path: string;
  /** Joined by commas; '' where the header is taken back; undefined where the block has none. */
  readonly robotsTag: string | undefined;
}

const FILE = '_headers';

/**
 * A `_headers` file: a path a line, below it `Name: value` lines. Source:
 * docs.netlify.com/manage/routing/headers, developers.cloudflare.com/pages/configuration/headers
 */
export function readHeaderLines(text: string): { blocks: HeaderBlock[]; problems: HostProblem[] } {
  const blocks: { path: string; robotsTag: string | undefined }[] = [];
  const problems: HostProblem[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (/^(?:\/|[a-z][a-z\d+.-]*:\/\/)/i.test(line)) {
      blocks.push({ path: line, robotsTag: undefined });
      continue;
    }
    const block = blocks.at(-1);
    if (block === undefined) {
      problems.push({ file: FILE, message: `Line ${index + 1}: a header before the first path.` });
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === -1) {
      // Cloudflare takes a header back by `! Name`; Netlify skips the line.
      if (/^!\s*x-robots-tag$/i.test(line)) block.robotsTag = '';
    } else if (/^x-robots-tag$/i.test(line.slice(0, colon).trim())) {
      const value = line.slice(colon + 1).trim();
      block.robotsTag = block.robotsTag ? `${block.robotsTag}, ${value}` : value;
    }
  }
  return { blocks, problems };
}
