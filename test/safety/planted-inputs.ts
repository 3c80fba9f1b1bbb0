import { OWN_POSITIVES } from './labelled/index.js';
import type { Labelled } from './labelled/labelled.js';
import { VENDOR_TOKENS } from './labelled/secrets.js';

/** Two texts of each kind on one line, of secrets two of each table. */
const KINDS = ['secret', 'email', 'phone', 'card', 'iban', 'ssn', 'ip'] as const;
export const FEW: readonly Labelled[] = KINDS.flatMap((kind) => {
  const ofKind = OWN_POSITIVES.filter((row) => row.kind === kind && !row.text.includes('\n'));
  const step = Math.ceil(ofKind.length / (kind === 'secret' ? 6 : 2));
  return ofKind.filter((_, index) => index % step === 0);
});

/** Files named after data, at most. */
const MAX_NAMES = 6;

/** Texts in a row. */
export const rowOf = (rows: readonly Labelled[]) => rows.map(({ text }) => text).join(' | ');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Data that tell what they are without a word in front, and can stand in a file's name. */
const fileNames = (rows: readonly Labelled[]) =>
  rows
    .filter((row) => VENDOR_TOKENS.includes(row) || (row.kind !== 'secret' && !NEEDS_WORD.test(row.text)))
    .flatMap(({ gone }) => gone)
    .filter((datum) => /^[\w@.+()-]{5,64}$/.test(datum));
const NEEDS_WORD = /[:=?]|Tel|Handy|of 13 digits/;

const jsonLd = (text: string) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: text,
    [text]: text,
  });

const page = (text: string, title: string, more = '') => {
  const html = escaped(text);
  return `<!doctype html>
<html lang="${html}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="description" content="${html}"><meta name="description" content="x ${html}">
<meta name="robots" content="noindex, ${html}"><meta name="viewport" content="${html}">
<meta property="og:title" content="${html}"><meta property="og:image" content="/${html}.png">
<meta property="og:url" content="https://other.example/?q=${html}"><meta name="twitter:card" content="${html}">
<link rel="canonical" href="https://shop.example/?q=${html}"><link rel="canonical" href="/b?q=${html}">
<link rel="alternate" hreflang="${html}" href="/de?q=${html}"><link rel="icon" href="/i?q=${html}">
<script type="application/ld+json">${jsonLd(text).replaceAll('<', '\\u003c')}</script>
<script type="application/ld+json">{"broken": ${jsonLd(text).replaceAll('<', '\\u003c')} </script>
<style>.a { content: "${html}" }</style></head>
<body id="${html}"><h1>${html}</h1><h1>x ${html}</h1><h4 style="${html}">${html}</h4>
<p>Lorem ipsum ${html}</p><img src="/img?q=${html}" alt="${html}"><img src="/none/${html}.png">
<a href="/missing?q=${html}">click here</a><a href="/missing/${html}">${html}</a><a href="javascript:${html}">x</a>
<a href="http://localhost/?q=${html}">x</a><a href="#${html}">x</a><a href="${html}">x</a><a href="c:\\${html}">x</a>
<a href="mailto:${html}">x</a><a href="https://shop.example/?q=${html}" rel="nofollow">here</a>
<iframe src="http://shop.example/?q=${html}"></iframe>${more}</body></html>`;
};

const eventsOf = (text: string) =>
  ['start', 'middle', 'end'].flatMap((name, step) =>
    Array.from({ length: 40 - 15 * step }, (_, user) => ({
      event_id: `${text} ${step} ${user}`,
      user_id: `${text} ${user}`,
      event_name: name,
      timestamp: `2024-01-0${step + 1}T00:00:00.000Z`,
      plan: `${text} ${user % 3}`,
      [text]: text,
    })),
  );
const profileOf = (text: string) => ({
  name: 'Tally',
  icp: { description: text, goals: ['Know what is on the shelf', text], pain_points: [text] },
  voice: { tone: text, style_guide: [text], vocabulary: { prefer: [text], avoid: [text] } },
  keywords: { primary: ['stock', text], secondary: [text], prohibited: [text] },
  features: [
    {
      name: 'Shelf scan',
      description: 'Shelf scan counts what a photo shows',
      benefits: [text, 'Count it all'],
    },
    { name: text, description: text, benefits: [text] },
  ],
  prohibited_claims: [text],
  required_disclaimers: [text],
  cta: text,
  url: `https://user:hunter2pass@tally.example/start?token=0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d`,
});

