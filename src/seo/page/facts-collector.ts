import { decodeHTML } from 'entities/decode';
import { ElementKind } from './elements.js';
import { collapseSpace, labelOf, NameCapture } from './name-capture.js';
import type {
  Anchor,
  Embed,
  Heading,
  Image,
  LinkElement,
  Located,
  Meta,
  PageFacts,
  Resource,
  ResourceKind,
} from './page-facts.js';
import type { PageSource } from './page-source.js';
import { encodingFacts } from './encoding-facts.js';
import { HiddenRegion, isHidden, isHiddenByStyle } from './hidden-region.js';
import { leadsToItself, refreshAddress } from './refresh.js';
import { srcsetUrls } from './srcset.js';
import { Attribute, type StartTag } from './start-tag.js';
import { TextScan } from './text-scan.js';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Gathers what the reader sees, element by element, and makes the page's facts of it. */
export class FactsCollector {
  #isPage = false;
  /** A tag or text was seen: comments and processing instructions are none. */
  #hasContent = false;
  #isBody = false;
  #headEnded = false;
  #headBreak: { offset: number; element: string; late: Located[] } | undefined;
  #mainDepth = 0;
  #nosnippetMain: number | undefined;
  #doctype: PageFacts['doctype'];
  #html: PageFacts['html'] | undefined;
  #refresh: Located | undefined;
  #hasScript = false;
  #scriptStart = 0;
  #isJsonLd = false;
  #titleStart = 0;
  #anchor: Mutable<Anchor> | undefined;
  #heading: Mutable<Heading> | undefined;
  #isHiding = false;
  readonly #hidden = new HiddenRegion();
  readonly #silenced = new HiddenRegion();
  readonly #anchorName = new NameCapture();
  readonly #headingText = new NameCapture();
  readonly #text: TextScan;
  readonly #titles: Located[] = [];
  readonly #metas: Meta[] = [];
  readonly #links: LinkElement[] = [];
  readonly #bases: { offset: number; href: string | undefined }[] = [];
  readonly #headings: Heading[] = [];
  readonly #anchors: Anchor[] = [];
  readonly #images: Image[] = [];
  readonly #resources: Resource[] = [];
  readonly #ids: string[] = [];
  readonly #jsonLd: Located[] = [];
  readonly #embeds: Embed[] = [];

  constructor(
    readonly path: string,
    readonly page: PageSource,
  ) {
    this.#text = new TextScan(page);
  }

  doctype(position: number, text: string): void {
    this.#doctype ??= { offset: this.page.offset(position), text, isFirst: !this.#hasContent };
  }

  get isBody(): boolean {
    return this.#isBody;
  }

  /** A link or heading is open, which is named by what stands in it. */
  get isNaming(): boolean {
    return this.#anchor !== undefined || this.#heading !== undefined;
  }

  /** The first element that is none of the head's begins the body. */
  beginBody(tag: StartTag): void {
    this.#startBody(tag.offset, tag.name);
  }

