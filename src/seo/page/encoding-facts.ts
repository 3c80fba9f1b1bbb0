import type { Meta, PageEncoding } from './page-facts.js';
import type { PageSource } from './page-source.js';

/** Browsers look for a declaration in so many bytes. Source: WHATWG HTML, "prescan a byte stream". */
const SNIFFED_BYTES = 1024;

/** What the page says of its encoding, and what its bytes say. */
export function encodingFacts(page: PageSource, metas: readonly Meta[]): PageEncoding {
  const declaration = metas.find(
    ({ attribute, key }) => attribute === 'http-equiv' && /^(?:charset|content-type)$/.test(key),
  );
  const charset =
    declaration?.key === 'charset' ? declaration.content : charsetOf(declaration?.content ?? '');
  const declared =
    declaration === undefined || charset === '' ? undefined : { offset: declaration.offset, value: charset };
  const isLate = declared !== undefined && page.hasBytesBefore(declared.offset, SNIFFED_BYTES);
  const { encoding, hasByteOrderMark, isValidUtf8 } = page.encoding;
  return {
    source: hasByteOrderMark ? 'bom' : declared !== undefined && !isLate ? 'declared' : 'guessed',
    name: encoding,
    declared,
    isLate,
    hasInvalidBytes: encoding === 'utf-8' && !isValidUtf8,
    isUtf8: page.isUtf8,
  };
}

function charsetOf(content: string): string {
  return /charset\s*=\s*["']?([^\s"';]+)/i.exec(content)?.[1] ?? '';
}
