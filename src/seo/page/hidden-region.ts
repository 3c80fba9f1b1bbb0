import { Attribute, type StartTag } from './start-tag.js';

/** Where an element hides what is in it: from its start tag to its end tag, through elements of the same name. */
export class HiddenRegion {
  #name: string | undefined;
  #depth = 0;

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  open({ name }: StartTag, hides: boolean): void {
    if (this.#name === undefined) {
      if (!hides || !ENDS_BY_TAG.has(name)) return;
      this.#name = name;
      this.#depth = 1;
    } else if (name === this.#name) this.#depth += 1;
  }

  close(name: string): void {
    if (name !== this.#name) return;
    this.#depth -= 1;
    if (this.#depth === 0) this.#name = undefined;
  }
}

/** Elements whose end tag may not be left out, so that counting finds their end. */
const ENDS_BY_TAG: ReadonlySet<string> = new Set(
  'article aside button details dialog div dl fieldset figure footer form header label main nav ol section span table ul'.split(
    ' ',
  ),
);

/** By the element itself. */
export function isHidden(tag: StartTag): boolean {
  return tag.has(Attribute.hidden) || tag.get(Attribute.ariaHidden) === 'true';
}

export function isHiddenByStyle(tag: StartTag): boolean {
  const style = tag.get(Attribute.style);
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
