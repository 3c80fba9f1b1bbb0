/**
 * The SEO scan side by side with tools that check a part of what it checks, each as a user would run it, on one site:
 *
 *   pnpm bench:seo-peers FOLDER          (it builds first; `LIMIT=300` seconds a tool)
 *
 * linkinator and html-validate are fetched by npm when they are first asked for; linkchecker is Debian's package of that
 * name. A tool that is not there, fails or takes longer than the limit is listed as such.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const limit = Number(process.env['LIMIT'] ?? 300) * 1000;
const ROOT = path.join(import.meta.dirname, '..');
const [site = ''] = process.argv.slice(2);

interface Peer {
  readonly name: string;
  readonly checks: string;
  readonly command: readonly string[];
  /** Exit codes that say the site was checked: found nothing, found something. */
  readonly done: readonly number[];
}

await compare(path.resolve(site));

async function compare(folder: string): Promise<void> {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) =>
    /\.html?$/i.test(file),
  );
  const bytes = files.reduce((sum, file) => sum + readFileSync(path.join(folder, file)).length, 0);
  console.log(
    `${path.basename(folder)}: ${files.length} pages, ${(bytes / 1e6).toFixed(0)} MB, limit ${limit / 1000} s`,
  );
  const work = mkdtempSync(path.join(tmpdir(), 'growth-peers-'));
  const server = await serve(folder);
  try {
    console.log('tool            wall s  MB a second  what it checks');
    for (const peer of peers(folder, server.address, work)) await report(peer, bytes, folder);
  } finally {
    server.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function peers(folder: string, address: string, work: string): Peer[] {
  const inputs = path.join(work, 'inputs.json');
  const name = path.basename(folder);
  writeFileSync(
    inputs,
    JSON.stringify({ seo_scan: { source_type: 'html_export', source_path: name, max_pages: 1e6 } }),
  );
  const ids = ['--tenant', 'acme', '--project', 'site', '--trace', 'bench'];
  const growth = [process.execPath, path.join(ROOT, 'bin', 'run.js'), 'analyze', '--inputs', inputs, ...ids];
  const npx = ['npm', 'exec', '--yes', '--'];
  return [
    {
      name: 'growth',
      checks: 'every rule of docs/seo-rules.md',
      command: [...growth, '--root', path.dirname(folder), '--out', path.join(work, 'out')],
      done: [0],
    },
    {
      name: 'linkinator',
      checks: 'links, over HTTP',
      command: [...npx, 'linkinator@6', folder, '--recurse', '--skip', '^https?://(?!localhost)', '--silent'],
      done: [0, 1],
    },
    {
      name: 'html-validate',
      checks: 'markup, page by page',
      command: [...npx, 'html-validate@9', '--formatter', 'json', path.join(folder, '**/*.html')],
      done: [0, 1],
    },
    {
      name: 'linkchecker',
      checks: 'links, over HTTP',
      command: ['linkchecker', '--no-status', '--no-warnings', '--ignore-url', '^https?://(?!127)', address],
      done: [0, 1],
    },
  ];
}

async function report({ name, checks, command, done }: Peer, bytes: number, folder: string): Promise<void> {
  // The first run may fetch the tool; its version is asked before the clock starts.
  const [program = '', ...rest] = command;
  if (program === 'npm')
    spawnSync(program, [...rest.slice(0, 4), '--version'], { cwd: tmpdir(), stdio: 'ignore' });
  const start = performance.now();
  const outcome = await run(program, rest, path.dirname(folder));
  const seconds = (performance.now() - start) / 1000;
  const isDone = typeof outcome === 'number' && done.includes(outcome);
  const speed = isDone ? (bytes / 1e6 / seconds).toFixed(1) : `(${outcome})`;
  console.log(`${name.padEnd(14)} ${seconds.toFixed(1).padStart(7)}  ${speed.padStart(11)}  ${checks}`);
}

/** @returns the exit code, or why there is none */
function run(program: string, args: readonly string[], cwd: string): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      resolve('unfinished');
      // npm's children too.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, limit);
    child.on('error', () => {
      clearTimeout(timer);
      resolve('not there');
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code ?? 'killed');
    });
  });
}

function serve(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = path.join(folder, asked.endsWith('/') ? `${asked}index.html` : asked);
    try {
      const body = readFileSync(file);
      const type = /\.html?$/i.test(file) ? 'text/html' : 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
      resolve({ address: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}
