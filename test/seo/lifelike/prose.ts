export type Language = 'en' | 'de' | 'fr';

/** Sentences of a page's own, the same on every run; without markup, and unlike those of any other seed. */
export function prose(seed: string, language: Language = 'en', sentences = 9): string {
  const random = generator(seed);
  const words = WORDS[language];
  const pick = () => words[Math.floor(random() * words.length)] ?? '';
  return Array.from({ length: sentences }, () => {
    const sentence = Array.from({ length: 8 + Math.floor(random() * 4) }, pick).join(' ');
    return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
  }).join(' ');
}

/** mulberry32, started from a hash of the seed. */
function generator(seed: string): () => number {
  let state = 0x9e3779b9;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: 'loom weaver thread pattern order batch shift warehouse colour report plan team week delivery customer sample width cotton linen wool cost margin forecast machine repair operator spool tension quality measure export ledger price rule step answer label stock supply roll count finish dye tape edge morning export check note small quick steady clear every later often soon before after with without between'.split(
    ' ',
  ),
  de: 'webstuhl faden muster auftrag schicht lager farbe bericht plan gruppe woche lieferung kunde probe breite baumwolle leinen wolle kosten marge maschine reparatur spule spannung preis regel schritt antwort etikett bestand rolle zahl abschluss rand morgen klein schnell ruhig klar jede oft bald vor nach mit ohne zwischen und'.split(
    ' ',
  ),
  fr: 'tissu fil motif commande lot atelier stock couleur rapport plan semaine livraison client largeur coton lin laine marge machine bobine tension mesure prix facture rythme pas carnet rouleau compte bord matin petit rapide calme clair chaque souvent avant avec sans entre puis'.split(
    ' ',
  ),
};
