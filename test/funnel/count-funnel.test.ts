import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { countFunnel } from '../../src/funnel/count-funnel.js';
import { defineFunnel } from '../../src/funnel/definition.js';
import { countWithDuckDb } from '../../src/funnel/duckdb/duckdb-engine.js';
import { findEventFiles } from '../../src/funnel/event-files.js';
import { temporaryFolder } from '../support/growth.js';

const definition = defineFunnel({
  events_path: 'x',
  funnel_name: 'f',
  steps: ['a', 'b'],
  window: '7d',
  mode: 'ordered',
});
const line = (user: string, event: string) => `{"user_id":"${user}","event_name":"${event}","timestamp":9}\n`;

async function countBoth(name: string, content: string | Buffer) {
  const root = temporaryFolder();
  writeFileSync(path.join(root, name), content);
  const files = await findEventFiles(root, name);
  const [chosen, duckdb] = [
    await countFunnel(files, definition, { threads: 1 }),
    await countWithDuckDb(files, definition, { threads: 1 }),
  ];
  const { engine, ...numbers } = chosen.summary;
  const { engine: _, ...expected } = duckdb.summary;
  expect(numbers).to.deep.equal(expected);
  return engine;
}

describe('the engine of a funnel', () => {
  it('is none for small NDJSON, with the numbers of DuckDB', async () => {
    expect(await countBoth('e.ndjson', line('u', 'a') + line('u', 'b'))).to.equal('direct');
  });

  it('is DuckDB for more than a megabyte, other formats, and what is not UTF-8', async () => {
    expect(await countBoth('e.ndjson', line('u', 'a').repeat(25_000))).to.equal('duckdb');
    expect(await countBoth('e.csv', 'user_id,event_name,timestamp\nu,a,9\n')).to.equal('duckdb');
    const latin1 = Buffer.from(line('u', 'a') + line('\u00e9', 'a'), 'latin1');
    expect(await countBoth('e.ndjson', latin1)).to.equal('duckdb');
  });

  it('reads NaN and Infinity as no value, and passes over a comma too many, whichever it is', async () => {
    const rows = [
      '{"user_id":"u","event_name":"a","timestamp":9,"price":NaN}',
      '{"user_id":"u","event_name":"b","timestamp":9,}',
      '{"user_id":NaN,"event_name":"b","timestamp":9}',
      '{"user_id":"v","event_name":"a","timestamp":-Infinity}',
      '{"user_id":"w, NaN,}","event_name":"a","timestamp":9,"list":[1,]}',
    ];
    expect(await countBoth('e.ndjson', rows.join('\n'))).to.equal('direct');
  });
});