  open(tag: StartTag, kind: ElementKind, isForeign: boolean): void {
    this.#hasContent = true;
    if (this.#isHiding || tag.has(Attribute.hidden) || tag.has(Attribute.ariaHidden)) this.#trackHiding(tag);
    if (this.isNaming) this.#nameBy(tag, kind);
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
    if (this.#isHiding) this.#endHiding(this.page.slice(position + 2, nameEnd).toLowerCase());
    if (kind === ElementKind.other) {
      this.#text.breakWord();
      return;
    }
    if (isForeign) {
      this.#text.endSilence(this.page.slice(position + 2, nameEnd).toLowerCase());
      if (kind === ElementKind.anchor) this.#endAnchor();
      return;
    }
    switch (kind) {
      case ElementKind.head:
        this.#headEnded = true;
        break;
      case ElementKind.body:
      case ElementKind.html:
        if (!this.#isBody)
          this.#startBody(this.page.offset(position), kind === ElementKind.body ? 'body' : 'html');
        break;
      case ElementKind.heading:
        this.#text.breakWord();
        this.#endHeading();
        break;
      case ElementKind.anchor:
        this.#endAnchor();
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
    }
  }

  text(start: number, end: number, isForeign: boolean): void {
    if (!this.#isBody) {
      if (isBlank(this.page.html, start, end)) return;
      this.#hasContent = true;
      this.#startBody(this.page.offset(start), 'text');
    }
    this.#text.add(start, end, isForeign);
    if (!this.isNaming) return;
    if (this.#text.isSilent) return;
    const raw = this.page.slice(start, end);
    const decoded = raw.includes('&') ? decodeHTML(raw) : raw;
    if (this.#anchor !== undefined) this.#anchorName.add(decoded);
    if (this.#heading !== undefined) this.#headingText.add(decoded);
  }

  rawText(kind: 'title' | 'script' | 'silent', start: number, end: number): void {
    if (kind === 'title') {
      this.#titles[this.#titles.length - 1] = {
        offset: this.#titleStart,
        value: collapseSpace(decodeHTML(this.page.slice(start, end))),
      };
    } else if (kind === 'script' && this.#isJsonLd) {
      this.#jsonLd[this.#jsonLd.length - 1] = {
        offset: this.#scriptStart,
        value: this.page.slice(start, end),
      };
    }
  }

  finish(): PageFacts | undefined {
    this.#endAnchor();
    this.#endHeading();
    if (!this.#isPage) return undefined;
    const text = this.#text.result();
    return {
      path: this.path,
      bytes: this.page.bytes,
      encoding: encodingFacts(this.page, this.#metas),
      doctype: this.#doctype,
      html: this.#html ?? { offset: 0, lang: undefined },
      bases: this.#bases,
      titles: this.#titles,
      metas: this.#metas,
      links: this.#links,
      headings: this.#headings,
      anchors: this.#anchors,
      images: this.#images,
      resources: this.#resources,
      ids: this.#ids,
      jsonLd: this.#jsonLd,
      embeds: this.#embeds,
      headBreak:
        this.#headBreak === undefined || this.#headBreak.late.length === 0 ? undefined : this.#headBreak,
      nosnippetMain: this.#nosnippetMain,
      refresh: this.#refresh,
      isClientRendered: !text.hasText && this.#hasScript,
      text: text.facts,
    };
  }

  #startBody(offset: number, element: string): void {
    this.#isBody = true;
    if (!this.#headEnded && element !== 'body' && element !== 'frameset')
      this.#headBreak = { offset, element, late: [] };
  }

  #openForeign(tag: StartTag, kind: ElementKind): void {
    if (kind === ElementKind.anchor)
      this.#openAnchor(tag, 'a', tag.get(Attribute.href) ?? tag.get(Attribute.xlinkHref));
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
        this.#titleStart = tag.offset;
        this.#titles.push({ offset: tag.offset, value: '' });
        this.#noteLate(tag, 'title');
        return;
      case ElementKind.meta:
        this.#meta(tag);
        return;
      case ElementKind.link:
        this.#link(tag);
        return;
      case ElementKind.base:
        this.#bases.push({ offset: tag.offset, href: tag.get(Attribute.href) });
        this.#noteLate(tag, 'base');
        return;
      case ElementKind.script:
        this.#script(tag);
        return;
      case ElementKind.iframe:
        this.#resource(tag, 'frame', tag.get(Attribute.src));
        return;
      case ElementKind.frameset:
        if (tag.name === 'frame') this.#resource(tag, 'frame', tag.get(Attribute.src));
        else this.#embeds.push({ offset: tag.offset, element: tag.name, type: '', url: '' });
        return;
      case ElementKind.heading:
        this.#openHeading(tag);
        return;
      case ElementKind.anchor:
        this.#openAnchor(tag, 'a', tag.get(Attribute.href));
        return;
      case ElementKind.area:
        this.#openAnchor(tag, 'area', tag.get(Attribute.href));
        this.#endAnchor();
        if (tag.has(Attribute.href)) this.#image(tag, 'area', undefined);
        return;
      case ElementKind.image:
        this.#image(tag, 'img', tag.get(Attribute.src));
        this.#resource(tag, 'image', tag.get(Attribute.src));
        this.#srcset(tag);
        return;
      case ElementKind.input:
        if (tag.get(Attribute.type)?.trim().toLowerCase() !== 'image') return;
        this.#image(tag, 'input', tag.get(Attribute.src));
        this.#resource(tag, 'image', tag.get(Attribute.src));
        return;
      case ElementKind.source:
        this.#resource(tag, 'media', tag.get(Attribute.src));
        this.#srcset(tag);
        return;
      case ElementKind.media:
        this.#resource(tag, 'media', tag.get(Attribute.src));
        this.#resource(tag, 'image', tag.get(Attribute.poster));
        return;
      case ElementKind.track:
        this.#resource(tag, 'media', tag.get(Attribute.src));
        return;
      case ElementKind.embed:
        this.#embed(tag);
        return;
      case ElementKind.form:
        this.#text.breakWord();
        this.#resource(tag, 'form', tag.get(Attribute.action));
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

  #meta(tag: StartTag): void {
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
    if (pragma === 'refresh' && this.#refresh === undefined) {
      const delayed = tag.get(Attribute.content) ?? '';
      const address = refreshAddress(delayed);
      if (address !== '' && !leadsToItself(delayed, address, this.path))
        this.#refresh = { offset: tag.offset, value: address };
    }
  }

  #addMeta(tag: StartTag, attribute: Meta['attribute'], key: string, content: string): void {
    this.#metas.push({ offset: tag.offset, attribute, key, content, isInHead: !this.#isBody });
  }

  #link(tag: StartTag): void {
    const rel = tag.tokens(Attribute.rel);
    const href = tag.get(Attribute.href);
    this.#links.push({
      offset: tag.offset,
      rel,
      href,
      hreflang: tag.get(Attribute.hreflang),
      isInHead: !this.#isBody,
    });
    const kind = LINKED_RESOURCES.find(([token]) => rel.includes(token))?.[1];
    // A sheet that is switched on by name is loaded, too.
    if (kind !== undefined) this.#resource(tag, kind, href);
    if (rel.includes('canonical') || rel.includes('alternate')) this.#noteLate(tag, `link ${rel.join(' ')}`);
  }

  #noteLate(tag: StartTag, value: string): void {
    if (this.#isBody) this.#headBreak?.late.push({ offset: tag.offset, value });
  }

  #script(tag: StartTag): void {
    this.#scriptStart = tag.offset;
    const type = tag.get(Attribute.type)?.trim().toLowerCase().split(';', 1)[0]?.trim();
    this.#isJsonLd = type === 'application/ld+json';
    if (this.#isJsonLd) this.#jsonLd.push({ offset: tag.offset, value: '' });
    else this.#hasScript = true;
    this.#resource(tag, 'script', tag.get(Attribute.src));
  }

  #embed(tag: StartTag): void {
    const url = tag.get(EMBED_ADDRESS.get(tag.name) ?? Attribute.src);
    const type = (tag.get(Attribute.type) ?? tag.get(Attribute.classid) ?? '').trim().toLowerCase();
    this.#embeds.push({ offset: tag.offset, element: tag.name, type, url: url ?? '' });
    if (tag.name !== 'applet') this.#resource(tag, 'object', url);
  }

