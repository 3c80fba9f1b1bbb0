import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Severity } from '../../contracts/index.js';
import type { Located } from '../page/page-facts.js';
import { type SitemapAlternate, type SitemapContent, unreadable } from './document.js';
import { EntryList } from './entry-list.js';

const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** Where the addresses stand, by root element. RSS and Atom are sitemaps too: sitemaps.org/protocol.html#otherformats. */
interface Format {
  readonly kind: 'urlset' | 'index' | 'feed';
  readonly entry: string;
  readonly entryDepth: number;
  readonly address: string;
}

const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['urlset', { kind: 'urlset', entry: 'url', entryDepth: 1, address: 'loc' }],
  ['sitemapindex', { kind: 'index', entry: 'sitemap', entryDepth: 1, address: 'loc' }],
  ['rss', { kind: 'feed', entry: 'item', entryDepth: 2, address: 'link' }],
  ['feed', { kind: 'feed', entry: 'entry', entryDepth: 1, address: 'link' }],
]);

const CHUNK = 65_536;
/** No real sitemap comes near either; they keep the parser's memory and time in bounds. */
export const MAX_DEPTH = 64;
const MAX_CHUNKS_WITHOUT_MARKUP = 16;

/** Reads a sitemap, index or feed with a strict XML parser: what is not well-formed ends the reading. */
export function readXmlSitemap(text: string): SitemapContent {
  if (text.trim() === '') return unreadable({ message: 'the file is empty' });
  if (/^\s*<(?:!doctype\s+)?html\b/i.test(text))
    return unreadable({ message: 'an HTML page, not a sitemap' });
  return new XmlSitemapReader(text).read();
}

/** The reading can't go on. */
class Unreadable extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly severity?: Severity,
  ) {
    super(message);
  }
}

/** A `<url>`, `<sitemap>`, `<item>` or `<entry>` being read. */
interface Entry {
  readonly offset: number;
  readonly alternates: SitemapAlternate[];
  loc?: Located;
  lastmod?: Located;
}

/** A `<loc>` or `<lastmod>` being read. */
interface Field {
  readonly name: 'loc' | 'lastmod';
  readonly offset: number;
  text: string;
}

class XmlSitemapReader {
  readonly #text: string;
  readonly #list = new EntryList();
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  #format: Format | undefined;
  #namespace = '';
  #depth = 0;
  /** Where the last tag or CDATA section ended. */
  #markupEnd = 0;
  #entry: Entry | undefined;
  #field: Field | undefined;

