/**
 * The addresses of a `srcset`. An address is a run of what is not white space, without the commas at its end;
 * its descriptor goes up to a comma outside parentheses.
 *
 * Source: WHATWG HTML, "parse a srcset attribute"
 */
export function srcsetUrls(srcset: string): string[] {
  const urls: string[] = [];
  let position = 0;
  while (position < srcset.length) {
    const start = skip(srcset, position, /[\s,]/);
    const end = skip(srcset, start, /\S/);
    const url = srcset.slice(start, end);
    const bare = withoutTrailingCommas(url);
    if (bare !== '') urls.push(bare);
    // A comma right behind the address ends the candidate; otherwise a descriptor follows.
    position = bare.length < url.length ? end : descriptorEnd(srcset, end);
  }
  return urls;
}

function skip(text: string, from: number, what: RegExp): number {
  let position = from;
  while (position < text.length && what.test(text.charAt(position))) position += 1;
  return position;
}

function withoutTrailingCommas(url: string): string {
  let end = url.length;
  while (end > 0 && url.charAt(end - 1) === ',') end -= 1;
  return url.slice(0, end);
}

function descriptorEnd(text: string, from: number): number {
  let depth = 0;
  for (let position = from; position < text.length; position++) {
    const character = text.charAt(position);
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) return position;
  }
  return text.length;
}
