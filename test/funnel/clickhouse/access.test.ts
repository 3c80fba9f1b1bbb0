import { expect } from 'chai';
import { GrowthError } from '../../../src/errors.js';
import { clickHouseAccess } from '../../../src/funnel/clickhouse/access.js';

describe('access to ClickHouse', () => {
  it('comes from three variables of the environment', () => {
    expect(
      clickHouseAccess({
        GROWTH_CLICKHOUSE_URL: 'https://clickhouse.example:8443/',
        GROWTH_CLICKHOUSE_USER: 'growth',
        GROWTH_CLICKHOUSE_PASSWORD: 'sesame',
      }),
    ).to.deep.equal({ url: 'https://clickhouse.example:8443', user: 'growth', password: 'sesame' });
    expect(clickHouseAccess({ GROWTH_CLICKHOUSE_URL: 'http://127.0.0.1:8123' })).to.deep.equal({
      url: 'http://127.0.0.1:8123',
      user: 'default',
      password: '',
    });
  });

  for (const url of [
    undefined,
    '',
    'clickhouse.example:8123',
    'ftp://clickhouse.example',
    'http://me:hunter2@clickhouse.example',
    'http://clickhouse.example/?password=hunter2',
    'http://clickhouse.example?password=hunter2',
    'http://clickhouse.example/hunter2',
    'http://clickhouse.example/#hunter2',
  ]) {
    it(`is refused without repeating the value: ${url ?? 'unset'}`, () => {
      const read = () => clickHouseAccess({ GROWTH_CLICKHOUSE_URL: url });
      expect(read)
        .to.throw(GrowthError)
        .that.satisfies((error: GrowthError) => {
          expect(error.code).to.equal('clickhouse_unconfigured');
          expect(error.exitCode).to.equal(3);
          expect(JSON.stringify([error.message, error.hint, error.details])).not.to.include('hunter2');
          return true;
        });
    });
  }
});
