import { isUrl } from '../../inputs/web-address.js';
import { posix } from 'node:path';
import { ABSENT, type Fact, known, UNKNOWN } from './fact.js';
import { entryOf, isNothing, textOf, type Value } from './values.js';

export interface Canonical {
  readonly written: string;
  /** `./` and what begins with it is resolved against each page, so layouts may use it. */
  readonly followsPage: boolean;
  /** As it stands in the page; undefined if the base, or what the configuration says of slashes, isn't known. */
  readonly resolved: string | undefined;
}

/** Where a page lies, for what is relative to it. */
export interface PageAddress {
  readonly pathname: string;
  readonly trailingSlash: boolean | undefined;
}

/** Reads the canonical link of `alternates`: a text, a URL, or an object with `url`. */
export function canonicalOf(
  alternates: Value,
  metadataBase: Fact<URL>,
  address: PageAddress,
  file: string,
): Fact<Canonical> {
  if (isNothing(alternates)) return ABSENT;
  if (alternates.kind !== 'object') return UNKNOWN;
  const canonical = entryOf(alternates, 'canonical');
  if (canonical === undefined || isNothing(canonical)) return ABSENT;
  const written = addressIn(canonical);
  if (written === undefined) return UNKNOWN;
  if (written === '') return ABSENT;
  const followsPage = written.startsWith('./');
  const path = followsPage ? posix.resolve(address.pathname, written) : written;
  const resolved =
    metadataBase.kind === 'unknown' || address.trailingSlash === undefined
      ? undefined
      : resolveAddress(
          path,
          metadataBase.kind === 'known' ? metadataBase.value : undefined,
          address.trailingSlash,
        );
  return known({ written, followsPage, resolved }, { file, offset: canonical.offset });
}

function addressIn(value: Value): string | undefined {
  if (value.kind === 'url') return value.href;
  return value.kind === 'object' ? textOf(entryOf(value, 'url')) : textOf(value);
}

/** Without a base, an address stays as it is written. The base's path is put before that of the address. */
function resolveAddress(address: string, base: URL | undefined, trailingSlash: boolean): string {
  if (base === undefined) return withSlash(address, undefined, trailingSlash);
  const url = isUrl(address) ? new URL(address) : joined(address, base);
  if (url === undefined) return address;
  return withSlash(url.pathname === '/' && url.search === '' ? url.origin : url.href, base, trailingSlash);
}

function joined(address: string, base: URL): URL | undefined {
  const path = posix.join(base.pathname, address);
  return isUrl(path, base.href) ? new URL(path, base) : undefined;
}

/** A slash is added to addresses of the base's origin that have no query and name no file. */
function withSlash(address: string, base: URL | undefined, trailingSlash: boolean): string {
  if (!trailingSlash || address.endsWith('/') || address.includes('?')) return address;
  if (address.startsWith('/') || !isUrl(address)) return address;
  const url = new URL(address);
  const isExternal = base !== undefined && url.origin !== base.origin;
  return isExternal || /\.\w+$/.test(url.pathname) ? address : `${address}/`;
}
