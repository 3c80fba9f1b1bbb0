/** What a link is, as bits: one kind, and properties that go with it. */
export const LinkKind = {
  anchor: 1,
  area: 2,
  image: 4,
  stylesheet: 8,
  icon: 16,
  manifest: 32,
  script: 64,
  frame: 128,
  media: 256,
  object: 512,
  form: 1024,
  nofollow: 2048,
} as const;

/** Links that people follow. */
export const FOLLOWED = LinkKind.anchor | LinkKind.area;
/** What a page loads, images apart. */
export const LOADED =
  LinkKind.stylesheet |
  LinkKind.icon |
  LinkKind.manifest |
  LinkKind.script |
  LinkKind.frame |
  LinkKind.media |
  LinkKind.object;