  constructor(text: string) {
    this.#text = text;
    const parser = this.#parser;
    const collect = (part: string) => {
      if (this.#field !== undefined) this.#field.text += part;
    };
    const markup = () => (this.#markupEnd = parser.position);
    // The parser keeps handlers as properties; with more than six, V8 makes a dictionary of it, four times as slow.
    parser.on('error', ({ message }) => this.#illFormed(message));
    parser.on('text', collect);
    parser.on('cdata', (part) => (collect(part), markup()));
    // No `<` may stand inside a start tag, so the last one began it.
    parser.on('opentag', (tag) => (this.#open(tag, text.lastIndexOf('<', parser.position - 1)), markup()));
    parser.on('closetag', () => (this.#close(), markup()));
  }

  read(): SitemapContent {
    try {
      this.#parse();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const { message, severity } = error;
      const offset = Math.min(error.offset, this.#text.length);
      this.#list.problems.unshift({ offset, message, ...(severity && { severity }) });
      return this.#content('invalid');
    }
    this.#list.finish();
    return this.#content(this.#format?.kind ?? 'invalid');
  }

  #content(kind: SitemapContent['kind']): SitemapContent {
    const { entries, isTruncated, problems } = this.#list;
    const isIndex = this.#format?.kind === 'index';
    const children = isIndex ? entries.map(({ alternates: _, ...child }) => child) : [];
    return { kind, urls: isIndex ? [] : entries, children, isTruncated, problems };
  }

  #parse(): void {
    let idleChunks = 0;
    for (let from = 0; from < this.#text.length; from += CHUNK) {
      const before = this.#markupEnd;
      this.#parser.write(this.#text.slice(from, from + CHUNK));
      idleChunks = this.#markupEnd === before ? idleChunks + 1 : 0;
      if (idleChunks === MAX_CHUNKS_WITHOUT_MARKUP) {
        throw new Unreadable(
          this.#markupEnd,
          'not read on: a million characters without a complete tag',
          'info',
        );
      }
    }
    this.#parser.close();
  }

  #illFormed(reason: string): never {
    const since = this.#text.slice(this.#markupEnd, this.#parser.position);
    // Comments may hold what they like.
    const comment = since.indexOf('<!');
    const ampersand = strayAmpersand(comment === -1 ? since : since.slice(0, comment));
    // The parser reads on to the next semicolon, so it notices late.
    if (ampersand !== undefined) {
      throw new Unreadable(this.#markupEnd + ampersand.index, `not well-formed XML: ${ampersand.message}`);
    }
    throw new Unreadable(this.#parser.position, `not well-formed XML: ${reason.replace(/\.$/, '')}`);
  }

  /** Bytes are UTF-8 here; a declaration that says otherwise matters where other bytes would stand for the text. */
  #checkEncoding(encoding: string | undefined): void {
    if (encoding === undefined || /^utf-?8$/i.test(encoding)) return;
    const isAsciiInIt = !/^(?:utf-?(?:16|32)|ucs|iso-10646)/i.test(encoding);
    if (isAsciiInIt && isAscii(this.#text)) return;
    this.#list.report({
      offset: 0,
      message: `it is UTF-8 but declares the encoding ${encoding.slice(0, 40)}`,
    });
  }

  #open(tag: SaxesTagNS, offset: number): void {
    const depth = this.#depth;
    this.#depth += 1;
    if (depth === 0) this.#openRoot(tag, offset);
    else if (depth === MAX_DEPTH)
      throw new Unreadable(offset, `not read on: more than ${MAX_DEPTH} elements inside each other`, 'info');
    const format = this.#format;
    if (format === undefined) return;
    const isOurs = tag.uri === this.#namespace;
    if (depth === format.entryDepth && isOurs && tag.local === format.entry) {
      this.#entry = { offset, alternates: [] };
    } else if (this.#entry !== undefined && depth === format.entryDepth + 1) {
      if (isOurs) this.#openField(tag, offset, this.#entry, format);
      else if (tag.uri === XHTML_NAMESPACE && tag.local === 'link')
        this.#addAlternate(tag, offset, this.#entry);
    }
  }

  #openRoot(tag: SaxesTagNS, offset: number): void {
    this.#checkEncoding(this.#parser.xmlDecl.encoding);
    this.#format = FORMATS.get(tag.local);
    this.#namespace = tag.uri;
    if (this.#format === undefined) {
      const name = tag.name.slice(0, 100);
      throw new Unreadable(offset, `the root element is <${name}>, not <urlset> or <sitemapindex>`);
    } else if (this.#format.kind !== 'feed' && tag.uri !== SITEMAP_NAMESPACE) {
      const found = tag.uri === '' ? 'no namespace' : `the namespace ${tag.uri.slice(0, 200)}`;
      this.#list.report({ offset, message: `<${tag.local}> is in ${found}, not ${SITEMAP_NAMESPACE}` });
    }
  }

  #openField(tag: SaxesTagNS, offset: number, entry: Entry, { kind, address }: Format): void {
    if (tag.local === address) {
      const href = tag.attributes['href']?.value;
      const rel = tag.attributes['rel']?.value ?? 'alternate';
      if (href === undefined) this.#field = { name: 'loc', offset, text: '' };
      else if (kind === 'feed' && rel === 'alternate') entry.loc ??= { offset, value: trimmed(href) };
    } else if (tag.local === 'lastmod' && kind !== 'feed') {
      this.#field = { name: 'lastmod', offset, text: '' };
    }
  }

  #addAlternate(tag: SaxesTagNS, offset: number, entry: Entry): void {
    const { rel, hreflang, href } = tag.attributes;
    if (rel?.value.trim().toLowerCase() !== 'alternate' || hreflang === undefined || href === undefined)
      return;
    entry.alternates.push({ hreflang: trimmed(hreflang.value), href: trimmed(href.value), offset });
  }

  #close(): void {
    this.#depth -= 1;
    const { entryDepth } = this.#format ?? { entryDepth: 0 };
    if (this.#field !== undefined && this.#depth === entryDepth + 1) this.#closeField(this.#field);
    if (this.#entry !== undefined && this.#depth === entryDepth) this.#closeEntry(this.#entry);
  }

  #closeField({ name, offset, text }: Field): void {
    this.#field = undefined;
    if (this.#entry === undefined) return;
    if (name === 'loc' && this.#entry.loc !== undefined && this.#format?.kind !== 'feed') {
      this.#list.report({ offset, message: 'a second <loc> in the same entry' });
    }
    this.#entry[name] ??= { offset, value: trimmed(text) };
  }

  #closeEntry({ offset, loc, lastmod, alternates }: Entry): void {
    this.#entry = undefined;
    if (loc !== undefined && loc.value !== '') {
      this.#list.add({ loc: loc.value, offset: loc.offset, ...(lastmod && { lastmod }), alternates });
    } else if (this.#format?.kind !== 'feed') {
      const fault = loc === undefined ? 'without a <loc>' : 'with an empty <loc>';
      this.#list.report({ offset, message: `a <${this.#format?.entry ?? ''}> ${fault}` });
    }
  }
}

/** White space around a value does not count; the copy lets go of the text that it was cut from. */
function trimmed(value: string): string {
  return Buffer.from(value.trim()).toString();
}

/** The first `&` that begins no reference that XML knows. */
function strayAmpersand(stretch: string): { index: number; message: string } | undefined {
  const index = stretch.search(/&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)/);
  if (index === -1) return undefined;
  const [entity] = /^&[A-Za-z][\w.-]{0,30};/.exec(stretch.slice(index, index + 40)) ?? [];
  const message =
    entity === undefined
      ? 'an & that is not written as &amp;'
      : `${entity} is none of the five entities of XML`;
  return { index, message };
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
