import { type PhraseFinder, phraseFinder } from '../phrases/phrases.js';
import type { Profile } from './profile.js';

interface ProfilePhrases {
  readonly prohibited: PhraseFinder;
  readonly avoided: PhraseFinder;
  /** The required disclaimers. */
  readonly disclaimers: readonly string[];
  /** One finder for each of them. */
  readonly finders: readonly PhraseFinder[];
}

const compiled = new WeakMap<Profile, ProfilePhrases>();

/** What a profile prohibits, avoids and requires, compiled once: every text of every draft is held against it. */
export function phrasesOf(profile: Profile): ProfilePhrases {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const phrases = {
    prohibited: phraseFinder(profile.prohibited.map(({ phrase }) => phrase)),
    avoided: phraseFinder(profile.vocabulary.avoid),
    disclaimers: profile.disclaimers,
    finders: profile.disclaimers.map((disclaimer) => phraseFinder([disclaimer])),
  };
  compiled.set(profile, phrases);
  return phrases;
}
