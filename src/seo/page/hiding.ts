import { ElementKind } from './elements.js';
import { Attribute, type StartTag } from './start-tag.js';

/** What elements hide by `hidden` (and dialogs that are closed) from everybody, and by `aria-hidden` from those who listen. */
export class Hiding {
  readonly #hidden = new HiddenRegion();
  readonly #silenced = new HiddenRegion();
  #isOpen = false;

  /** In what is hidden in either way. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isHidden(): boolean {
    return this.#hidden.isOpen;
  }

  get isSilenced(): boolean {
    return this.#silenced.isOpen;
  }

  open(tag: StartTag, kind: ElementKind): void {
    // Browsers show a dialog only once a script opens it.
    const hides = tag.has(Attribute.hidden) || (kind === ElementKind.dialog && !tag.has(Attribute.open));
    if (!this.#isOpen && !hides && !tag.has(Attribute.ariaHidden)) return;
    this.#hidden.open(tag, hides);
    this.#silenced.open(tag, tag.get(Attribute.ariaHidden) === 'true');
    this.#isOpen = this.#hidden.isOpen || this.#silenced.isOpen;
  }

  close(name: string): void {
    this.#hidden.close(name);
    this.#silenced.close(name);
    this.#isOpen = this.#hidden.isOpen || this.#silenced.isOpen;
  }
}

/** Where an element hides what is in it: from its start tag to its end tag, through elements of the same name. */
class HiddenRegion {
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
