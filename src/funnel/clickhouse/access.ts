import { GrowthError } from '../../errors.js';
import { parseUrl } from '../../inputs/web-address.js';

/** Where the server is and who asks; only ever from the environment. */
export interface ClickHouseAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/**
 * Reads GROWTH_CLICKHOUSE_URL, GROWTH_CLICKHOUSE_USER and GROWTH_CLICKHOUSE_PASSWORD.
 *
 * @throws GrowthError `clickhouse_unconfigured`; it does not repeat the value, which may hold a password
 */
export function clickHouseAccess(
  environment: Readonly<Record<string, string | undefined>>,
): ClickHouseAccess {
  const given = environment['GROWTH_CLICKHOUSE_URL'] ?? '';
  if (given === '') throw unconfigured('GROWTH_CLICKHOUSE_URL is not set');
  const url = parseUrl(given);
  const isPlain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '') &&
    url.pathname === '/';
  if (!isPlain) {
    throw unconfigured(
      'GROWTH_CLICKHOUSE_URL must be http://HOST:PORT or https://HOST:PORT, without user, password, path or query',
    );
  }
  return {
    url: url.origin,
    user: environment['GROWTH_CLICKHOUSE_USER'] ?? 'default',
    password: environment['GROWTH_CLICKHOUSE_PASSWORD'] ?? '',
  };
}

function unconfigured(message: string): GrowthError {
  return new GrowthError('clickhouse_unconfigured', message, {
    details: [{ path: '/funnel_analysis/clickhouse', message }],
  });
}
