import { type Language, prose } from './prose.js';

export const ORIGIN = 'https://www.brightloom.example';

/** A rule that is to speak, the value it shows (undefined for none), and why it is right. */
export type Find = readonly [rule: string, value: string | undefined, why: string];
/** A rule that must stay silent, the text in the file that would set off a lesser tool, and why nothing is wrong. */
export type LookAlike = readonly [rule: string, text: string, why: string];

export interface LabelledFind {
  readonly rule: string;
  readonly page: string;
  readonly value?: string;
  readonly why: string;
}

export interface LabelledLookAlike {
  readonly rule: string;
  readonly page: string;
  readonly text: string;
  readonly why: string;
}

/** A page in its parts; each may be replaced, and is right if it is not. */
export interface PageParts {
  /** Names the page: its title, heading, description and preview are made of it. */
  readonly title: string;
  readonly language?: Language;
  readonly doctype?: string;
  readonly html?: string;
  readonly charset?: string;
  readonly viewport?: string;
  readonly titleTag?: string;
  readonly description?: string;
  /** Address from the origin on; an index page is its folder. */
  readonly address?: string;
  readonly canonical?: string;
  readonly preview?: string;
  readonly twitter?: string;
  readonly head?: string;
  readonly nav?: string;
  readonly h1?: string;
  readonly prose?: string;
  /** Below the text, inside `<main>`. */
  readonly body?: string;
  readonly main?: string;
  /** The whole body. */
  readonly wholeBody?: string;
  readonly isListed?: boolean;
  readonly finds?: readonly Find[];
  readonly lookAlikes?: readonly LookAlike[];
}

export interface Entry {
  readonly file: string;
  readonly loc: string;
}

/** A site while it is made: files, what a scan must say of them, and what it must not. */
export class SiteDraft {
  readonly files: Record<string, string | Uint8Array> = {};
  readonly finds: LabelledFind[] = [];
  readonly lookAlikes: LabelledLookAlike[] = [];
  /** What the sitemaps are to list. */
  readonly entries: Entry[] = [];

  page(file: string, parts: PageParts): void {
    this.file(file, pageText(file, parts), parts.finds, parts.lookAlikes);
    if (parts.isListed !== false) this.entries.push({ file, loc: ORIGIN + addressOf(file, parts) });
  }

  file(
    file: string,
    content: string | Uint8Array,
    finds: readonly Find[] = [],
    lookAlikes: readonly LookAlike[] = [],
  ): void {
    if (file in this.files) throw new Error(`${file} is made twice`);
    this.files[file] = content;
    for (const [rule, value, why] of finds)
      this.finds.push({ rule, page: file, why, ...(value !== undefined && { value }) });
    for (const [rule, text, why] of lookAlikes) this.lookAlikes.push({ rule, page: file, text, why });
  }

  /** A page that only sends visitors on. */
  stub(
    file: string,
    target: string,
    more: { finds?: readonly Find[]; lookAlikes?: readonly LookAlike[]; body?: string } = {},
  ): void {
    const text = `<!doctype html>\n<html><head><meta http-equiv="refresh" content="0; url=${target}"></head><body>${more.body ?? ''}</body></html>\n`;
    const forwards: Find = ['redirect-meta-refresh', target, 'a stub, said for information'];
    this.file(file, text, [forwards, ...(more.finds ?? [])], more.lookAlikes);
  }
}

function addressOf(file: string, { address }: PageParts): string {
  return address ?? `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** `<link rel="alternate" hreflang>` for each code. */
export function alternates(addresses: Readonly<Record<string, string>>): string {
  return Object.entries(addresses)
    .map(([code, address]) => `<link rel="alternate" hreflang="${code}" href="${ORIGIN}${address}">`)
    .join('\n');
}

export function descriptionTag(text: string): string {
  return `<meta name="description" content="${text}">`;
}

export function canonicalTag(href: string): string {
  return `<link rel="canonical" href="${href}">`;
}

const NAVIGATION: Readonly<Record<Language, string>> = {
  en: '<a href="/">Brightloom</a> <a href="/product/">Product</a> <a href="/pricing">Pricing</a> <a href="/docs/v2/">Documentation</a> <a href="/blog/">Blog</a> <a href="/shop/">Shop</a> <a href="/company/">Company</a>',
  de: '<a href="/de/">Brightloom</a> <a href="/de/produkt/">Produkt</a> <a href="/de/preise">Preise</a> <a href="/" hreflang="en">English</a>',
  fr: '<a href="/fr/">Brightloom</a> <a href="/fr/produit/">Produit</a> <a href="/fr/tarifs">Tarifs</a> <a href="/" hreflang="en">English</a>',
};

function pageText(file: string, parts: PageParts): string {
  const { title, language = 'en' } = parts;
  const url = ORIGIN + addressOf(file, parts);
  const sentence = prose(`${file} description`, language, 1);
  const head = [
    parts.charset ?? '<meta charset="utf-8">',
    parts.viewport ?? '<meta name="viewport" content="width=device-width, initial-scale=1">',
    parts.titleTag ?? `<title>${title} – Brightloom</title>`,
    parts.description ?? descriptionTag(`${title}: ${sentence}`),
    parts.canonical ?? canonicalTag(url),
    parts.preview ??
      `<meta property="og:title" content="${title}"><meta property="og:type" content="website"><meta property="og:url" content="${url}"><meta property="og:image" content="${ORIGIN}/img/preview.png">`,
    parts.twitter ?? '<meta name="twitter:card" content="summary_large_image">',
    '<link rel="stylesheet" href="/assets/site.css?v=3">',
    parts.head ?? '',
  ];
  const main =
    parts.main ??
    `<main>\n${parts.h1 ?? `<h1>${title}</h1>`}\n<p>${parts.prose ?? prose(file, language)}</p>\n${parts.body ?? ''}\n</main>`;
  const body =
    parts.wholeBody ??
    `<body>\n<header><nav>${parts.nav ?? NAVIGATION[language]}</nav></header>\n${main}\n<footer>© Brightloom Ltd</footer>\n</body>`;
  return `${parts.doctype ?? '<!doctype html>'}\n${parts.html ?? `<html lang="${language}">`}\n<head>\n${head.filter((part) => part !== '').join('\n')}\n</head>\n${body}\n</html>\n`;
}
