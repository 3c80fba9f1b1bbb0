/** One task of bench/funnel.ts in a process of its own, measured without its start: `node funnel-task.mjs TASK FILE`. */
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { countWithDuckDb } from '../dist/funnel/duckdb/duckdb-engine.js';

const [, , task, file] = process.argv;
const STEPS = ['signup', 'activate', 'purchase'];
const names = STEPS.map((step) => `'${step}'`).join(', ');
const columns = ['user_id', 'event_name', 'timestamp', 'event_id'].map((name) => `${name}: 'VARCHAR'`);
const tasks = {
  read: async () => {
    let bytes = 0;
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) bytes += chunk.length;
    return bytes;
  },
  filter: async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    await connection.run(
      `SELECT count(*), count(user_id), count(timestamp), count(event_id)
       FROM read_json('${file}', format = 'newline_delimited', columns = {${columns.join(', ')}})
       WHERE event_name IN (${names})`,
    );
  },
  funnel: () =>
    countWithDuckDb(
      [
        {
          root: path.dirname(file),
          absolute: file,
          relative: path.basename(file),
          pointer: '',
          format: 'ndjson',
          bytes: statSync(file).size,
        },
      ],
      {
        name: 'bench',
        mode: 'ordered',
        windowMs: 7 * 86_400_000,
        steps: STEPS.map((step) => ({ name: step, event: step, where: [] })),
      },
      { threads: 2 },
    ),
};
const [cpu, wall] = [process.cpuUsage(), performance.now()];
await tasks[task]();
const used = process.cpuUsage(cpu);
process.stdout.write(
  JSON.stringify({
    cpu: (used.user + used.system) / 1e6,
    wall: (performance.now() - wall) / 1000,
    memory: process.resourceUsage().maxRSS / 1000,
  }),
);
