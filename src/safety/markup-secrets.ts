import type { NamedSecret } from './named-secret.js';
import { looksRandom } from './randomness.js';

/** An attribute's value between quotes of either sort. */
const QUOTED = String.raw`[ \t]{0,2}=[ \t]{0,2}(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^<\n]){1,1000})\k<quote>`;

/** Whether the tag goes on with an attribute of such a value, before or behind the one that is looked for. */
const has = (attribute: string) => String.raw`(?=[^<>\n]{0,500}?\b${attribute})`;

/** Values that forms and pages carry: a password that was filled in, tokens against forged requests. */
export const MARKUP_SECRETS: readonly NamedSecret[] = [
  {
    pattern: new RegExp(
      String.raw`<input\b${has(String.raw`(?:type=["']?password|name=["']?[\w.[-]{0,40}passw(?:or)?d\b)`)}[^<>\n]{0,500}?(?<=["'\s])value${QUOTED}`,
      'dgi',
    ),
    isSecret: (value) => !/^[*•●\s]+$/.test(value),
  },
  {
    pattern: new RegExp(
      String.raw`<(?:input|meta)\b${has(String.raw`name=["']?[\w.[-]{0,40}(?:csrf|xsrf|token|secret|nonce|api[_-]?key)`)}[^<>\n]{0,500}?(?<=["'\s])(?:value|content)${QUOTED}`,
      'dgi',
    ),
    isSecret: looksRandom,
  },
];
