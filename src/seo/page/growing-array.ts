/** A list of unsigned 32-bit numbers that grows, and ends as one block of memory. */
export class GrowingArray {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(1);
    this.#values[this.length++] = value;
  }

  append(values: Uint32Array): void {
    if (this.length + values.length > this.#values.length) this.#grow(values.length);
    this.#values.set(values, this.length);
    this.length += values.length;
  }

  #grow(by: number): void {
    const larger = new Uint32Array(2 * this.#values.length + by);
    larger.set(this.#values);
    this.#values = larger;
  }

  toArray(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.length);
  }
}
