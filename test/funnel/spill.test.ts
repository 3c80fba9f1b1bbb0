import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { withSpillFolder } from '../../src/funnel/duckdb/spill-folder.js';
import { ROOT, analyzeArgs, growth, temporaryFolder } from '../support/growth.js';

const PREFIX = `growth-funnel-${hostname().replaceAll(/[^\w]/g, '_')}-`;

/** A folder with inputs for a funnel of so many events. */
function project(events: number): string {
  const folder = temporaryFolder();
  const rows = Array.from(
    { length: events },
    (_, index) =>
      `{"event_id":"e${index}","user_id":"u${index % 50_000}","event_name":"${index % 3 === 0 ? 'b' : 'a'}","timestamp":${1_700_000_000 + index}}`,
  );
  writeFileSync(path.join(folder, 'events.ndjson'), rows.join('\n'));
  const funnel_analysis = { events_path: 'events.ndjson', steps: ['a', 'b'] };
  writeFileSync(path.join(folder, 'inputs.json'), JSON.stringify({ funnel_analysis }));
  return folder;
}

/** Bytes of what runs have put aside in a folder. */
function spilled(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file), { throwIfNoEntry: false }))
    .reduce((sum, stats) => sum + (stats?.isFile() === true ? stats.size : 0), 0);
}

describe('what DuckDB puts aside', () => {
  it('removes what a killed run left, and leaves the folders of running ones and of other machines', async () => {
    const own = temporaryFolder();
    const { pid: gone } = spawnSync(process.execPath, ['-e', '0']);
    mkdirSync(path.join(own, `${PREFIX}${gone}-abc`));
    mkdirSync(path.join(own, `${PREFIX}${process.ppid}-abc`));
    mkdirSync(path.join(own, `growth-funnel-elsewhere-${gone}-abc`));
    const usual = process.env['TMPDIR'];
    process.env['TMPDIR'] = own;
    try {
      await withSpillFolder(() => Promise.resolve());
    } finally {
      if (usual === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usual;
    }
    expect(readdirSync(own)).to.have.members([
      `${PREFIX}${process.ppid}-abc`,
      `growth-funnel-elsewhere-${gone}-abc`,
    ]);
  });

  it('is gone after the next run when a run is killed while it writes, which leaves no output', async () => {
    const folder = project(400_000);
    const own = temporaryFolder();
    const env = { ...process.env, TMPDIR: own };
    const args = analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'out'));
    const run = spawn(process.execPath, [path.join(ROOT, 'bin', 'run.js'), ...args], {
      env,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => run.once('exit', (_, signal) => resolve(signal)));
    while (run.exitCode === null && spilled(own) < 1_000_000) await setTimeout(5);
    run.kill('SIGKILL');
    expect(await ended).to.equal('SIGKILL');
    expect(readdirSync(own).filter((name) => name.startsWith(PREFIX))).to.have.length(1);
    expect(spilled(own)).to.be.at.least(1_000_000);
    expect(existsSync(path.join(folder, 'out', 'request-bundle.json'))).to.equal(false);

    expect(growth(args, { env }).status).to.equal(0);
    expect(readdirSync(own)).to.deep.equal([]);
  });

  it('is a clear error when it finds no room, and nothing is written', () => {
    const folder = project(300_000);
    const own = temporaryFolder();
    const args = analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'out'), '--json');
    const command = [process.execPath, path.join(ROOT, 'bin', 'run.js'), ...args];
    // No file may grow beyond a megabyte, as on a full disk.
    const { status, stdout } = spawnSync('sh', ['-c', 'ulimit -f 2048; exec "$@"', 'sh', ...command], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: own },
    });
    expect(stdout).to.include('disk_full');
    expect(status).to.not.equal(0);
    expect(existsSync(path.join(folder, 'out'))).to.equal(false);
    expect(readdirSync(own)).to.deep.equal([]);
  });
});
