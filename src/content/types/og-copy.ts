import { type Sentence, storyOf } from '../angles.js';
import { fitSentences } from '../fit.js';
import { branded, headlinesOf, leadUnder, says } from '../headlines.js';
import { characters, isQuestion } from '../text.js';
import { type ContentTypeDrafter, NEEDS, textPart } from './content-type.js';

const MAX_TITLE = 60;
const DESCRIPTION = { min: 55, max: 200 } as const;

export const ogCopyDrafter: ContentTypeDrafter = {
  title: 'copy for social previews',
  limits: [
    { part: 'og_title', measure: 'characters', max: MAX_TITLE },
    { part: 'og_description', measure: 'characters', ...DESCRIPTION },
  ],
  forms: [],
  needs: [NEEDS.facts, NEEDS.benefits],
  hasSearchMetadata: false,
  hasRoomForDisclaimers: false,
  draft: (facts, angle, used) => {
    const titles = [...headlinesOf(facts, angle, used), ...branded(facts), { text: facts.brand, facts: [] }];
    const { openers, support } = storyOf(facts, angle, used);
    if (openers.length === 0) return undefined;
    for (const title of titles.filter(({ text }) => characters(text) <= MAX_TITLE)) {
      const isOther = (sentence: Sentence) =>
        !sentence.facts.some((fact) => says(title, fact)) &&
        !(isQuestion(title.text) && isQuestion(sentence.text));
      const lead = leadUnder(title, facts);
      const rest = (lead.length > 0 ? lead : openers).filter(isOther);
      const description = fitSentences(rest, support.filter(isOther), DESCRIPTION, { terms: facts });
      if (description === undefined) continue;
      return {
        parts: { og_title: title.text, og_description: description.text },
        facts: [...title.facts, ...description.facts],
      };
    }
    return undefined;
  },
  published: (parts) => ({
    content: { headline: textPart(parts, 'og_title'), body: textPart(parts, 'og_description') },
  }),
};
