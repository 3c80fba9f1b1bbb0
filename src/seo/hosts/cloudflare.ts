import type { HeaderBlock } from './header-lines.js';
import type { HostRules, RobotsTagRule } from './host-rules.js';
import { ofAnyHost } from './netlify.js';
import { type PathPattern, componentPattern, globPattern, prefixPattern } from './path-pattern.js';

/** Rules of `_headers` as Cloudflare Pages and Workers read them; `_redirects` are read as Netlify does, which takes in more. */
export function cloudflareRules(blocks: readonly HeaderBlock[]): HostRules {
  const tags = blocks.flatMap(({ path, robotsTag }): RobotsTagRule[] =>
    robotsTag === undefined ? [] : [{ pattern: ofAnyHost(path, cloudflarePattern), value: robotsTag }],
  );
  return { robotsTags: tags, isFirstOnly: false, answered: [], destination: () => undefined };
}

/** `*` is anything, slashes included; `:name` runs up to a slash. Source: developers.cloudflare.com/pages/configuration/headers */
function cloudflarePattern(path: string): PathPattern {
  const placeholder = path.search(/:[a-z]/i);
  if (placeholder === -1) return globPattern(path);
  const components = path.split('/').slice(1);
  const isOpen = components.at(-1) === '*';
  const fixed = isOpen ? components.slice(0, -1) : components;
  if (fixed.some((component) => !/^(?::[a-z]\w*|[^:*]*)$/i.test(component))) {
    return prefixPattern(path.slice(0, path.search(/[*:]/)));
  }
  const wanted = fixed.map((component) => (component.startsWith(':') ? undefined : component));
  return componentPattern(wanted, isOpen ? 'anything' : 'nothing', isOpen ? 1 : 0);
}
