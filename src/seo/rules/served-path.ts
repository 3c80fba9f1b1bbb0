/** The path of a page as its address shows it: an index page is its folder. */
export function servedPath(path: string): string {
  return path.replace(/(^|\/)index\.html?$/, '$1');
}
