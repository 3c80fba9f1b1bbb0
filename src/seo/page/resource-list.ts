import type { Embed, Resource, ResourceKind } from './page-facts.js';
import { srcsetUrls } from './srcset.js';
import { Attribute, type StartTag } from './start-tag.js';

/** What a page loads, embeds, or sends to, in document order. */
export class ResourceList {
  readonly resources: Resource[] = [];
  readonly embeds: Embed[] = [];

  /** @param url nothing is loaded without one */
  add(tag: StartTag, kind: ResourceKind, url: string | undefined): void {
    if (url !== undefined && url.trim() !== '')
      this.resources.push({ offset: tag.offset, element: tag.name, kind, url });
  }

  /** Each candidate of a `srcset`. */
  addSrcset(tag: StartTag): void {
    const srcset = tag.get(Attribute.srcset);
    if (srcset !== undefined) for (const url of srcsetUrls(srcset)) this.add(tag, 'image', url);
  }

  /** What a `link` loads. A sheet that is switched on by name is loaded, too. */
  addLinked(tag: StartTag): void {
    const rel = tag.tokens(Attribute.rel);
    const kind = LINKED_RESOURCES.find(([token]) => rel.includes(token))?.[1];
    if (kind !== undefined) this.add(tag, kind, tag.get(Attribute.href));
  }

  /** object, embed and applet. */
  addEmbed(tag: StartTag): void {
    const url = tag.get(EMBED_ADDRESS.get(tag.name) ?? Attribute.src);
    const type = (tag.get(Attribute.type) ?? tag.get(Attribute.classid) ?? '').trim().toLowerCase();
    this.embeds.push({ offset: tag.offset, element: tag.name, type, url: url ?? '' });
    if (tag.name !== 'applet') this.add(tag, 'object', url);
  }

  /** frameset, whose frames are resources, and frame. */
  addFrames(tag: StartTag): void {
    if (tag.name === 'frame') this.add(tag, 'frame', tag.get(Attribute.src));
    else this.embeds.push({ offset: tag.offset, element: tag.name, type: '', url: '' });
  }
}

const EMBED_ADDRESS: ReadonlyMap<string, Attribute> = new Map([
  ['object', Attribute.data],
  ['applet', Attribute.code],
]);

const LINKED_RESOURCES: readonly (readonly [rel: string, kind: ResourceKind])[] = [
  ['stylesheet', 'stylesheet'],
  ['icon', 'icon'],
  ['apple-touch-icon', 'icon'],
  ['mask-icon', 'icon'],
  ['manifest', 'manifest'],
  ['modulepreload', 'script'],
];
