import { FUNCTION_WORDS } from './function-words.js';
import { IRREGULAR_LEMMAS, IRREGULAR_VERBS, LOOK_ALIKES } from './irregular-forms.js';

/**
 * The words that an English word may be a form of, itself among them. Two words are forms of one
 * word exactly when these lists share a word. Without a dictionary a list may hold words that do not
 * exist ("heale" for "healing"), which does no harm: no text holds them either.
 *
 * Forms are the plural, third person, past and "-ing" of Quirk et al., A Comprehensive Grammar of
 * the English Language, 3.2–3.18 and 5.73–5.103, as spelt there: "y" to "ie", the dropped "e", the
 * doubled consonant. Comparatives and derived words ("miraculous") are words of their own.
 *
 * @param word folded: lower case, without accents and apostrophes
 */
export function lemmas(word: string): readonly string[] {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  // A language has no end, memory has.
  if (known.size === MAX_KNOWN) known.clear();
  const found = lemmasOf(word);
  known.set(word, found);
  return found;
}

/** Texts use few words often. */
const known = new Map<string, readonly string[]>();
const MAX_KNOWN = 20_000;

function lemmasOf(word: string): string[] {
  const found = new Set([word, ...(IRREGULAR_LEMMAS.get(word) ?? [])]);
  if (/^[a-z]{3,}$/.test(word) && !FUNCTION_WORDS.has(word)) {
    for (const lemma of possibleLemmas(word)) {
      if (formsOf(lemma).includes(word) && !LOOK_ALIKES.get(lemma)?.has(word)) found.add(lemma);
    }
  }
  return [...found];
}

/** What is left when an ending is taken off, with and without what the ending may have cost. */
function possibleLemmas(word: string): string[] {
  const [, stem = '', ending] = /^(.+?)(s|men|ed|ing)$/.exec(word) ?? [];
  if (ending === undefined) return [];
  if (ending === 'men') return [`${stem}man`];
  if (ending === 's')
    return [stem, stem.replace(/e$/, ''), stem.replace(/ie$/, 'y'), stem.replace(/ze$/, '')];
  return [
    stem,
    `${stem}e`,
    stem.replace(/i$/, 'y'),
    stem.replace(/y$/, 'ie'),
    stem.replace(/(.)\1$/, '$1'),
    stem.replace(/ck$/, 'c'),
  ];
}

/** The regular forms of a word, as a noun and as a verb. */
function formsOf(lemma: string): string[] {
  if (FUNCTION_WORDS.has(lemma) || !/[aeiouy]/.test(lemma)) return [];
  const forms = withS(lemma);
  if (!canBeVerb(lemma)) return forms;
  if (!IRREGULAR_VERBS.has(lemma) && (!lemma.endsWith('ee') || VERBS_IN_EE.has(lemma)))
    forms.push(...past(lemma));
  return [...forms, ...withIng(lemma)];
}

/** "Bre" is none, which "bred" and "bring" would share. */
function canBeVerb(lemma: string): boolean {
  return lemma.length >= 3 && /[aeiouy]/.test(lemma.replace(/e$/, '')) && !endsLikePlural(lemma);
}

const VERBS_IN_EE: ReadonlySet<string> = new Set(
  'agree decree disagree emcee free guarantee knee puree referee tee tree'.split(' '),
);

/** Whether a word ends in an "s" that is rather an ending: "pleas" is no verb, and has no plural. */
function endsLikePlural(lemma: string): boolean {
  return /[^s]s$/.test(lemma) && !/(?:[iu]s|lens)$/.test(lemma) && !WORDS_IN_AS.has(lemma);
}

const WORDS_IN_AS: ReadonlySet<string> = new Set('gas bias atlas canvas alias christmas pancreas'.split(' '));

function withS(lemma: string): string[] {
  if (/(?:[^aeiou]|qu)y$/.test(lemma)) return [lemma.replace(/y$/, 'ies')];
  if (lemma.endsWith('man')) return [`${lemma}s`, lemma.replace(/an$/, 'en')];
  if (endsLikePlural(lemma)) return [];
  // "Stomachs", "epochs".
  if (lemma.endsWith('ch') || /[^aeiou]o$/.test(lemma)) return [`${lemma}s`, `${lemma}es`];
  if (/(?:[sxz]|sh)$/.test(lemma)) return [`${lemma}es`];
  return [`${lemma}s`];
}

function past(lemma: string): string[] {
  if (lemma.endsWith('e')) return [`${lemma}d`];
  if (/[^aeiou]y$/.test(lemma)) return [lemma.replace(/y$/, 'ied')];
  return stemsBeforeVowel(lemma).map((stem) => `${stem}ed`);
}

function withIng(lemma: string): string[] {
  if (lemma.endsWith('ie')) return [lemma.replace(/ie$/, 'ying')];
  if (/[eoy]e$/.test(lemma)) return [`${lemma}ing`];
  // "Ageing", "queueing", "singeing" keep what "aging", "queuing" drop.
  if (/[gu]e$/.test(lemma)) return [lemma.replace(/e$/, 'ing'), `${lemma}ing`];
  if (lemma.endsWith('e')) return [lemma.replace(/e$/, 'ing')];
  return stemsBeforeVowel(lemma).map((stem) => `${stem}ing`);
}

/**
 * The stem with its last consonant doubled where it has to be (in one syllable), where it may be
 * (in several, which stress and country decide: "referred", "visited", "cancelled"), or as it is.
 */
function stemsBeforeVowel(lemma: string): string[] {
  const doubled = lemma + lemma.slice(-1);
  const sounds = lemma.replace('qu', 'qw').replace(/^y|(?<=[aeiou])y(?=[aeiou])/, 'j');
  if (/[aeiou]c$/.test(lemma)) return [`${lemma}k`];
  const isPolysyllabic = (sounds.match(/[aeiouy]+/g) ?? []).length > 1;
  if (/(?:i[ao]|ue)l$/.test(lemma)) return [lemma, doubled];
  if (!/(?:^|[^aeiou])[aeiouy][^aeiouywxh]$/.test(sounds)) return [lemma];
  // "Focussed" is of "focus", but "discussed" not of "discus", nor "fussed" of what "fused" is.
  if (/[sz]$/.test(lemma)) return DOUBLE_S.has(lemma) ? [lemma, doubled] : [lemma];
  return isPolysyllabic ? [lemma, doubled] : [doubled];
}

const DOUBLE_S: ReadonlySet<string> = new Set('bias bus focus gas quiz whiz'.split(' '));
