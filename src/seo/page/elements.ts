import { NameTable } from './name-table.js';

/** What the reader does with an element. Elements that are not listed are only looked at for their ids. */
export const ElementKind = {
  other: 0,
  /** Formatting inside a line: no word ends at its tags. */
  inline: 1,
  html: 2,
  head: 3,
  body: 4,
  title: 5,
  meta: 6,
  link: 7,
  base: 8,
  script: 9,
  /** Text that is no part of the rendered page: style, textarea, iframe fallback and the like. */
  silent: 10,
  noscript: 11,
  template: 12,
  heading: 13,
  anchor: 14,
  area: 15,
  image: 16,
  input: 17,
  source: 18,
  media: 19,
  embed: 20,
  form: 21,
  /** nav, header, footer, aside: not the main text. */
  chrome: 22,
  main: 23,
  foreign: 24,
  /** In svg: contents are HTML again. */
  integration: 25,
  code: 26,
  frameset: 27,
  track: 28,
  iframe: 29,
  dialog: 30,
} as const;
export type ElementKind = (typeof ElementKind)[keyof typeof ElementKind];

/** The kind of the element whose name stands there. */
export function elementKind(html: string, start: number, end: number): ElementKind {
  return KINDS[TABLE.find(html, start, end)] ?? ElementKind.other;
}

const named = (kind: ElementKind, names: string): [string, ElementKind][] =>
  names.split(' ').map((name) => [name, kind]);

const ELEMENTS: readonly (readonly [name: string, kind: ElementKind])[] = [
  ...named(
    ElementKind.other,
    'div p ul ol li table tr td th tbody thead section article dl dt dd br hr button label',
  ),
  ...named(
    ElementKind.inline,
    'b i em strong span small sub sup u s mark abbr q cite time font wbr bdi bdo dfn del ins big tt',
  ),
  ...named(ElementKind.code, 'code pre samp kbd var'),
  ...named(ElementKind.html, 'html'),
  ...named(ElementKind.head, 'head'),
  ...named(ElementKind.body, 'body'),
  ...named(ElementKind.title, 'title'),
  ...named(ElementKind.meta, 'meta'),
  ...named(ElementKind.link, 'link'),
  ...named(ElementKind.base, 'base'),
  ...named(ElementKind.script, 'script'),
  ...named(ElementKind.silent, 'style textarea noembed noframes xmp'),
  ...named(ElementKind.iframe, 'iframe'),
  ...named(ElementKind.noscript, 'noscript'),
  ...named(ElementKind.template, 'template'),
  ...named(ElementKind.heading, 'h1 h2 h3 h4 h5 h6'),
  ...named(ElementKind.anchor, 'a'),
  ...named(ElementKind.area, 'area'),
  ...named(ElementKind.image, 'img image'),
  ...named(ElementKind.input, 'input'),
  ...named(ElementKind.source, 'source'),
  ...named(ElementKind.media, 'video audio'),
  ...named(ElementKind.track, 'track'),
  ...named(ElementKind.embed, 'object embed applet'),
  ...named(ElementKind.frameset, 'frameset frame'),
  ...named(ElementKind.form, 'form'),
  ...named(ElementKind.dialog, 'dialog'),
  ...named(ElementKind.chrome, 'nav header footer aside'),
  ...named(ElementKind.main, 'main'),
  ...named(ElementKind.foreign, 'svg math'),
  ...named(ElementKind.integration, 'foreignobject desc annotation-xml'),
];
const TABLE = new NameTable(ELEMENTS.map(([name]) => name));
const KINDS = ELEMENTS.map(([, kind]) => kind);

/** Elements that stay in the head; any other begins the body. Source: WHATWG HTML, "in head" and "before head". */
export const HEAD_ELEMENTS: ReadonlySet<string> = new Set(
  'html head base basefont bgsound link meta title noscript noframes style script template'.split(' '),
);

/**
 * Start tags that end svg and math, whatever is open there.
 * Source: WHATWG HTML, "rules for parsing tokens in foreign content"
 */
export const BREAKS_OUT: ReadonlySet<string> = new Set(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'.split(
    ' ',
  ),
);
