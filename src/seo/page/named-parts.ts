import { ElementKind } from './elements.js';
import { type Hiding, isHidden, isHiddenByStyle } from './hiding.js';
import { labelOf, NameCapture } from './name-capture.js';
import type { Anchor, Heading } from './page-facts.js';
import { Attribute, type StartTag } from './start-tag.js';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Links and headings, which are named by what stands in them. A link ends the link before, and a heading the heading. */
export class NamedParts {
  readonly anchors: Anchor[] = [];
  readonly headings: Heading[] = [];
  #anchor: Mutable<Anchor> | undefined;
  #heading: Mutable<Heading> | undefined;
  readonly #anchorName = new NameCapture();
  readonly #headingText = new NameCapture();

  constructor(readonly hiding: Hiding) {}

  get isOpen(): boolean {
    return this.#anchor !== undefined || this.#heading !== undefined;
  }

  addText(text: string): void {
    if (this.#anchor !== undefined) this.#anchorName.add(text);
    if (this.#heading !== undefined) this.#headingText.add(text);
  }

  /** Of an element inside a link or heading; links and headings have labels of their own. */
  addLabel(tag: StartTag, kind: ElementKind): void {
    if (this.#anchor !== undefined && kind !== ElementKind.anchor) this.#anchorName.addLabel(tag);
    if (this.#heading !== undefined && kind !== ElementKind.heading) this.#headingText.addLabel(tag);
  }

  openHeading(tag: StartTag): void {
    this.endHeading();
    this.#heading = {
      offset: tag.offset,
      level: Number(tag.name.charAt(1)),
      text: '',
      isHidden: isHidden(tag),
      isInHiddenPart: this.hiding.isOpen,
    };
    this.#headingText.start(tag.get(Attribute.title) ?? '');
    this.#headingText.add(labelOf(tag));
  }

  endHeading(): void {
    if (this.#heading === undefined) return;
    this.#heading.text = this.#headingText.end();
    this.headings.push(this.#heading);
    this.#heading = undefined;
  }

  openAnchor(tag: StartTag, element: Anchor['element'], href: string | undefined): void {
    this.endAnchor();
    this.#anchor = {
      offset: tag.offset,
      element,
      href,
      rel: tag.tokens(Attribute.rel),
      name: labelOf(tag),
      isHidden: isHidden(tag) || this.hiding.isOpen || isHiddenByStyle(tag),
      hasClickHandler: tag.has(Attribute.onclick),
      isTarget: (tag.get(Attribute.id) ?? tag.get(Attribute.name) ?? '') !== '',
      role: tag.tokens(Attribute.role)[0] ?? '',
    };
    this.#anchorName.start(
      tag.get(Attribute.title) ?? (element === 'area' ? tag.get(Attribute.alt) : undefined) ?? '',
    );
  }

  endAnchor(): void {
    if (this.#anchor === undefined) return;
    const name = this.#anchorName.end();
    if (this.#anchor.name === '') this.#anchor.name = name;
    this.anchors.push(this.#anchor);
    this.#anchor = undefined;
  }
}
