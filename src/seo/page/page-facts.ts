import type { TextFingerprint } from './text-fingerprint.js';

/** A value with the place it was read from. */
export interface Located {
  /** Offset of the start tag in UTF-16 units of the decoded page. */
  readonly offset: number;
  /** Decoded by the standard's rules for text or attributes. */
  readonly value: string;
}

export interface Meta {
  readonly offset: number;
  readonly attribute: 'name' | 'property' | 'http-equiv';
  /** The attribute's value in lower case, trimmed. */
  readonly key: string;
  /** Decoded, white space collapsed; '' where the attribute is absent. */
  readonly content: string;
  readonly isInHead: boolean;
}

/** A `<link>` element. */
export interface LinkElement {
  readonly offset: number;
  /** Tokens in lower case. */
  readonly rel: readonly string[];
  readonly href: string | undefined;
  readonly hreflang: string | undefined;
  /** MIME type in lower case, without parameters; '' for none. */
  readonly type: string;
  readonly isInHead: boolean;
}

export interface Heading {
  readonly offset: number;
  /** 1 to 6. */
  readonly level: number;
  /** As of a link: text, alternative text of images and labels inside, white space collapsed. */
  readonly text: string;
  /** By `hidden` or `aria-hidden=true` on the heading itself. */
  readonly isHidden: boolean;
  /** By the same on an element around it, which a script may show (React streams what it has to wait for that way). */
  readonly isInHiddenPart: boolean;
}

/** An `<a>` or `<area>`. */
export interface Anchor {
  readonly offset: number;
  readonly element: 'a' | 'area';
  /** Decoded as written; undefined without the attribute. */
  readonly href: string | undefined;
  /** Tokens in lower case. */
  readonly rel: readonly string[];
  /**
   * What a screen reader says, white space collapsed, at most 200 characters: `aria-label`, or text, alternative text
   * of images, titles of svg and labels inside, or a `title`. `aria-labelledby` counts as a name of its own (`…`).
   */
  readonly name: string;
  /** `hidden` or `aria-hidden=true` on the element or around it, or its own style says so. */
  readonly isHidden: boolean;
  readonly hasClickHandler: boolean;
  /** Has an `id` or a `name`, so that links may lead to it. */
  readonly isTarget: boolean;
  /** In lower case; '' without one. */
  readonly role: string;
}

/** An `<img>`, `<input type=image>`, or `<area href>`: what needs alternative text. */
export interface Image {
  readonly offset: number;
  readonly element: 'img' | 'input' | 'area';
  readonly src: string | undefined;
  /** undefined without the attribute; decoded. */
  readonly alt: string | undefined;
  /** Has a name from `aria-label` or `aria-labelledby`. */
  readonly isLabelled: boolean;
  /** role=none or presentation, or aria-hidden=true on it or around it. */
  readonly isDecoration: boolean;
  /** `hidden` on the element or around it, or its own style says so. */
  readonly isHidden: boolean;
  readonly width: string | undefined;
  readonly height: string | undefined;
  readonly style: string;
  /** Next.js marks images that fill their parent (`data-nimg="fill"`). */
  readonly fillsParent: boolean;
  readonly loading: string | undefined;
  readonly isInMain: boolean;
}

export type ResourceKind =
  'image' | 'stylesheet' | 'icon' | 'manifest' | 'script' | 'frame' | 'media' | 'object' | 'form';

/** Something that the page loads, or sends to. */
export interface Resource {
  readonly offset: number;
  readonly element: string;
  readonly kind: ResourceKind;
  /** Decoded; each candidate of a srcset is one. */
  readonly url: string;
}

/** An element that is a plugin or frames: object, embed, applet, frameset. */
export interface Embed {
  readonly offset: number;
  readonly element: string;
  readonly type: string;
  readonly url: string;
}

