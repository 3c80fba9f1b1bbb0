import { isUrl } from '../../inputs/web-address.js';
/**
 * The address of a `<meta http-equiv=refresh>`; '' where there is none, which reloads the page, and
 * where the content does not start with a time, which does nothing.
 *
 * Source: WHATWG HTML, "shared declarative refresh steps"
 */
export function refreshAddress(content: string): string {
  const time = /^\s*[\d.]+(?=[;,\s]|$)/.exec(content);
  if (time === null) return '';
  const rest = content
    .slice(time[0].length)
    .replace(/^\s*[;,]?\s*/, '')
    .replace(/^url\s*=\s*/i, '');
  const quote = /^["']/.exec(rest)?.[0];
  return (quote === undefined ? rest : (rest.slice(1).split(quote, 1)[0] ?? '')).trim();
}

/**
 * A page that refreshes to its own address, in any form that hosts serve, is reloaded, and stays what it is. One that
 * does so at once under another form of its address goes round in circles.
 */
export function leadsToItself(content: string, address: string, path: string): boolean {
  const own = `http://site.invalid/${path.split('/').map(encodeURIComponent).join('/')}`;
  if (!isUrl(address, own)) return false;
  const named = new URL(address, own).href.replace(/#.*/, '');
  return named === own || (Number.parseFloat(content) >= 1 && cleanForm(named) === cleanForm(own));
}

/** `about`, `about.html`, `about/` and `about/index.html` are one. */
function cleanForm(address: string): string {
  return address
    .replace(/\?.*/, '')
    .replace(/(?:\/index)?\.html?$/, '')
    .replace(/\/$/, '');
}
