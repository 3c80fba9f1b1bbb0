import { type FoldedWord, splitWords } from './folded-words.js';
import { FUNCTION_WORDS } from './function-words.js';
import { lemmas } from './inflections.js';

/** A word of phrases: one object for all phrases that hold it alike. */
interface PhraseWord {
  /** Whether the phrase itself has a comma or the like in front of it. */
  readonly mayStartClause: boolean;
}

/** Where words lead to from the words before them: a prefix tree, and ways around words written as one. */
interface PhraseNode {
  readonly next: Map<PhraseWord, PhraseNode>;
  /** The phrases that are complete here. */
  readonly complete: string[];
}

/** As many words are tried as one at most: "not-for-profit", "state-of-the-art". */
const MAX_PARTS = 4;

/** Phrases by their words, so that a text is read once for all of them. */
export class PhraseIndex {
  readonly #root: PhraseNode = { next: new Map(), complete: [] };
  readonly #words = new Map<string, PhraseWord>();
  readonly #wordsByKey = new Map<string, PhraseWord[]>();

  /** @returns false, and adds nothing, when the phrase holds no letter and no digit */
  add(phrase: string): boolean {
    // A phrase may be folded over lines where it is written down.
    const words = splitWords(phrase.replaceAll(/[\s\u0085]+/gu, ' '));
    if (words.every(({ kind }) => kind === 'sign')) return false;
    const path = [this.#root];
    for (const [index, word] of words.entries()) {
      const node = path[index] ?? this.#root;
      path.push(step(node, this.#wordFor([word], index === 0)));
    }
    path.at(-1)?.complete.push(phrase);
    for (const [start, node] of path.entries()) {
      for (let end = start + 2; end < path.length && end - start <= MAX_PARTS; end++) {
        const parts = words.slice(start, end);
        const target = path[end];
        if (!canBeWrittenTogether(parts) || target === undefined) break;
        node.next.set(this.#wordFor(parts, start === 0), target);
      }
    }
    return true;
  }

  /** How often each phrase occurs, without overlaps of its own occurrences. */
  count(words: readonly FoldedWord[]): Map<string, number> {
    const counts = new Map<string, number>();
    const ends = new Map<string, number>();
    const read = this.#reader();
    for (const [start, { join }] of words.entries()) {
      if (join === 'same') continue;
      for (const { phrase, end } of this.#startingAt(words, start, read)) {
        if ((ends.get(phrase) ?? 0) > start) continue;
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
        ends.set(phrase, end);
      }
    }
    return counts;
  }

  #startingAt(
    words: readonly FoldedWord[],
    start: number,
    read: (word: FoldedWord) => readonly PhraseWord[],
  ): { phrase: string; end: number }[] {
    const found: { phrase: string; end: number }[] = [];
    const open = [{ node: this.#root, at: start }];
    const reached = new Map<PhraseNode, Set<number>>();
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      const join = state.at === start ? 'blank' : (words[state.at]?.join ?? 'paragraph');
      if (join === 'paragraph') continue;
      for (const { word, end } of hyphenatedFrom(words, state.at)) {
        for (const candidate of read(word)) {
          const node = state.node.next.get(candidate);
          if (node === undefined || (join === 'clause' && !candidate.mayStartClause)) continue;
          const ends = reached.get(node) ?? new Set();
          if (ends.has(end)) continue;
          reached.set(node, ends.add(end));
          if (words[end]?.join !== 'same') found.push(...node.complete.map((phrase) => ({ phrase, end })));
          if (node.next.size > 0) open.push({ node, at: end });
        }
      }
    }
    return found;
  }

  /** Which words of phrases a word of the text may be; each form is looked up once a text. */
  #reader(): (word: FoldedWord) => readonly PhraseWord[] {
    const known = new Map<string, readonly PhraseWord[]>();
    return (word) => {
      const seen = known.get(word.form);
      if (seen !== undefined) return seen;
      const candidates = new Set(keysOf(word).flatMap((key) => this.#wordsByKey.get(key) ?? []));
      known.set(word.form, [...candidates]);
      return [...candidates];
    };
  }

  #wordFor(parts: readonly FoldedWord[], isFirst: boolean): PhraseWord {
    const joins = parts.map(({ join }, index) => (isFirst && index === 0 ? 'blank' : join));
    const identity = parts.map(({ form }, index) => `${joins[index] ?? ''} ${form}`).join(' ');
    const known = this.#words.get(identity);
    if (known !== undefined) return known;
    const word = { mayStartClause: joins[0] === 'clause' };
    this.#words.set(identity, word);
    for (const key of keysOf(together(parts))) {
      this.#wordsByKey.set(key, [...(this.#wordsByKey.get(key) ?? []), word]);
    }
    return word;
  }
}

function step(node: PhraseNode, word: PhraseWord): PhraseNode {
  const next = node.next.get(word) ?? { next: new Map<PhraseWord, PhraseNode>(), complete: [] };
  node.next.set(word, next);
  return next;
}

/** A word of the text by itself, and with the words that hyphens join to it. */
function hyphenatedFrom(words: readonly FoldedWord[], start: number): { word: FoldedWord; end: number }[] {
  const first = words[start];
  if (first === undefined) return [];
  const spans = [{ word: first, end: start + 1 }];
  let form = first.form;
  for (let end = start + 1; first.kind === 'letters' && end - start < MAX_PARTS; end++) {
    const next = words[end];
    if (next?.join !== 'hyphen' || next.kind !== 'letters') break;
    form += next.form;
    spans.push({ word: { ...first, form }, end: end + 1 });
  }
  return spans;
}

function together(parts: readonly FoldedWord[]): FoldedWord {
  const [first] = parts;
  return {
    form: parts.map(({ form }) => form).join(''),
    kind: first?.kind ?? 'letters',
    join: first?.join ?? 'blank',
  };
}

function areLetters(parts: readonly FoldedWord[]): boolean {
  return parts.every(({ kind }) => kind === 'letters');
}

/** Whether words of a phrase may stand as one in a text: those that it hyphenates, and parts of compounds. */
function canBeWrittenTogether(parts: readonly FoldedWord[]): boolean {
  return (
    areLetters(parts) &&
    parts.every((part, index) => {
      const before = parts[index - 1];
      if (before === undefined || part.join === 'hyphen') return true;
      return part.join === 'blank' && isCompoundPart(before.form) && isCompoundPart(part.form);
    })
  );
}

function isCompoundPart(form: string): boolean {
  return form.length >= 3 && !FUNCTION_WORDS.has(form);
}

/** What a word is compared by: two words are the same when they share a key. */
function keysOf({ form, kind }: FoldedWord): readonly string[] {
  if (kind === 'letters') return lemmas(form);
  return kind === 'number' ? readingsOf(form) : [form];
}

/** A number without group separators, and with a decimal point: "1.000" is 1 in some places, 1000 in others. */
function readingsOf(number: string): string[] {
  const plain = number.replaceAll("'", '');
  const readings: string[] = [];
  if (/^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(plain)) readings.push(plain.replaceAll(',', ''));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) {
    readings.push(plain.replaceAll('.', '').replace(',', '.'));
  }
  if (/^\d+[.,]\d+$/.test(plain)) readings.push(plain.replace(',', '.'));
  return readings.length > 0 ? readings : [plain];
}