export interface PageEncoding {
  /** What decided: a byte order mark, a declaration, or neither (UTF-8 where the bytes are valid in it). */
  readonly source: 'bom' | 'declared' | 'guessed';
  /** Name by the Encoding standard, in lower case. */
  readonly name: string;
  /** Charset of the first `<meta charset>` or `<meta http-equiv=content-type>`, with its offset, wherever it stands. */
  readonly declared: Located | undefined;
  /** The declaration begins after byte 1024, where browsers do not look. */
  readonly isLate: boolean;
  /** Some bytes are not valid in the encoding. */
  readonly hasInvalidBytes: boolean;
  /** There are bytes beyond ASCII, and all are valid in UTF-8, whatever the page says. */
  readonly isUtf8: boolean;
}

export interface PageText {
  /** Words of the main text (Infinity where it is not known): nav, header, footer, aside, script and style cut. */
  readonly words: number;
  /** Han, kana and hangul characters of the main text. */
  readonly cjkCharacters: number;
  /** Placeholder text that is visible outside code: `Lorem ipsum`, `{{ … }}`. */
  readonly leftovers: readonly Located[];
  /** undefined where the main text is not known: a nav or footer that is never closed. */
  readonly fingerprint: TextFingerprint | undefined;
}

/** Everything that rules on one page look at; exists only while the page is read. Lists are in document order. */
export interface PageFacts {
  /** Relative to the scanned folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly encoding: PageEncoding;
  /** The first doctype: text after `<!`, and whether anything but white space, comments and a byte order mark stands before it. */
  readonly doctype: { readonly offset: number; readonly text: string; readonly isFirst: boolean } | undefined;
  readonly html: { readonly offset: number; readonly lang: string | undefined };
  readonly bases: readonly { readonly offset: number; readonly href: string | undefined }[];
  /** `<title>` of HTML, not of svg; white space collapsed. */
  readonly titles: readonly Located[];
  readonly metas: readonly Meta[];
  readonly links: readonly LinkElement[];
  readonly headings: readonly Heading[];
  readonly anchors: readonly Anchor[];
  readonly images: readonly Image[];
  readonly resources: readonly Resource[];
  /** Values of `id`, and of `name` on anchors. */
  readonly ids: readonly string[];
  /** Contents of `<script type="application/ld+json">`, as written. */
  readonly jsonLd: readonly Located[];
  readonly embeds: readonly Embed[];
  /** The element that closed the head early, and the head's elements that came after it. */
  readonly headBreak:
    { readonly offset: number; readonly element: string; readonly late: readonly Located[] } | undefined;
  /** Offset of a `<main data-nosnippet>`. */
  readonly nosnippetMain: number | undefined;
  /** A meta refresh with an address that is not the page's own. */
  readonly refresh: Located | undefined;
  /** The body holds nothing to read but scripts and an empty root: a script renders the page. */
  readonly isClientRendered: boolean;
  readonly text: PageText;
}

/** Links with an address. */
export function linkCount({ anchors }: Pick<PageFacts, 'anchors'>): number {
  let count = 0;
  for (const { href } of anchors) if (href !== undefined) count += 1;
  return count;
}

/** Contents of all metas with a name or property, in document order. */
export function metaContents(page: Pick<PageFacts, 'metas'>, ...keys: readonly string[]): Meta[] {
  return page.metas.filter(({ attribute, key }) => attribute !== 'http-equiv' && keys.includes(key));
}

/** Links in the head that name a version of the page in a language; style sheets and feeds are none. */
export function languageVersions({ links }: Pick<PageFacts, 'links'>): {
  readonly offset: number;
  readonly hreflang: string;
  readonly href: string;
}[] {
  return links.flatMap(({ offset, rel, href, hreflang, type, isInHead }) =>
    isInHead &&
    rel.includes('alternate') &&
    !rel.includes('stylesheet') &&
    /^(?:text\/html|application\/xhtml\+xml)?$/.test(type) &&
    href !== undefined &&
    hreflang !== undefined
      ? [{ offset, hreflang, href }]
      : [],
  );
}
