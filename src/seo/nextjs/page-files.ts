/** Splits `page.tsx` by the extensions of pages: the longest that fits. Declarations (`.d.ts`) are no pages. */
export function pageName(
  file: string,
  extensions: readonly string[],
): { readonly name: string; readonly extension: string } | undefined {
  const base = file.slice(file.lastIndexOf('/') + 1);
  if (/\.d\.[cm]?ts$/.test(base)) return undefined;
  const extension = extensions
    .filter((candidate) => base.endsWith(`.${candidate}`) && base.length > candidate.length + 1)
    .sort((a, b) => b.length - a.length)[0];
  return extension === undefined ? undefined : { name: base.slice(0, -extension.length - 1), extension };
}
