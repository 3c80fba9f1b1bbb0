import { collapseSpace } from './name-capture.js';
import type { LinkElement, Located, Meta, PageFacts } from './page-facts.js';
import { leadsToItself, refreshAddress } from './refresh.js';
import { Attribute, type StartTag } from './start-tag.js';

/** What belongs in the head, wherever it stands, and where the head ends. */
export class HeadFacts {
  readonly titles: Located[] = [];
  readonly metas: Meta[] = [];
  readonly links: LinkElement[] = [];
  readonly bases: { offset: number; href: string | undefined }[] = [];
  refresh: Located | undefined;
  #isBody = false;
  #hasEnded = false;
  #break: { offset: number; element: string; late: Located[] } | undefined;

  constructor(readonly path: string) {}

  get isBody(): boolean {
    return this.#isBody;
  }

  /** What ended the head before its time, where something of the head comes after it. */
  get break(): PageFacts['headBreak'] {
    return this.#break === undefined || this.#break.late.length === 0 ? undefined : this.#break;
  }

  /** By its end tag. */
  end(): void {
    this.#hasEnded = true;
  }

  /** @param element the name of the element that begins the body, or `text` */
  beginBody(offset: number, element: string): void {
    this.#isBody = true;
    if (!this.#hasEnded && element !== 'body' && element !== 'frameset')
      this.#break = { offset, element, late: [] };
  }

  addTitle(tag: StartTag): void {
    this.titles.push({ offset: tag.offset, value: '' });
    this.#noteLate(tag, 'title');
  }

  /** The text of the title that was added last. */
  setTitle(text: string): void {
    const title = this.titles.at(-1);
    if (title !== undefined)
      this.titles[this.titles.length - 1] = { offset: title.offset, value: collapseSpace(text) };
  }

  addBase(tag: StartTag): void {
    this.bases.push({ offset: tag.offset, href: tag.get(Attribute.href) });
    this.#noteLate(tag, 'base');
  }

  addMeta(tag: StartTag): void {
    const content = collapseSpace(tag.get(Attribute.content) ?? '');
    const charset = tag.get(Attribute.charset);
    if (charset !== undefined) this.#addMeta(tag, 'http-equiv', 'charset', charset.trim());
    const [name, property, pragma] = META_KEYS.map((attribute) => tag.get(attribute)?.trim().toLowerCase());
    // One element may say both: `<meta name="image" property="og:image">`.
    if (name !== undefined) this.#addMeta(tag, 'name', name, content);
    if (property !== undefined && property !== name) this.#addMeta(tag, 'property', property, content);
    if (pragma !== undefined) this.#addMeta(tag, 'http-equiv', pragma, content);
    const key = name ?? property;
    if (key !== undefined) this.#noteLate(tag, `meta ${key}`);
    if (pragma === 'refresh' && this.refresh === undefined) {
      const delayed = tag.get(Attribute.content) ?? '';
      const address = refreshAddress(delayed);
      if (address !== '' && !leadsToItself(delayed, address, this.path))
        this.refresh = { offset: tag.offset, value: address };
    }
  }

  addLink(tag: StartTag): void {
    const rel = tag.tokens(Attribute.rel);
    this.links.push({
      offset: tag.offset,
      rel,
      href: tag.get(Attribute.href),
      hreflang: tag.get(Attribute.hreflang),
      type: (tag.get(Attribute.type) ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
      isInHead: !this.#isBody,
    });
    if (rel.includes('canonical') || rel.includes('alternate')) this.#noteLate(tag, `link ${rel.join(' ')}`);
  }

  #addMeta(tag: StartTag, attribute: Meta['attribute'], key: string, content: string): void {
    this.metas.push({ offset: tag.offset, attribute, key, content, isInHead: !this.#isBody });
  }

  #noteLate(tag: StartTag, value: string): void {
    if (this.#isBody) this.#break?.late.push({ offset: tag.offset, value });
  }
}

const META_KEYS = [Attribute.name, Attribute.property, Attribute.httpEquiv] as const;
