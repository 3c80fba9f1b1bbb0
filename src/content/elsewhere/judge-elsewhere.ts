import { contentId } from '../../contracts/index.js';
import type { ContentType } from '../../runners/payload-values.js';
import { type ContentDraft, judged } from '../draft.js';
import type { HandedInContent } from './handed-in.js';
import { isEnglish } from '../english/language.js';
import type { Block, DraftParts } from '../measure.js';
import { phraseFinder } from '../phrases/phrases.js';
import { numberSources } from '../profiles/number-sources.js';
import type { Profile } from '../profiles/profile.js';
import { contentTypes } from '../types/index.js';
import type { PublishedForm } from '../types/content-type.js';

/**
 * Judges content that was written elsewhere by the checks of a draft. Limits are advice then: the text
 * is somebody's, and search engines cut what is too long.
 *
 * @param content redacted, as the profile is
 */
export function judgeElsewhere(content: HandedInContent, type: ContentType, profile: Profile): ContentDraft {
  const parts = partsOf(content, type);
  const keywords = phraseFinder(profile.keywords.primary);
  const text = content.blocks.map((block) => block.text).join('\n');
  return {
    draft_id: contentId('draft', {
      content_path: content.relative,
      type,
      profile: profile.name,
      source: content.source,
    }),
    content_type: type,
    profile: profile.name,
    variant: 1,
    angle: 'handed_in',
    content_path: content.relative,
    parts,
    ...judged(
      {
        type: contentTypes[type],
        parts,
        terms: {
          brand: profile.name,
          keywords: profile.keywords.primary,
          keywordsIn: (text) => keywords.find(text),
        },
        isEnglish: isEnglish(text),
        sources: numberSources(profile),
        beside: besideParts(content, type),
        hidden: content.attributes,
        payload: [content.source, content.decoded, ...content.links.map(({ href = '' }) => href)].join('\n'),
      },
      profile,
      { isOwn: false },
    ),
  };
}

/** Texts that are published with the parts of a type, whichever these are. */
function besideParts(content: HandedInContent, type: ContentType): string[] {
  const { blocks, title, headline, meta_description: description, subject, preheader } = content;
  const isOneText = type === 'title_tag' || type === 'meta_description';
  return [
    ...[title, headline, description, subject, preheader].filter((text) => text !== undefined),
    ...(isOneText ? blocks.map(({ text }) => text) : []),
  ];
}

/** The fields of the job that publishes it: the text as it was handed in. */
export function publishedElsewhere(content: HandedInContent, type: ContentType): PublishedForm {
  const { headline, title, subject, meta_description: description } = content;
  const isPage = contentTypes[type].hasSearchMetadata;
  return {
    content: {
      body: content.source,
      ...(headline !== undefined && { headline }),
      ...(subject !== undefined && { subject_line: subject }),
    },
    ...(isPage && {
      seo_metadata: {
        ...(title !== undefined && { title }),
        ...(description !== undefined && { meta_description: description }),
      },
    }),
  };
}

/** The parts of a type, as far as the content has them. */
function partsOf(content: HandedInContent, type: ContentType): DraftParts {
  const { blocks, title, headline, meta_description: description, subject, preheader } = content;
  const texts = blocks.map((block) => block.text);
  const whole = texts.join(' ');
  const sections = sectionsOf(content);
  const [first = '', ...others] = texts;
  const named = (parts: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
    );
  switch (type) {
    case 'title_tag':
      return { title: title ?? whole };
    case 'meta_description':
      return { meta_description: description ?? whole };
    case 'og_copy':
      return { og_title: first, og_description: others.join(' ') };
    case 'ad_copy':
      return {
        headlines: blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text),
        descriptions: blocks.filter(({ kind }) => kind === 'text').map(({ text }) => text),
      };
    case 'onboarding_email':
      return {
        ...named({ subject: subject ?? title, preheader, cta: onlyCall(content) }),
        body: texts,
        text: content.source,
      };
    case 'changelog_note':
      return {
        title: headline ?? title ?? first,
        what_changed: texts.filter((text) => text !== headline).join(' '),
      };
    case 'blog_post':
      return { ...named({ title: headline ?? title, meta_description: description }), sections };
    case 'landing_page':
      return {
        ...named({ headline, meta_title: title, meta_description: description }),
        blocks: sections,
      };
  }
}

/** Headings with what stands under them; what stands before the first one has no title of its own. */
function sectionsOf({ blocks, headline }: HandedInContent): Block[] {
  const sections: { title: string; texts: string[] }[] = [];
  for (const { kind, text } of blocks) {
    if (kind === 'heading' && text === headline) continue;
    if (kind === 'heading') sections.push({ title: text, texts: [] });
    else if (sections.length === 0) sections.push({ title: '', texts: [text] });
    else sections.at(-1)?.texts.push(text);
  }
  return sections.map(({ title, texts }) => ({ title, text: texts.join(' ') }));
}

/** The one link or button that is no way to unsubscribe; several are no call to action, but several. */
function onlyCall({ links }: HandedInContent): string | undefined {
  const calls = links.filter(({ text, href }) => !/unsubscribe/iu.test(`${text} ${href ?? ''}`));
  return calls.length === 1 ? calls[0]?.text : undefined;
}
