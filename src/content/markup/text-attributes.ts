/** Attributes whose values readers see or hear. */
const TEXT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'abbr',
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'summary',
  'title',
]);

/** Names of meta elements whose content is text, without the `og:`, `twitter:` and such before them. */
const TEXT_METAS: ReadonlySet<string> = new Set([
  'abstract',
  'apple-mobile-web-app-title',
  'application-name',
  'author',
  'description',
  'headline',
  'image:alt',
  'keywords',
  'name',
  'site_name',
  'subject',
  'summary',
  'title',
]);

export type Attributes = ReadonlyMap<string, string>;

/** Texts in the attributes of a start tag: names, descriptions, hints, what meta elements tell, what fields hold. */
export function textsOfAttributes(element: string, attributes: Attributes): string[] {
  const texts = [...attributes].flatMap(([name, value]) => (TEXT_ATTRIBUTES.has(name) ? [value] : []));
  const more =
    element === 'input'
      ? attributes.get('value')
      : element === 'meta' && TEXT_METAS.has(metaName(attributes))
        ? attributes.get('content')
        : undefined;
  return more === undefined ? texts : [...texts, more];
}

/** What a meta element is about: `og:description` and `DC.description` are `description`. */
function metaName(attributes: Attributes): string {
  const name = attributes.get('name') ?? attributes.get('property') ?? attributes.get('itemprop') ?? '';
  return name
    .trim()
    .toLowerCase()
    .replace(/^(?:og|twitter|article|dc|dcterms)[:.]/, '');
}

/** Inputs that are buttons by their type; `<button>` has text of its own. */
export function isButton(element: string, attributes: Attributes): boolean {
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  return element === 'input' && ['submit', 'button', 'reset', 'image'].includes(type);
}

/** Whether browsers show nothing of the element. `aria-hidden` hides from those who listen only. */
export function isUnseen(element: string, attributes: Attributes): boolean {
  return (
    attributes.has('hidden') ||
    (element === 'dialog' && !attributes.has('open')) ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i.test(
      attributes.get('style') ?? '',
    )
  );
}
