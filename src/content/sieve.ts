import { redactedKinds } from '../safety/redaction.js';
import { placeholderIn } from './checks/placeholder.js';
import type { PhraseFinder } from './phrases/phrases.js';
import { phrasesOf } from './profiles/phrases-of.js';
import type { Profile } from './profiles/profile.js';

/** A text that no draft may say, and why. */
export interface LeftOut {
  /** JSON pointer of the field of the profile that holds it, or of the wish in the inputs. */
  readonly field: string;
  readonly reason: 'prohibited' | 'avoided' | 'sensitive' | 'placeholder' | 'unfinished' | 'voice';
  /** The phrase, kind or mark on account of which it is left out. */
  readonly because: string;
}

/** Judges whether drafts may say a text; what they may not is noted. */
export function sieve(
  profile: Profile,
  english: boolean,
  leftOut: LeftOut[],
): (field: string, text: string) => boolean {
  const { prohibited, avoided } = phrasesOf(profile);
  return (field, text) => {
    // The name of a brand is what it is, whatever the brand avoids and however it ends.
    const found =
      reasonAgainst(text, prohibited) ??
      (field === '/name'
        ? undefined
        : (unwelcome(text, avoided) ?? (english ? unfinished(text) : undefined)));
    if (found !== undefined) leftOut.push({ field, ...found });
    return found === undefined;
  };
}

function reasonAgainst(text: string, prohibited: PhraseFinder): Omit<LeftOut, 'field'> | undefined {
  const [phrase] = prohibited.find(text);
  if (phrase !== undefined) return { reason: 'prohibited', because: phrase };
  const [kind] = redactedKinds(text);
  if (kind !== undefined) return { reason: 'sensitive', because: kind };
  const placeholder = placeholderIn(text);
  return placeholder === undefined ? undefined : { reason: 'placeholder', because: placeholder };
}

function unwelcome(text: string, avoided: PhraseFinder): Omit<LeftOut, 'field'> | undefined {
  const [word] = avoided.find(text);
  return word === undefined ? undefined : { reason: 'avoided', because: word };
}

function unfinished(text: string): Omit<LeftOut, 'field'> | undefined {
  const [end] = UNFINISHED.exec(text) ?? [];
  return end === undefined ? undefined : { reason: 'unfinished', because: end };
}

/** Words on which no English sentence ends. */
const UNFINISHED = /(?<![\p{L}\p{N}])(?:and|or|but|nor|because|than|the|a|an|your)[\s,;:.…–—-]*$/iu;
