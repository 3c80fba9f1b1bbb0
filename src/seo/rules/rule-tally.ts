import type { Located } from '../page/page-facts.js';

/** What the rules of a robots.txt block: one rule, often many addresses. */
export class RuleTally {
  readonly #byOffset = new Map<number, { readonly rule: Located; readonly addresses: Set<string> }>();

  add(rule: Located, address: string): void {
    const known = this.#byOffset.get(rule.offset);
    if (known === undefined) this.#byOffset.set(rule.offset, { rule, addresses: new Set([address]) });
    else known.addresses.add(address);
  }

  /** In the order of the file, with the first address by UTF-16 code unit. */
  *entries(): Iterable<{ readonly rule: Located; readonly count: number; readonly sample: string }> {
    for (const { rule, addresses } of [...this.#byOffset.values()].sort(
      (a, b) => a.rule.offset - b.rule.offset,
    )) {
      const [sample = ''] = [...addresses].sort();
      yield { rule, count: addresses.size, sample };
    }
  }
}
