/**
 * Writes fixtures/jobforge/events.ndjson: product events of the sample site, made up but lifelike.
 * Seeded, so that every run writes the same bytes. A few rows are broken on purpose, as in real exports.
 *
 * Run it with `pnpm fixtures:events`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const SEED = 20_240_101;
const USERS = 1500;
const START = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const DAYS = 28;

/** Steps with the share of users who go on to them, and the typical wait in minutes. */
const STEPS = [
  { event: 'pricing_viewed', share: 1, wait: 0 },
  { event: 'signup_started', share: 0.46, wait: 6 },
  { event: 'signup_completed', share: 0.71, wait: 3 },
  { event: 'first_search', share: 0.38, wait: 55 },
  { event: 'plan_selected', share: 0.52, wait: 1500 },
] as const;

const random = mulberry32(SEED);
const rows: { time: number; line: string }[] = [];
let events = 0;

for (let user = 1; user <= USERS; user++) {
  const id = `u-${String(user).padStart(5, '0')}`;
  let time = START + Math.floor(random() * DAYS * DAY);
  emit(id, 'page_viewed', time - Math.floor(random() * 600_000), '/');
  for (const step of STEPS) {
    if (random() > step.share) break;
    time += Math.floor(-Math.log(1 - random()) * step.wait * 60_000);
    if (time >= START + DAYS * DAY) break;
    emit(id, step.event, time, step.event === 'pricing_viewed' ? '/pricing' : '/signup');
    if (random() < 0.2) emit(id, 'page_viewed', time + 30_000, '/docs/');
  }
}

rows.sort((a, b) => a.time - b.time || (a.line < b.line ? -1 : 1));
const lines = rows.map(({ line }) => line);
breakSomeRows(lines);
writeFileSync(
  path.join(import.meta.dirname, '..', 'fixtures', 'jobforge', 'events.ndjson'),
  `${lines.join('\n')}\n`,
);

function emit(user: string, event: string, time: number, page: string): void {
  events += 1;
  rows.push({
    time,
    line: JSON.stringify({
      event_id: `e-${String(events).padStart(6, '0')}`,
      user_id: user,
      event_name: event,
      timestamp: new Date(time).toISOString(),
      page,
      plan: random() < 0.3 ? 'team' : 'starter',
    }),
  });
}

/** What real exports hold: a row delivered twice, a cut line, a row before log-in, a time nobody can read. */
function breakSomeRows(all: string[]): void {
  for (const index of [120, 840, 2300]) all.splice(index + 5, 0, all[index] ?? '');
  all.splice(1500, 0, '{"event_id":"e-cut","user_id":"u-00042","event_na');
  all.splice(
    600,
    0,
    '{"event_id":"e-anon-1","user_id":null,"event_name":"page_viewed","timestamp":"2024-01-05T10:00:00.000Z"}',
  );
  all.splice(
    1900,
    0,
    '{"event_id":"e-anon-2","user_id":"","event_name":"page_viewed","timestamp":"2024-01-15T10:00:00.000Z"}',
  );
  all.splice(
    2500,
    0,
    '{"event_id":"e-when","user_id":"u-00077","event_name":"page_viewed","timestamp":"yesterday"}',
  );
}

/** A small generator of well-spread 32-bit numbers (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
