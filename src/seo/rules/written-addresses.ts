import { type Located, type PageFacts, metaContents } from '../page/page-facts.js';
import { isRelativePath } from './relative-path.js';

export interface WrittenAddress extends Located {
  /** The text of a link; undefined for what is no link. */
  readonly text?: string;
}

/**
 * The addresses with a scheme, host or drive that a page sends visitors, browsers or crawlers to, as written, of those
 * that match a pattern: it keeps a check from reading every address of a site as a URL.
 */
export function* writtenAddresses(page: PageFacts, pattern: RegExp): Iterable<WrittenAddress> {
  if (page.refresh !== undefined && pattern.test(page.refresh.value)) yield page.refresh;
  for (const { offset, href } of page.bases) {
    if (href !== undefined && pattern.test(href)) yield { offset, value: href };
  }
  for (const { offset, href, rel } of page.links) {
    const isFollowed = rel.some((token) => FOLLOWED.has(token));
    if (href !== undefined && isFollowed && pattern.test(href)) yield { offset, value: href };
  }
  for (const { offset, content } of metaContents(page, ...ADDRESS_METAS)) {
    if (pattern.test(content)) yield { offset, value: content };
  }
  for (const { offset, href, name } of page.anchors) {
    if (href !== undefined && !isRelativePath(href) && pattern.test(href))
      yield { offset, value: href, text: name };
  }
  for (const { offset, url } of page.resources) {
    if (!isRelativePath(url) && pattern.test(url)) yield { offset, value: url };
  }
}

/** Relations whose address crawlers go to; stylesheets, icons and the like are among the resources. */
const FOLLOWED: ReadonlySet<string> = new Set(['canonical', 'alternate', 'next', 'prev']);

const ADDRESS_METAS = [
  'og:url',
  'og:image',
  'og:image:url',
  'og:image:secure_url',
  'og:video',
  'twitter:image',
] as const;