  #resource(tag: StartTag, kind: ResourceKind, url: string | undefined): void {
    if (url !== undefined && url.trim() !== '')
      this.#resources.push({ offset: tag.offset, element: tag.name, kind, url });
  }

  #srcset(tag: StartTag): void {
    const srcset = tag.get(Attribute.srcset);
    if (srcset !== undefined) for (const url of srcsetUrls(srcset)) this.#resource(tag, 'image', url);
  }

  #image(tag: StartTag, element: Image['element'], src: string | undefined): void {
    const alt = tag.get(Attribute.alt);
    const label = tag.get(Attribute.ariaLabel)?.trim() ?? '';
    if (element !== 'area' && alt !== undefined && label === '') {
      if (this.#anchor !== undefined) this.#anchorName.add(alt);
      if (this.#heading !== undefined) this.#headingText.add(alt);
    }
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
        this.#silenced.isOpen,
      isHidden: tag.has(Attribute.hidden) || this.#hidden.isOpen || isHiddenByStyle(tag),
      width: tag.get(Attribute.width),
      height: tag.get(Attribute.height),
      style: tag.get(Attribute.style) ?? '',
      fillsParent: tag.get(Attribute.dataNimg) === 'fill',
      loading: tag.get(Attribute.loading)?.trim().toLowerCase(),
      isInMain: this.#mainDepth > 0,
    });
  }

  #trackHiding(tag: StartTag): void {
    this.#hidden.open(tag, tag.has(Attribute.hidden));
    this.#silenced.open(tag, tag.get(Attribute.ariaHidden) === 'true');
    this.#isHiding = this.#hidden.isOpen || this.#silenced.isOpen;
  }

  #endHiding(name: string): void {
    this.#hidden.close(name);
    this.#silenced.close(name);
    this.#isHiding = this.#hidden.isOpen || this.#silenced.isOpen;
  }

  /** A link or heading is named by what stands in it; a link ends the link before, and a heading the heading. */
  #nameBy(tag: StartTag, kind: ElementKind): void {
    if (this.#anchor !== undefined && kind !== ElementKind.anchor) this.#anchorName.addLabel(tag);
    if (this.#heading !== undefined && kind !== ElementKind.heading) this.#headingText.addLabel(tag);
  }

  #openHeading(tag: StartTag): void {
    this.#text.breakWord();
    this.#endHeading();
    this.#heading = {
      offset: tag.offset,
      level: Number(tag.name.charAt(1)),
      text: '',
      isHidden: isHidden(tag),
      isInHiddenPart: this.#hidden.isOpen || this.#silenced.isOpen,
    };
    this.#headingText.start(tag.get(Attribute.title) ?? '');
    this.#headingText.add(labelOf(tag));
  }

  #endHeading(): void {
    if (this.#heading === undefined) return;
    this.#heading.text = this.#headingText.end();
    this.#headings.push(this.#heading);
    this.#heading = undefined;
  }

  #openAnchor(tag: StartTag, element: Anchor['element'], href: string | undefined): void {
    this.#endAnchor();
    const name = tag.get(Attribute.name);
    if (element === 'a' && name !== undefined && name !== '') this.#ids.push(name);
    this.#anchor = {
      offset: tag.offset,
      element,
      href,
      rel: tag.tokens(Attribute.rel),
      name: labelOf(tag),
      isHidden: isHidden(tag) || this.#hidden.isOpen || this.#silenced.isOpen || isHiddenByStyle(tag),
      hasClickHandler: tag.has(Attribute.onclick),
      isTarget: (tag.get(Attribute.id) ?? name ?? '') !== '',
      role: tag.tokens(Attribute.role)[0] ?? '',
    };
    this.#anchorName.start(
      tag.get(Attribute.title) ?? (element === 'area' ? tag.get(Attribute.alt) : undefined) ?? '',
    );
  }

  #endAnchor(): void {
    if (this.#anchor === undefined) return;
    const name = this.#anchorName.end();
    if (this.#anchor.name === '') this.#anchor.name = name;
    this.#anchors.push(this.#anchor);
    this.#anchor = undefined;
  }
}

const EMBED_ADDRESS = new Map<string, Attribute>([
  ['object', Attribute.data],
  ['applet', Attribute.code],
]);

const LINKED_RESOURCES: readonly (readonly [rel: string, kind: ResourceKind])[] = [
  ['stylesheet', 'stylesheet'],
  ['icon', 'icon'],
  ['apple-touch-icon', 'icon'],
  ['mask-icon', 'icon'],
  ['manifest', 'manifest'],
  ['modulepreload', 'script'],
];

const META_KEYS = [Attribute.name, Attribute.property, Attribute.httpEquiv] as const;

function isBlank(html: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = html.charCodeAt(index);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 12) return false;
  }
  return true;
}