const envelopeOf = (text: string) => ({
  schema_version: text,
  tenant_id: 'acme',
  project_id: 'lanternfish',
  trace_id: text,
});

/** Inputs with the planted texts wherever the product takes any text. */
export const inputsWith = (text: string) => ({
  $schema: text,
  events: [
    {
      ...envelopeOf(text),
      event_id: text,
      event_name: text,
      occurred_at: '2024-01-01T00:00:00Z',
      payload: { [text]: text },
    },
  ],
  run_manifests: [
    {
      ...envelopeOf(text),
      manifest_id: text,
      created_at: '2024-01-01T00:00:00Z',
      outputs: [text, { [text]: text }],
    },
  ],
  seo_scan: {
    source_path: 'site',
    site_url: 'https://shop.example',
    ignore: [`${text}/**`],
  },
  seo_audit: {
    id: 'audit-1',
    scanned_at: '2024-01-01T00:00:00Z',
    source_type: text,
    source_path: text,
    urls_scanned: 1,
    findings: [
      { severity: 'critical', title: text, description: text, page: text, [text]: text },
      { severity: 'info', title: `x ${text}` },
    ],
    summary: { critical: 1, warning: 0, info: 1, opportunity: 0 },
  },
  funnel_analysis: {
    events_path: 'events.ndjson',
    steps: ['start', { event: 'middle', where: { plan: [`${text} 0`, `${text} 1`, `${text} 2`] } }, 'end'],
    segment_by: 'plan',
  },
  experiment_proposals: { drop_off_threshold: 0.1, max_duration_days: 364 },
  experiment_run: { proposal: 'top', approved_by_note: text },
  content_draft: [
    {
      profile: 'tally',
      content_type: 'landing_page',
      goal: `Greet ${text}`,
      keywords: [text],
      features: [text],
      audience: text,
      llm_provider: text,
    },
    { profile: 'tally', content_type: 'onboarding_email', goal: `Tell ${text}`, keywords: ['stock', text] },
  ],
  publish_content: {
    content_path: 'post.md',
    content_type: 'landing_page',
    profile: 'tally',
    destination: 'cms:web',
  },
});

/** The data that the inputs name, with the texts wherever files may hold any. */
export function filesWith(rows: readonly Labelled[]): Readonly<Record<string, unknown>> {
  const text = rowOf(rows);
  const html = escaped(text);
  const names = fileNames(rows).slice(0, MAX_NAMES);
  const events = eventsOf(text);
  const others = [
    { ...events[0], event_id: 'o', event_name: text },
    { event_name: text },
    { timestamp: text },
  ];
  return {
    'events.ndjson':
      [...events, ...others].map((event) => JSON.stringify(event)).join('\n') + `\n{"broken ${text}\n`,
    'profiles/tally.yaml': profileOf(text),
    'post.md': `---\ntitle: ${JSON.stringify(text)}\n---\n# ${text}\n\n${text}\n\n[${text}](https://tally.example/?q=${encodeURIComponent(text)})\n`,
    'site/index.html': page(text, html),
    'site/about.html': page(text, html),
    'site/short.html': page(
      text,
      'x',
      names.map((name) => `<a href="/${encodeURIComponent(name)}/gone">y</a>`).join(''),
    ),
    'site/robots.txt': `User-agent: ${text}\nDisallow: /${text}\nSitemap: https://shop.example/${text}\nUnknown ${text}: ${text}\n`,
    'site/sitemap.xml': `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://shop.example/gone?q=${html}</loc><lastmod>${html}</lastmod></url></urlset>`,
    'site/_redirects': rows
      .map(
        ({ gone: [datum = ''] }) => `/r/${encodeURIComponent(datum)} /gone/${encodeURIComponent(datum)} 301`,
      )
      .join('\n'),
    ...Object.fromEntries(
      names.flatMap((name) => [
        [`site/${name}.html`, page(text, name)],
        [`site/${name}/index.html`, page(text, 'x')],
      ]),
    ),
  };
}
