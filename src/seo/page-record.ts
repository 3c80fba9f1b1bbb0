import { Parser } from 'htmlparser2';
import { decodePage } from './decode.js';

/** An element that a rule may speak of: where its start tag begins, and the decoded value. */
export interface Located {
  /** Offset of the start tag in UTF-16 units of the decoded page. */
  readonly offset: number;
  readonly value: string;
}

/** All that rules need of a page; the page itself is not kept. */
export interface PageRecord {
  /** Relative to the scanned folder, with slashes. */
  readonly path: string;
  /** A page whose meta refresh leads elsewhere; exempt from every rule on content. */
  readonly isRedirectStub: boolean;
  readonly hasNoindex: boolean;
  /** Start tag of `<html>` with the value of its `lang` attribute. */
  readonly html: { readonly offset: number; readonly lang: string | undefined };
  /** `<title>` elements of HTML, not of svg; white space collapsed. */
  readonly titles: readonly Located[];
  /** `<meta name="description">` elements; white space collapsed. */
  readonly descriptions: readonly Located[];
  /** `<h1>` elements without `hidden`; text, or the alternative text of images inside. */
  readonly headings1: readonly Located[];
  /** `<img>` elements that have no alternative text and are not marked as decoration; value is `src`. */
  readonly imagesWithoutAlt: readonly Located[];
  /** `href` of every link (`a`, `area`), as written but decoded. */
  readonly links: readonly Located[];
  /** `href` of the first `<base>` that has one. */
  readonly baseHref: string | undefined;
  /** `href` of the first canonical link. */
  readonly canonical: string | undefined;
}

/**
 * One pass over a page's bytes: decode, parse, keep the record.
 *
 * @returns undefined for a file that is not a page: one without html, head, body or title
 */
