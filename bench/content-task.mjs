/**
 * One task of bench/content.ts in a process of its own, from the built product: drafts for one kind of
 * content, or the floor that only loads the profile and parses its Markdown.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [task, kind, count] = process.argv.slice(2);
const root = path.join(import.meta.dirname, '..');
const load = (file) => import(pathToFileURL(path.join(root, 'dist', 'content', file)).href);
const { loadProfile } = await load('profiles/load-profile.js');
const folder = { root: path.join(root, 'fixtures', 'jobforge'), folder: 'profiles' };
const profile = await loadProfile('lanternfish', '/profile', folder);
const { draftContent } = await load('draft.js');
const { plainText } = await load('markup/plain-text.js');

const texts = [
  ...profile.icp.painPoints,
  ...profile.icp.goals,
  ...profile.features.flatMap(({ description, benefits }) => [description, ...benefits]),
];
const started = process.cpuUsage();
let drafts = 0;
for (let number = 0; drafts < Number(count); number++) {
  if (task === 'markup') {
    for (const text of texts) plainText(text);
    drafts += 1;
  } else {
    // Another goal each time, so that nothing could be remembered from the last one.
    const wish = {
      profile: 'lanternfish',
      content_type: kind,
      goal: `Announce live tail, part ${number}`,
      keywords: [],
      features: [],
    };
    const made = draftContent({ ...wish, variants: 1 }, profile).drafts.length;
    if (made === 0) throw new Error(`the profile supports no draft of ${kind}`);
    drafts += made;
  }
}
const { user, system } = process.cpuUsage(started);
console.log(
  JSON.stringify({ cpu: (user + system) / 1000, drafts, memory: process.resourceUsage().maxRSS / 1024 }),
);
