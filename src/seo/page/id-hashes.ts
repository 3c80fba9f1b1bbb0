/** Hashes of a page's ids, ascending: sets of strings for every page of a large site would not fit in memory. */
export type IdHashes = Uint32Array;

/** FNV-1a over UTF-16 units. Among 10,000 ids, one of 400,000 ids that are not there is taken for one that is. */
function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

export function hashedIds(ids: readonly string[]): IdHashes {
  const hashes = new Uint32Array(ids.length);
  for (let index = 0; index < ids.length; index++) hashes[index] = hashId(ids[index] ?? '');
  return hashes.sort();
}

export function hasId(hashes: IdHashes, id: string): boolean {
  const wanted = hashId(id);
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === wanted;
}
