import fc from 'fast-check';
import { FORGERIES } from './hostile-values.js';
import { HANDED_IN } from './targets/handed-in-documents.js';

/** One or more forgeries, alone or in between of words; never blank. */
const forgery = fc
  .array(fc.constantFrom(...FORGERIES, 'words', ' ', '\n'), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''))
  .map((text) => (text.trim() === '' ? 'words' : text));

/** Texts for every field of an inputs folder that a stranger fills. */
export interface Forgeries {
  readonly title: string;
  readonly heading: string;
  readonly link: string;
  readonly fileName: string;
  readonly event: string;
  readonly step: string;
  readonly funnel: string;
  readonly segment: string;
  readonly profile: string;
  readonly feature: string;
  readonly goal: string;
  readonly audit: string;
  readonly page: string;
}

export const forgeries: fc.Arbitrary<Forgeries> = fc.record({
  title: forgery,
  heading: forgery,
  link: forgery,
  fileName: forgery,
  event: forgery,
  step: forgery,
  funnel: forgery,
  segment: forgery,
  profile: forgery,
  feature: forgery,
  goal: forgery,
  audit: forgery,
  page: forgery,
});

/** The files of a folder whose every text is forged, by path. */
export function forgedFolder(texts: Forgeries): Record<string, unknown> {
  const name = `${fileName(texts.fileName)}.html`;
  return {
    'inputs.json': { ...forgedInputs(texts), ...handedIn(texts) },
    'site/index.html': page(texts, name),
    [`site/${name}`]: page(texts, 'index.html'),
    'site/robots.txt': `User-agent: *\nDisallow ${texts.link}\n${texts.title}\n`,
    'site/_redirects': `/x ${texts.link}\n`,
    'profiles/forged.yaml': profile(texts),
    'events.ndjson': events(texts),
  };
}

function forgedInputs({ funnel, event, step, goal, feature }: Forgeries): object {
  return {
    seo_scan: { source_path: 'site', site_url: 'https://example.com' },
    funnel_analysis: {
      events_path: 'events.ndjson',
      funnel_name: funnel,
      steps: [{ name: step, event }, 'paid'],
      segment_by: 'plan',
    },
    content_draft: {
      profile: 'forged',
      content_type: 'landing_page',
      goal: `Tell of ${goal}`,
      features: [`Feature ${feature}`],
    },
  };
}

function handedIn({ audit, page: where }: Forgeries): object {
  const [first] = HANDED_IN.seo_audit.findings;
  return {
    seo_audit: {
      ...HANDED_IN.seo_audit,
      source_path: where,
      findings: [{ ...first, title: audit, description: audit, page: where }],
    },
  };
}

function page({ title, heading, link }: Forgeries, other: string): string {
  const text = (raw: string) =>
    raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<!doctype html><html lang="en"><title>${text(title)}</title><meta name="description" content="${text(title)}"><h1>${text(heading)}</h1><p>${text(heading)}</p><a href="${text(encodeURIComponent(other))}">${text(link)}</a><a href="${text(link)}">here</a><img src="${text(link)}"></html>`;
}

/** YAML holds JSON. */
function profile({ profile: brand, feature, goal }: Forgeries): string {
  return JSON.stringify({
    name: `Brand ${brand}`,
    icp: { description: `people ${goal}`, pain_points: [`It hurts ${goal}`], goals: [`Go ${goal}`] },
    features: [
      { name: `Feature ${feature}`, description: `It does ${feature}`, benefits: [`Saves ${feature}`] },
    ],
    required_disclaimers: [`Terms ${brand}`],
    cta: `Try ${brand}`,
  });
}

function events({ event, segment }: Forgeries): string {
  return Array.from({ length: 40 }, (_, user) => {
    const row = { user_id: `u-${user}`, timestamp: '2024-05-01T00:00:00Z', plan: segment };
    const paid = { ...row, event_name: 'paid', timestamp: '2024-05-01T01:00:00Z' };
    return [{ ...row, event_name: event }, ...(user % 4 === 0 ? [paid] : [])];
  })
    .flat()
    .map((row) => JSON.stringify(row))
    .join('\n');
}

/** What a file system takes for a name. */
function fileName(text: string): string {
  const name = text.replaceAll(/[/\u0000]/gu, '_').replace(/^\.+/u, '_');
  return Buffer.from(name).subarray(0, 120).toString('utf8').replaceAll('\uFFFD', '');
}
