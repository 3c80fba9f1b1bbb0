import { ABSENT, type Fact, known, type Place, UNKNOWN } from './fact.js';
import { entryOf, isNothing, textOf, type Value } from './values.js';

export interface Title {
  /** What the page is called if nothing below says otherwise. */
  readonly text: Fact<string>;
  /** What titles below are put into. */
  readonly template: Fact<string>;
}

/** Longer titles come from hostile templates that multiply themselves. */
const MAX_LENGTH = 20_000;

/**
 * Resolves `title`: a text, or an object of `template`, `default` and `absolute`.
 * A title that is no object ends the template above it, also null and ''.
 * https://nextjs.org/docs/app/api-reference/functions/generate-metadata#title
 *
 * @param template the nearest template above
 */
export function resolveTitle(value: Value, template: Fact<string>, place: Place): Fact<Title> {
  if (isNothing(value)) return known({ text: ABSENT, template: ABSENT }, place);
  const text = textOf(value);
  if (text !== undefined) return known({ text: filled(template, text, place), template: ABSENT }, place);
  if (value.kind !== 'object') return UNKNOWN;
  return known(
    {
      text: firstPresent(
        partOf(value, 'absolute', place),
        mapFact(partOf(value, 'default', place), (title) => filled(template, title, place)),
      ),
      template: partOf(value, 'template', place),
    },
    place,
  );
}

/** A key with a text; '' is as good as none. */
function partOf(value: Extract<Value, { kind: 'object' }>, key: string, place: Place): Fact<string> {
  const part = entryOf(value, key);
  if (isNothing(part) || textOf(part) === '') return ABSENT;
  const text = textOf(part);
  return text === undefined ? UNKNOWN : known(text, place);
}

function firstPresent(first: Fact<string>, second: Fact<string>): Fact<string> {
  return first.kind === 'absent' ? second : first;
}

function mapFact(fact: Fact<string>, map: (value: string) => Fact<string>): Fact<string> {
  return fact.kind === 'known' ? map(fact.value) : fact;
}

function filled(template: Fact<string>, title: string, place: Place): Fact<string> {
  if (template.kind === 'unknown') return UNKNOWN;
  if (template.kind === 'absent') return title === '' ? ABSENT : known(title, place);
  if (template.value.length * Math.max(title.length, 1) > MAX_LENGTH) return UNKNOWN;
  // As Next.js does it, `$&` in a title included.
  return known(template.value.replace(/%s/g, title), place);
}
