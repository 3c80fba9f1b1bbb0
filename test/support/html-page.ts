/** A page that has everything in order but what a test is about. */
export function htmlPage(head: string, body = '<h1>Heading</h1>'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
}

/** The same, as `index.html` of a site of its own. */
export function oneHtmlPage(head: string, body?: string): { readonly files: Record<string, string> } {
  return { files: { 'index.html': htmlPage(head, body) } };
}
