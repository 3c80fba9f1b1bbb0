import { decodeHTML } from 'entities/decode';
import { ElementKind } from './elements.js';
import { HeadFacts } from './head-facts.js';
import { Hiding, isHiddenByStyle } from './hiding.js';
import { NamedParts } from './named-parts.js';
import type { Image, Located, PageFacts } from './page-facts.js';
import type { PageSource } from './page-source.js';
import { encodingFacts } from './encoding-facts.js';
import { ResourceList } from './resource-list.js';
import { Attribute, type StartTag } from './start-tag.js';
import { TextScan } from './text-scan.js';

/** Gathers what the reader sees, element by element, and makes the page's facts of it. */
export class FactsCollector {
  #isPage = false;
  /** A tag or text was seen: comments and processing instructions are none. */
  #hasContent = false;
  #mainDepth = 0;
  #nosnippetMain: number | undefined;
  #doctype: PageFacts['doctype'];
  #html: PageFacts['html'] | undefined;
  #hasScript = false;
  #scriptStart = 0;
  #isJsonLd = false;
  readonly #head: HeadFacts;
  readonly #hiding = new Hiding();
  readonly #named = new NamedParts(this.#hiding);
  readonly #text: TextScan;
  readonly #images: Image[] = [];
  readonly #resources = new ResourceList();
  readonly #ids: string[] = [];
  readonly #jsonLd: Located[] = [];

  constructor(
    readonly path: string,
    readonly page: PageSource,
  ) {
    this.#head = new HeadFacts(path);
    this.#text = new TextScan(page);
  }

  doctype(position: number, text: string): void {
    this.#doctype ??= { offset: this.page.offset(position), text, isFirst: !this.#hasContent };
  }

  get isBody(): boolean {
    return this.#head.isBody;
  }

  /** A link or heading is open, which is named by what stands in it. */
  get isNaming(): boolean {
    return this.#named.isOpen;
  }

  /** The first element that is none of the head's begins the body. */
  beginBody(tag: StartTag): void {
    this.#head.beginBody(tag.offset, tag.name);
  }

