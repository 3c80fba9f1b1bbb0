import { Attribute, type StartTag } from './start-tag.js';
import { shortText } from '../short-text.js';

/** Longest text that is kept of a heading or a link; rules look at its beginning. */
const MAX_LENGTH = 200;

/** White space of HTML and of Unicode (a title of `&nbsp;` is empty), collapsed. */
export function collapseSpace(text: string): string {
  return mayHaveUnevenSpace(text) ? text.replaceAll(/\s+/g, ' ').trim() : text;
}

/** Whether there may be white space other than single blanks between others: of most texts a glance says no. */
function mayHaveUnevenSpace(text: string): boolean {
  let previous = 32;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // White space beyond ASCII begins at the no-break space.
    if (code < 32 || code >= 0xa0 || (code === 32 && previous === 32)) return true;
    previous = code;
  }
  return previous === 32 && text !== '';
}

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
    else if (this.#fallback === '' && tag.get(Attribute.alt) !== '')
      this.#fallback = tag.get(Attribute.title) ?? '';
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
    return shortText(name === '' ? collapseSpace(this.#fallback) : name, MAX_LENGTH);
  }
}

/** `aria-label`; where another element holds the label, it is not looked up. */
export function labelOf(tag: StartTag): string {
  const isLabelledElsewhere = (tag.get(Attribute.ariaLabelledby) ?? '').trim() !== '';
  return isLabelledElsewhere ? '…' : (tag.get(Attribute.ariaLabel) ?? '').trim();
}
