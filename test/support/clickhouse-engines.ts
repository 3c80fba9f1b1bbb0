import type { ClickHouseConnection } from '../../src/funnel/clickhouse/connection.js';
import { withClickHouse } from '../../src/funnel/clickhouse/connection.js';
import { hasChdb, startChdb } from './chdb.js';
import { READER, hasClickHouseServer, startClickHouse } from './clickhouse-server.js';

/** A ClickHouse of a test's own, and how it is asked. */
export interface ClickHouseEngine {
  readonly connection: ClickHouseConnection;
  /** Runs a statement as the owner, who may write. */
  readonly run: (statement: string) => Promise<string>;
}

export interface EngineUnderTest {
  readonly name: string;
  /** Without DateTime64, EXPLAIN and repeated steps. */
  readonly isOld: boolean;
  readonly isThere: boolean;
  readonly use: <Result>(task: (engine: ClickHouseEngine) => Promise<Result>) => Promise<Result>;
}

/** The oldest that is tested, over HTTP and read-only, and one of today as a library. */
export const CLICKHOUSES: readonly EngineUnderTest[] = [
  {
    name: 'a server of 2018',
    isOld: true,
    isThere: hasClickHouseServer,
    use: async (task) => {
      const { url, run, stop } = await startClickHouse();
      try {
        return await withClickHouse({ url, ...READER }, (connection) => task({ connection, run }));
      } finally {
        await stop();
      }
    },
  },
  {
    name: 'the dialect of today',
    isOld: false,
    isThere: hasChdb,
    use: async (task) => {
      const { connection, run, stop } = startChdb();
      try {
        return await task({ connection, run });
      } finally {
        stop();
      }
    },
  },
];