  open(tag: StartTag, kind: ElementKind, isForeign: boolean): void {
    this.#hasContent = true;
    this.#hiding.open(tag, kind);
    if (this.#named.isOpen) this.#named.addLabel(tag, kind);
    const id = tag.get(Attribute.id);
    if (id !== undefined && id !== '') this.#ids.push(id);
    if (kind === ElementKind.other || kind === ElementKind.inline) {
      if (kind === ElementKind.other) this.#text.breakWord();
      return;
    }
    if (isForeign) this.#openForeign(tag, kind);
    else this.#openHtml(tag, kind);
  }

  /** @param nameEnd where the name ends that begins two characters after `position` */
  close(kind: ElementKind, position: number, nameEnd: number, isForeign: boolean): void {
    if (this.#hiding.isOpen) this.#hiding.close(this.page.slice(position + 2, nameEnd).toLowerCase());
    if (kind === ElementKind.other) {
      this.#text.breakWord();
      return;
    }
    if (isForeign) {
      this.#text.endSilence(this.page.slice(position + 2, nameEnd).toLowerCase());
      if (kind === ElementKind.anchor) this.#named.endAnchor();
      return;
    }
    switch (kind) {
      case ElementKind.head:
        this.#head.end();
        break;
      case ElementKind.body:
      case ElementKind.html:
        if (!this.#head.isBody)
          this.#head.beginBody(this.page.offset(position), kind === ElementKind.body ? 'body' : 'html');
        break;
      case ElementKind.heading:
        this.#text.breakWord();
        this.#named.endHeading();
        break;
      case ElementKind.anchor:
        this.#named.endAnchor();
        break;
      case ElementKind.chrome:
        this.#text.leaveChrome();
        break;
      case ElementKind.main:
        this.#mainDepth = Math.max(0, this.#mainDepth - 1);
        break;
      case ElementKind.code:
        this.#text.leaveCode();
        break;
      case ElementKind.dialog:
        this.#text.breakWord();
        break;
    }
  }

  text(start: number, end: number, isForeign: boolean): void {
    if (!this.#head.isBody) {
      if (isBlank(this.page.html, start, end)) return;
      this.#hasContent = true;
      this.#head.beginBody(this.page.offset(start), 'text');
    }
    this.#text.add(start, end, isForeign);
    if (!this.#named.isOpen || this.#text.isSilent) return;
    const raw = this.page.slice(start, end);
    this.#named.addText(raw.includes('&') ? decodeHTML(raw) : raw);
  }

  rawText(kind: 'title' | 'script' | 'silent', start: number, end: number): void {
    if (kind === 'title') {
      this.#head.setTitle(decodeHTML(this.page.slice(start, end)));
    } else if (kind === 'script' && this.#isJsonLd) {
      this.#jsonLd[this.#jsonLd.length - 1] = {
        offset: this.#scriptStart,
        value: this.page.slice(start, end),
      };
    }
  }

  finish(): PageFacts | undefined {
    this.#named.endAnchor();
    this.#named.endHeading();
    if (!this.#isPage) return undefined;
    const text = this.#text.result();
    return {
      path: this.path,
      bytes: this.page.bytes,
      encoding: encodingFacts(this.page, this.#head.metas),
      doctype: this.#doctype,
      html: this.#html ?? { offset: 0, lang: undefined },
      bases: this.#head.bases,
      titles: this.#head.titles,
      metas: this.#head.metas,
      links: this.#head.links,
      headings: this.#named.headings,
      anchors: this.#named.anchors,
      images: this.#images,
      resources: this.#resources.resources,
      ids: this.#ids,
      jsonLd: this.#jsonLd,
      embeds: this.#resources.embeds,
      headBreak: this.#head.break,
      nosnippetMain: this.#nosnippetMain,
      refresh: this.#head.refresh,
      isClientRendered: !text.hasText && this.#hasScript,
      text: text.facts,
    };
  }

  #openForeign(tag: StartTag, kind: ElementKind): void {
    if (kind === ElementKind.anchor)
      this.#openAnchor(tag, tag.get(Attribute.href) ?? tag.get(Attribute.xlinkHref));
    else if (kind === ElementKind.script || kind === ElementKind.silent) this.#text.silence(tag.name);
  }

  #openHtml(tag: StartTag, kind: ElementKind): void {
    switch (kind) {
      case ElementKind.html:
        this.#isPage = true;
        this.#html ??= { offset: tag.offset, lang: tag.get(Attribute.lang) };
        return;
      case ElementKind.head:
        this.#isPage = true;
        return;
      case ElementKind.body:
        this.#isPage = true;
        return;
      case ElementKind.title:
        this.#isPage = true;
        this.#head.addTitle(tag);
        return;
      case ElementKind.meta:
        this.#head.addMeta(tag);
        return;
      case ElementKind.link:
        this.#head.addLink(tag);
        this.#resources.addLinked(tag);
        return;
      case ElementKind.base:
        this.#head.addBase(tag);
        return;
      case ElementKind.script:
        this.#script(tag);
        return;
      case ElementKind.iframe:
        this.#resources.add(tag, 'frame', tag.get(Attribute.src));
        return;
      case ElementKind.frameset:
        this.#resources.addFrames(tag);
        return;
      case ElementKind.heading:
        this.#text.breakWord();
        this.#named.openHeading(tag);
        return;
      case ElementKind.anchor:
        this.#openAnchor(tag, tag.get(Attribute.href));
        return;
      case ElementKind.area:
        this.#named.openAnchor(tag, 'area', tag.get(Attribute.href));
        this.#named.endAnchor();
        if (tag.has(Attribute.href)) this.#image(tag, 'area', undefined);
        return;
      case ElementKind.image:
        this.#image(tag, 'img', tag.get(Attribute.src));
        this.#resources.add(tag, 'image', tag.get(Attribute.src));
        this.#resources.addSrcset(tag);
        return;
      case ElementKind.input:
        if (tag.get(Attribute.type)?.trim().toLowerCase() !== 'image') return;
        this.#image(tag, 'input', tag.get(Attribute.src));
        this.#resources.add(tag, 'image', tag.get(Attribute.src));
        return;
      case ElementKind.source:
        this.#resources.add(tag, 'media', tag.get(Attribute.src));
        this.#resources.addSrcset(tag);
        return;
      case ElementKind.media:
        this.#resources.add(tag, 'media', tag.get(Attribute.src));
        this.#resources.add(tag, 'image', tag.get(Attribute.poster));
        return;
      case ElementKind.track:
        this.#resources.add(tag, 'media', tag.get(Attribute.src));
        return;
      case ElementKind.embed:
        this.#resources.addEmbed(tag);
        return;
      case ElementKind.dialog:
        this.#text.breakWord();
        return;
      case ElementKind.form:
        this.#text.breakWord();
        this.#resources.add(tag, 'form', tag.get(Attribute.action));
        return;
      case ElementKind.chrome:
        this.#text.enterChrome();
        return;
      case ElementKind.main:
        this.#text.breakWord();
        this.#mainDepth += 1;
        if (tag.has(Attribute.dataNosnippet)) this.#nosnippetMain ??= tag.offset;
        return;
      case ElementKind.code:
        this.#text.enterCode();
        return;
    }
  }

  #openAnchor(tag: StartTag, href: string | undefined): void {
    const name = tag.get(Attribute.name);
    if (name !== undefined && name !== '') this.#ids.push(name);
    this.#named.openAnchor(tag, 'a', href);
  }

  #script(tag: StartTag): void {
    this.#scriptStart = tag.offset;
    const type = tag.get(Attribute.type)?.trim().toLowerCase().split(';', 1)[0]?.trim();
    this.#isJsonLd = type === 'application/ld+json';
    if (this.#isJsonLd) this.#jsonLd.push({ offset: tag.offset, value: '' });
    else this.#hasScript = true;
    this.#resources.add(tag, 'script', tag.get(Attribute.src));
  }

  #image(tag: StartTag, element: Image['element'], src: string | undefined): void {
    const alt = tag.get(Attribute.alt);
    const label = tag.get(Attribute.ariaLabel)?.trim() ?? '';
    if (element !== 'area' && alt !== undefined && label === '') this.#named.addText(alt);
    const [role] = tag.tokens(Attribute.role);
    this.#images.push({
      offset: tag.offset,
      element,
      src,
      alt,
      isLabelled: label !== '' || (tag.get(Attribute.ariaLabelledby) ?? '').trim() !== '',
      isDecoration:
        role === 'none' ||
        role === 'presentation' ||
        tag.get(Attribute.ariaHidden) === 'true' ||
        this.#hiding.isSilenced,
      isHidden: tag.has(Attribute.hidden) || this.#hiding.isHidden || isHiddenByStyle(tag),
      width: tag.get(Attribute.width),
      height: tag.get(Attribute.height),
      style: tag.get(Attribute.style) ?? '',
      fillsParent: tag.get(Attribute.dataNimg) === 'fill',
      loading: tag.get(Attribute.loading)?.trim().toLowerCase(),
      isInMain: this.#mainDepth > 0,
    });
  }
}

function isBlank(html: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = html.charCodeAt(index);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 12) return false;
  }
  return true;
}
