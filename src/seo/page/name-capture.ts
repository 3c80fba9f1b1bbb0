import type { StartTag } from './start-tag.js';

/** Longest text that is kept of a heading or a link; rules look at its beginning. */
const MAX_LENGTH = 200;

/** White space of HTML and of Unicode (a title of `&nbsp;` is empty), collapsed. */
export function collapseSpace(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text;
}

/** White space that is not a single blank between others. */
const UNEVEN_SPACE = /[^\S ]|  |^ | $/;

/** Collects the text of an element while it is open. */
export class NameCapture {
  #text = '';
  #fallback = '';

  /** @param fallback the name where the element holds no text */
  start(fallback: string): void {
    this.#text = '';
    this.#fallback = fallback;
  }

  /** The label of an element inside is part of the name; its title is one only where there is nothing else. */
  addLabel(tag: StartTag): void {
    const label = labelOf(tag);
    if (label !== '') this.add(` ${label} `);
    else if (this.#fallback === '' && tag.get('alt') !== '') this.#fallback = tag.get('title') ?? '';
  }

  add(text: string): void {
    if (text.trim() === '') {
      if (!this.#text.endsWith(' ')) this.#text += ' ';
      return;
    }
    // White space may stand before what counts, so a little more is collected than is kept.
    if (this.#text.length < 4 * MAX_LENGTH)
      this.#text += text.length > 8 * MAX_LENGTH ? text.trim().slice(0, 4 * MAX_LENGTH) : text;
  }

  end(): string {
    const name = collapseSpace(this.#text);
    return (name === '' ? collapseSpace(this.#fallback) : name).slice(0, MAX_LENGTH).toWellFormed();
  }
}

/** `aria-label`; where another element holds the label, it is not looked up. */
export function labelOf(tag: StartTag): string {
  const isLabelledElsewhere = (tag.get('aria-labelledby') ?? '').trim() !== '';
  return isLabelledElsewhere ? '…' : (tag.get('aria-label') ?? '').trim();
}
