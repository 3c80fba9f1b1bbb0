import { pixelWidth } from './text-width/pixels.js';
import { characters, words } from './text.js';

export interface Block {
  readonly title: string;
  readonly text: string;
}

/** The texts of a draft by what they are: one text, several of a kind, or blocks with a title each. */
export type DraftPart = string | readonly string[] | readonly Block[];
export type DraftParts = Readonly<Record<string, DraftPart>>;

/** A limit of a part, in user-perceived characters, words, items of a list, or CSS pixels of Arial. */
export interface Limit {
  readonly part: string;
  /** Parts that are measured together with it. */
  readonly with?: readonly string[];
  readonly measure: 'characters' | 'words' | 'items' | 'pixels';
  readonly min?: number;
  readonly max?: number;
  /** For pixels: the font size in CSS pixels at which search results show it. */
  readonly fontSize?: number;
}

/** What a part measures against its limit; of a list, the item that is furthest out or nearest to it. */
export interface Measure {
  readonly part: string;
  readonly measure: Limit['measure'];
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly is_within: boolean;
}

/** A rule of form, and whether a draft keeps it. */
export interface FormCheck {
  readonly rule: string;
  readonly holds: boolean;
}

/** Measures the parts that a draft has; what it has not is not measured. */
export function measured(parts: DraftParts, limits: readonly Limit[]): Measure[] {
  return limits.flatMap((limit) => {
    const part = parts[limit.part];
    if (part === undefined) return [];
    const { min, max, measure } = limit;
    const values = valuesOf(limit, part, parts);
    // A list without items has no lengths; how many there should be is a limit of its own.
    if (values.length === 0) return [];
    const isWithin = (value: number) => value >= (min ?? 0) && value <= (max ?? Infinity);
    const value = values.find((one) => !isWithin(one)) ?? Math.max(...values);
    return [
      {
        part: [limit.part, ...(limit.with ?? [])].join(', '),
        measure,
        value,
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        is_within: isWithin(value),
      },
    ];
  });
}

function valuesOf(limit: Limit, part: DraftPart, parts: DraftParts): number[] {
  const together = [part, ...(limit.with ?? []).map((name) => parts[name] ?? '')];
  switch (limit.measure) {
    case 'items':
      return [typeof part === 'string' ? 1 : part.length];
    case 'words':
      return [together.flatMap(textsOf).reduce((sum, text) => sum + words(text).length, 0)];
    case 'characters':
      return textsOf(part).map(characters);
    case 'pixels':
      // Tenths, as a person would compare them.
      return textsOf(part).map((text) => Math.round(pixelWidth(text, limit.fontSize ?? 16) * 10) / 10);
  }
}

/** The texts of a part, in reading order. */
export function textsOf(part: DraftPart): string[] {
  if (typeof part === 'string') return [part];
  return part.flatMap((one) => (typeof one === 'string' ? [one] : [one.title, one.text]));
}
