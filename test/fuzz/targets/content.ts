import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { draftContent } from '../../../src/content/draft.js';
import { readHandedIn } from '../../../src/content/elsewhere/handed-in.js';
import { judgeElsewhere } from '../../../src/content/elsewhere/judge-elsewhere.js';
import { loadProfile } from '../../../src/content/profiles/load-profile.js';
import { CONTENT_TYPES } from '../../../src/runners/payload-values.js';
import { FIXTURES, temporaryFolder } from '../../support/growth.js';
import { mutatedDocuments } from '../json-mutation.js';
import { mutants } from '../mutation.js';
import { seedFiles, texts } from '../seeds.js';
import { defineTarget } from '../target.js';

const folder = temporaryFolder();
mkdirSync(path.join(folder, 'profiles'));

const PROFILES = seedFiles('jobforge/profiles', '.yaml');

/** A profile is read, merged with what it extends, and drafted from. */
export const profiles = defineTarget({
  name: 'profile',
  isSlow: true,
  inputs: fc.record({
    bytes: fc.oneof(
      mutants(PROFILES),
      // YAML holds JSON; most of these are profiles still.
      mutatedDocuments(
        PROFILES.map((bytes): unknown => parse(bytes.toString('utf8'))),
        4,
      ).map((document) => Buffer.from(JSON.stringify(document))),
    ),
    type: fc.constantFrom(...CONTENT_TYPES),
  }),
  bytesOf: ({ bytes }) => bytes.length,
  read: async ({ bytes, type }) => {
    writeFileSync(path.join(folder, 'profiles', 'mutant.yaml'), bytes);
    const profile = await loadProfile('mutant', '/profile', { root: folder, folder: 'profiles' });
    const wish = { profile: 'mutant', content_type: type, goal: 'Tell of it', keywords: [], features: [] };
    return draftContent({ ...wish, variants: 2 }, profile).drafts;
  },
  bound: { base: 3000, perKiB: 60 },
  shortRuns: 20,
});

const MARKDOWN = texts(
  '---\ntitle: A title\ndescription: About it\nsubject: Hello\n---\n# Heading\n\nA *text* with a [link](https://example.com "t") and `code`.\n\n- one\n- two\n\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nx\n```\n<b>html</b> &amp; &#64;\n',
  'Lanternfish tails logs live. It is the best tool, 100 % guaranteed!\n\nTry it for $12 a month.\n',
);

/** Content written elsewhere is read and judged by a profile. */
export const contentFiles = defineTarget({
  name: 'content',
  isSlow: true,
  inputs: fc.record({
    bytes: mutants([...MARKDOWN, ...seedFiles('jobforge/site/blog', '.html')]),
    extension: fc.constantFrom('.md', '.html', '.txt'),
    type: fc.constantFrom(...CONTENT_TYPES),
  }),
  bytesOf: ({ bytes }) => bytes.length,
  read: async ({ bytes, extension, type }) => {
    const name = `mutant${extension}`;
    writeFileSync(path.join(folder, name), bytes);
    const profile = await loadProfile('lanternfish', '/profile', { root: FIXTURES, folder: 'profiles' });
    const content = await readHandedIn(name, '/content_path', folder);
    return judgeElsewhere(content, type, profile);
  },
  bound: { base: 3000, perKiB: 60 },
  shortRuns: 20,
});
