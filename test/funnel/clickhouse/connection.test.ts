import { expect } from 'chai';
import { withClickHouse } from '../../../src/funnel/clickhouse/connection.js';
import {
  type ClickHouseServer,
  READER,
  hasClickHouseServer,
  startClickHouse,
} from '../../support/clickhouse-server.js';
import { rejection } from '../../support/rejection.js';

const OWNER = { user: 'default', password: '' } as const;

describe('a connection to a ClickHouse server', function () {
  this.timeout(60_000);
  let server: ClickHouseServer;

  before(async function () {
    if (!hasClickHouseServer) this.skip();
    server = await startClickHouse();
    await server.run('CREATE TABLE kept (x UInt8) ENGINE = Memory');
    await server.run('INSERT INTO kept VALUES (1)');
  });

  after(async () => {
    if (hasClickHouseServer) await server.stop();
  });

  for (const [who, user] of [
    ['a reader', READER],
    ['the owner', OWNER],
  ] as const) {
    it(`lets ${who} write nothing`, async () => {
      for (const statement of [
        'DROP TABLE kept',
        'INSERT INTO kept SELECT 2',
        'CREATE TABLE more (x UInt8) ENGINE = Memory',
      ]) {
        const asking = withClickHouse({ url: server.url, ...user }, ({ rows }) => rows(statement));
        expect((await rejection(asking, 'clickhouse_failed')).exitCode).to.equal(5);
      }
      expect(await server.run('SELECT x FROM kept')).to.equal('1\n');
    });
  }

  it('ends a query that takes longer than allowed', async () => {
    const asking = withClickHouse(
      { url: server.url, ...OWNER },
      ({ rows }) => rows('SELECT count() FROM system.numbers'),
      1,
    );
    expect((await rejection(asking, 'clickhouse_failed')).message).to.equal(
      'ClickHouse failed: a query took longer than allowed',
    );
  });

  it('notices when an answer ends in an error', async () => {
    let read = 0;
    const asking = withClickHouse(
      { url: server.url, ...OWNER },
      async ({ stream }) => {
        for await (const _ of stream('SELECT number FROM system.numbers')) read += 1;
      },
      1,
    );
    await rejection(asking, 'clickhouse_failed');
    expect(read).to.be.greaterThan(0);
  });
});
