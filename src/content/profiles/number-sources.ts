import type { Profile } from './profile.js';

const known = new WeakMap<Profile, readonly string[]>();

/**
 * The texts of a profile that give the numbers of drafts. What it prohibits
 * or avoids gives none ("100 % secure" is no reason to say 100), nor do the names of its files.
 */
export function numberSources(profile: Profile): readonly string[] {
  const sources = known.get(profile) ?? sourcesOf(profile);
  known.set(profile, sources);
  return sources;
}

function sourcesOf({ name, icp, tone, vocabulary, keywords, features, disclaimers, cta, url }: Profile) {
  const texts = [
    ...[name, icp.description, tone, cta, url].filter((text) => text !== undefined),
    ...[
      icp.painPoints,
      icp.goals,
      vocabulary.prefer,
      keywords.primary,
      keywords.secondary,
      disclaimers,
    ].flat(),
    ...features.flatMap(({ name, description = '', benefits }) => [name, description, ...benefits]),
  ];
  return texts;
}
