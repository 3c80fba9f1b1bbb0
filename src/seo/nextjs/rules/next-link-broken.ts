import type { SourceElement } from '../jsx-elements.js';
import type { BrokenLink, LinkKind } from '../links.js';
import type { SourceFile } from '../source-file.js';
import { entryOf, textOf, type Value } from '../values.js';
import { isDrawnOrMailed } from './drawn-sources.js';
import type { NextRule } from './rule.js';

export const nextLinkBroken: NextRule = {
  id: 'next-link-broken',
  severity: 'critical',
  title: 'Links to addresses that the app does not have',
  meaning:
    'A literal address in <Link>, router.push, <a> or <img> matches no route, public file, rewrite or redirect of the project.',
  why: 'Visitors and search engines that follow the link meet the page of error 404.',
  fix: 'Correct the address, or add the page. <Link> and the router add basePath by themselves; <a> and <img> need it written out.',
  source: 'https://nextjs.org/docs/app/api-reference/components/link',
  *check(app) {
    for (const source of app.project.sources.values()) {
      if (isDrawnOrMailed(source)) continue;
      for (const { address, kind, offset } of addressesIn(source)) {
        const broken = app.links.check(address, kind);
        if (broken === undefined) continue;
        // Beside the basePath another app of the same host may have the page, though hardly the image.
        const isUncertain = broken.reason === 'base-path-missing' && kind === 'anchor';
        yield {
          page: source.path,
          offset,
          message: explain(broken),
          value: address,
          severity: isUncertain ? 'warning' : 'critical',
          group: broken.path,
        };
      }
    }
  },
};

interface WrittenAddress {
  readonly address: string;
  readonly kind: LinkKind;
  readonly offset: number;
}

function* addressesIn({ elements, navigations }: SourceFile): Generator<WrittenAddress> {
  for (const element of elements) {
    const kind = kindOf(element);
    const attribute = kind === undefined ? undefined : addressAttribute(element, kind);
    const address = attribute === undefined ? undefined : addressIn(attribute);
    if (kind === undefined || address === undefined) continue;
    yield { address, kind, offset: element.offset };
  }
  for (const { address: value, offset } of navigations) {
    const address = addressIn(value);
    if (address !== undefined) yield { address, kind: 'link', offset };
  }
}

function kindOf({ kind, isInSvg }: SourceElement): LinkKind | undefined {
  if (kind === 'next/link') return 'link';
  if (kind === 'img') return 'image';
  return (kind === 'a' || kind === 'area') && !isInSvg ? 'anchor' : undefined;
}

/** The address, unless something else may stand in for it: `{...props}`, or `as`, which is the one that is shown. */
function addressAttribute({ attributes, hasSpread }: SourceElement, kind: LinkKind): Value | undefined {
  if (hasSpread || attributes.has('as')) return undefined;
  return attributes.get(kind === 'image' ? 'src' : 'href');
}

/** A text, or an object with `pathname`. */
function addressIn(value: Value): string | undefined {
  if (value.kind === 'object' && value.isOpen) return undefined;
  return value.kind === 'object' ? textOf(entryOf(value, 'pathname')) : textOf(value);
}

function explain({ reason, path, nearest }: BrokenLink): string {
  switch (reason) {
    case 'missing':
      return `no route and no public file is ${path}`;
    case 'base-path-twice':
      return `${path} begins with the basePath, which is added once more`;
    case 'base-path-missing':
      return `leads out of the app, which has it at ${nearest ?? path}`;
    case 'case-mismatch':
      return `${path} differs from ${nearest ?? ''} in letter case`;
    case 'not-exported':
      return `${nearest ?? ''} is exported without ${path}: its list of parameters lacks it`;
    case 'api-in-export':
      return `${path} is an API route, which an export does not have`;
    case 'intercept-only':
      return `only an intercepting route has ${path}, so it opens from inside the app alone`;
  }
}