export function readPage(path: string, bytes: Buffer): PageRecord | undefined {
  const recorder = new PageRecorder();
  const parser = new Parser(recorder);
  recorder.offset = () => parser.startIndex;
  parser.end(decodePage(bytes));
  return recorder.isPage ? recorder.record(path) : undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** White space of HTML and of Unicode (a title of `&nbsp;` is empty), collapsed. */
function collapseSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Elements whose content is no part of the rendered page: inert, or shown only without script. */
const INERT: ReadonlySet<string> = new Set(['template', 'noscript']);
/** Elements whose text is not shown, or not as text of what stands around it. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'iframe', 'noembed', 'noframes']);
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);

class PageRecorder {
  offset: () => number = () => 0;
  isPage = false;

  #inertDepth = 0;
  #foreignDepth = 0;
  #silentDepth = 0;
  #capture: { readonly name: string; readonly offset: number; text: string } | undefined;
  #html: PageRecord['html'] = { offset: 0, lang: undefined };
  #hasHtml = false;
  #refreshAddress = '';
  #hasNoindex = false;
  #baseHref: string | undefined;
  #canonical: string | undefined;
  readonly #titles: Located[] = [];
  readonly #descriptions: Located[] = [];
  readonly #headings1: Located[] = [];
  readonly #imagesWithoutAlt: Located[] = [];
  readonly #links: Located[] = [];

  onopentag(name: string, attributes: Attributes): void {
    if (INERT.has(name)) this.#inertDepth += 1;
    if (this.#inertDepth > 0) return;
    if (FOREIGN.has(name)) this.#foreignDepth += 1;
    if (SILENT.has(name)) this.#silentDepth += 1;
    this.#open(name, attributes);
  }

  ontext(text: string): void {
    if (this.#inertDepth + this.#silentDepth > 0 || this.#capture === undefined) return;
    this.#capture.text += text;
  }

  onclosetag(name: string): void {
    if (INERT.has(name)) this.#inertDepth = Math.max(0, this.#inertDepth - 1);
    if (this.#inertDepth > 0) return;
    if (FOREIGN.has(name)) this.#foreignDepth = Math.max(0, this.#foreignDepth - 1);
    if (SILENT.has(name)) this.#silentDepth = Math.max(0, this.#silentDepth - 1);
    if (name === this.#capture?.name) this.#endCapture();
  }

  onend(): void {
    this.#endCapture();
  }

  record(path: string): PageRecord {
    return {
      path,
      isRedirectStub: this.#refreshAddress !== '' && !leadsToItself(this.#refreshAddress, path),
      hasNoindex: this.#hasNoindex,
      html: this.#html,
      titles: this.#titles,
      descriptions: this.#descriptions,
      headings1: this.#headings1,
      imagesWithoutAlt: this.#imagesWithoutAlt,
      links: this.#links,
      baseHref: this.#baseHref,
      canonical: this.#canonical,
    };
  }

  #open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'html':
        this.isPage = true;
        if (!this.#hasHtml) this.#html = { offset: this.offset(), lang: attributes['lang'] };
        this.#hasHtml = true;
        return;
      case 'head':
      case 'body':
        this.isPage = true;
        return;
      case 'title':
        if (this.#foreignDepth === 0) {
          this.isPage = true;
          this.#startCapture(name);
        }
        return;
      case 'h1':
        if (!('hidden' in attributes)) this.#startCapture(name);
        return;
      case 'meta':
        this.#meta(attributes);
        return;
      case 'base':
        this.#baseHref ??= attributes['href'];
        return;
      case 'link':
        if (words(attributes['rel']).includes('canonical')) this.#canonical ??= attributes['href'];
        return;
      case 'img':
        this.#image(attributes);
        return;
      case 'a':
      case 'area':
        this.#link(attributes);
        return;
    }
  }

  #meta(attributes: Attributes): void {
    const content = attributes['content'] ?? '';
    const name = attributes['name']?.trim().toLowerCase();
    if (name === 'description')
      this.#descriptions.push({ offset: this.offset(), value: collapseSpace(content) });
    if (name === 'robots' || name === 'googlebot') {
      this.#hasNoindex ||= content.split(',').some((value) => /^(?:noindex|none)$/i.test(value.trim()));
    }
    const isRefresh = attributes['http-equiv']?.trim().toLowerCase() === 'refresh';
    if (isRefresh && this.#refreshAddress === '') this.#refreshAddress = refreshAddress(content);
  }

  #image(attributes: Attributes): void {
    const alternative = attributes['alt'] ?? attributes['aria-label'];
    if (this.#capture?.name === 'h1' && alternative !== undefined) this.#capture.text += alternative;
    const [role] = words(attributes['role']);
    const isDecoration = role === 'none' || role === 'presentation' || attributes['aria-hidden'] === 'true';
    const isLabelled =
      'alt' in attributes ||
      (attributes['aria-label'] ?? '').trim() !== '' ||
      (attributes['aria-labelledby'] ?? '').trim() !== '';
    if (!isLabelled && !isDecoration) {
      this.#imagesWithoutAlt.push({ offset: this.offset(), value: attributes['src'] ?? '' });
    }
  }

  #link(attributes: Attributes): void {
    const href = attributes['href'] ?? (this.#foreignDepth > 0 ? attributes['xlink:href'] : undefined);
    if (href !== undefined) this.#links.push({ offset: this.offset(), value: href });
  }

  #startCapture(name: string): void {
    this.#endCapture();
    this.#capture = { name, offset: this.offset(), text: '' };
  }

  #endCapture(): void {
    if (this.#capture === undefined) return;
    const { name, offset, text } = this.#capture;
    this.#capture = undefined;
    (name === 'title' ? this.#titles : this.#headings1).push({ offset, value: collapseSpace(text) });
  }
}

/**
 * The address of a `<meta http-equiv=refresh>`; '' where there is none, which reloads the page, and
 * where the content does not start with a time, which does nothing.
 *
 * Source: WHATWG HTML, "shared declarative refresh steps"
 */
function refreshAddress(content: string): string {
  const time = /^\s*[\d.]+(?=[;,\s]|$)/.exec(content);
  if (time === null) return '';
  const rest = content
    .slice(time[0].length)
    .replace(/^\s*[;,]?\s*/, '')
    .replace(/^url\s*=\s*/i, '');
  const quote = /^["']/.exec(rest)?.[0];
  return (quote === undefined ? rest : (rest.slice(1).split(quote, 1)[0] ?? '')).trim();
}

/** A page that refreshes to its own address is reloaded, and stays what it is. */
function leadsToItself(address: string, path: string): boolean {
  const own = `http://site.invalid/${path.split('/').map(encodeURIComponent).join('/')}`;
  return URL.canParse(address, own) && new URL(address, own).href.replace(/#.*/, '') === own;
}

function words(value: string | undefined): string[] {
  return value === undefined ? [] : value.toLowerCase().split(/\s+/).filter(Boolean);
}
