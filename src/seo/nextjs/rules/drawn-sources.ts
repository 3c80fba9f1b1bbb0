import type { SourceFile } from '../source-file.js';

/** Markup for a drawn preview image, or for mail: no part of a page, and only <img> and whole addresses work there. */
export function isDrawnOrMailed({ imports }: SourceFile): boolean {
  return imports.some(({ specifier }) =>
    /^(?:next\/og|@vercel\/og|satori|@react-email\/.*|react-email)$/.test(specifier),
  );
}
