import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A ClickHouse server of our own: on the loopback, with a configuration and data in a temporary folder. */
export interface ClickHouseServer {
  readonly url: string;
  /** Runs a statement as the owner, who may write. */
  readonly run: (statement: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** The one of users.xml whose profile is readonly = 1. */
export const READER = { user: 'reader', password: 'sesame' } as const;

const SERVER = ['/usr/bin/clickhouse-server', '/usr/sbin/clickhouse-server'].find((file) => existsSync(file));

export const hasClickHouseServer = SERVER !== undefined;

export async function startClickHouse(): Promise<ClickHouseServer> {
  if (SERVER === undefined) throw new Error('there is no clickhouse-server');
  const folder = mkdtempSync(path.join(tmpdir(), 'growth-clickhouse-'));
  const port = await freePort();
  for (const name of ['data', 'tmp', 'files']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'config.xml'), configuration(folder, port));
  writeFileSync(path.join(folder, 'users.xml'), USERS);
  const child = spawn(SERVER, [`--config-file=${path.join(folder, 'config.xml')}`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  const run = async (statement: string) => {
    const response = await fetch(url, { method: 'POST', body: statement });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  };
  return { url, run, stop };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`clickhouse-server ended with ${child.exitCode}`);
    const isUp = await fetch(`${url}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('clickhouse-server does not answer');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}

/** A time zone that is not UTC, which must not matter. */
function configuration(folder: string, port: number): string {
  return `<yandex>
    <logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
    <http_port>${port}</http_port><listen_host>127.0.0.1</listen_host><timezone>Asia/Kolkata</timezone>
    <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path>
    <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile>
    <default_database>default</default_database><mark_cache_size>100000000</mark_cache_size>
  </yandex>`;
}

const USERS = `<yandex>
  <profiles>
    <default><allow_experimental_low_cardinality_type>1</allow_experimental_low_cardinality_type></default>
    <readonly><readonly>1</readonly></readonly>
  </profiles>
  <users>
    <default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
    <${READER.user}><password>${READER.password}</password><networks><ip>127.0.0.1</ip></networks>
      <profile>readonly</profile><quota>default</quota></${READER.user}>
  </users>
  <quotas><default/></quotas>
</yandex>`;
