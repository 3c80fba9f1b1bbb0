import type { Angle, Brief } from '../brief.js';

/** The texts of a draft by what they are; a list holds blocks with a title each. */
export type DraftParts = Readonly<
  Record<string, string | readonly { readonly title: string; readonly text: string }[]>
>;

/** How a draft would be published. */
export interface PublishedForm {
  readonly content: { readonly body: string; readonly headline?: string; readonly cta?: string };
  readonly seo_metadata?: { readonly title?: string; readonly meta_description?: string };
}

/** A kind of content that growth drafts: one file a kind. */
export interface ContentTypeDrafter {
  /** Its limits, in words, for the report. */
  readonly limits: string;
  /** What the profile must have for it, for the finding when a draft is not possible. */
  readonly needs: string;
  /** Whether required disclaimers stand in the text itself. */
  readonly hasRoomForDisclaimers: boolean;
  /** @returns undefined when the profile's facts do not fit the limits */
  readonly draft: (brief: Brief, angle: Angle) => DraftParts | undefined;
  readonly published: (parts: DraftParts) => PublishedForm;
}

/** A part that is one text. */
export function textPart(parts: DraftParts, name: string): string {
  const part = parts[name];
  if (typeof part !== 'string') throw new Error(`a draft without its part ${name}`);
  return part;
}
