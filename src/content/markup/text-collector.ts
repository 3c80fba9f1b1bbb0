import { BlockText, readableText } from './block-text.js';
import { BLOCKS, HEADINGS } from './elements.js';
import { stringsOfJson } from './json-strings.js';
import type { Link, MarkupText, TextBlock } from './markup-text.js';
import type { OpenElement, TextUse } from './open-elements.js';
import { type Attributes, isButton, textsOfAttributes } from './text-attributes.js';

/** Puts pieces of text together to blocks, links and the texts that are not visible, as elements start and end. */
export class TextCollector {
  readonly #texts = {
    shown: new BlockText(),
    unseen: new BlockText(),
    title: new BlockText(),
    data: new BlockText(),
  };
  readonly #blocks: TextBlock[] = [];
  readonly #attributes: string[] = [];
  readonly #links: Link[] = [];
  /** The link or button that text is part of. */
  #link: { readonly name: string; readonly attributes: Attributes; readonly text: BlockText } | undefined;
  #heading: string | undefined;
  #title: string | undefined;
  #headline: string | undefined;
  #metaDescription: string | undefined;

  add(text: string, use: TextUse): void {
    if (use === 'dropped') return;
    this.#texts[use].add(text);
    if (use === 'shown') this.#link?.text.add(text);
  }

  /** Adds a text that is not visible. */
  addAttribute(text: string): void {
    const readable = readableText(text);
    if (readable !== '') this.#attributes.push(readable);
  }

  start({ name, use }: OpenElement, attributes: Attributes): void {
    for (const text of textsOfAttributes(name, attributes)) this.addAttribute(text);
    if (name === 'meta' && attributes.get('name')?.trim().toLowerCase() === 'description') {
      this.#metaDescription ??= nonEmpty(attributes.get('content'));
    }
    if (BLOCKS.has(name)) this.endBlock(use);
    if (use !== 'shown') return;
    if (name === 'br') this.add(' ', use);
    if (name === 'img') this.#link?.text.add(attributes.get('alt') ?? '');
    if (HEADINGS.has(name)) this.#heading = name;
    if (isButton(name, attributes)) {
      this.#addLink({ text: readableText(attributes.get('value') ?? attributes.get('alt') ?? '') });
    }
    if (this.#link === undefined && (name === 'button' || (name === 'a' && attributes.has('href')))) {
      this.#link = { name, attributes, text: new BlockText() };
    }
  }

  end({ name, use }: OpenElement, parentUse: TextUse): void {
    if (BLOCKS.has(name) || use !== parentUse) this.endBlock(use);
    if (use !== 'shown') return;
    if (name === this.#heading) this.#heading = undefined;
    if (name === this.#link?.name) this.#endLink();
  }

  endBlock(use: TextUse): void {
    if (use === 'dropped') return;
    const text = this.#texts[use].take();
    if (use === 'shown') this.#link?.text.add(' ');
    if (text === '') return;
    if (use === 'shown') {
      this.#blocks.push({ kind: this.#heading === undefined ? 'text' : 'heading', text });
      if (this.#heading === 'h1') this.#headline ??= text;
    } else if (use === 'data') for (const string of stringsOfJson(text)) this.addAttribute(string);
    else {
      this.#attributes.push(text);
      if (use === 'title') this.#title ??= text;
    }
  }

  result(): MarkupText {
    this.endBlock('shown');
    return {
      blocks: this.#blocks,
      attributes: this.#attributes,
      ...(this.#title !== undefined && { title: this.#title }),
      ...(this.#headline !== undefined && { headline: this.#headline }),
      ...(this.#metaDescription !== undefined && { meta_description: this.#metaDescription }),
      links: this.#links,
    };
  }

  #endLink(): void {
    if (this.#link === undefined) return;
    const { attributes, text } = this.#link;
    const href = attributes.get('href');
    const spoken = readableText(attributes.get('aria-label') ?? attributes.get('title') ?? '');
    this.#link = undefined;
    this.#addLink({ text: nonEmpty(text.take()) ?? spoken, ...(href !== undefined && { href }) });
  }

  #addLink(link: Link): void {
    if (link.text !== '' || link.href !== undefined) this.#links.push(link);
  }
}

function nonEmpty(text: string | undefined): string | undefined {
  const readable = readableText(text ?? '');
  return readable === '' ? undefined : readable;
}
