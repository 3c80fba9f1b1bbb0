/**
 * Parses an address by the URL Standard; undefined for what is no valid one.
 *
 * `URL.canParse` is not used anywhere: in Node 20, once the compiler has optimized a call of it, it says false of
 * addresses with letters beyond ASCII.
 */
export function parseUrl(address: string, base?: string | URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

export function isUrl(address: string, base?: string | URL): boolean {
  return parseUrl(address, base) !== undefined;
}
