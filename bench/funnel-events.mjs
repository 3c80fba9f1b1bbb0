/**
 * Writes made-up product events for bench/funnel.ts, in the order of time as a log has them:
 * `node funnel-events.mjs EVENTS FILE`. Ten events a user, one in a hundred sent twice; the same for every run.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

const NAMES = [
  'page_view',
  'signup',
  'search',
  'activate',
  'scroll',
  'purchase',
  'share',
  'login',
  'logout',
  'help',
];
const PLANS = ['free', 'pro', 'team'];
const START = Date.UTC(2026, 0, 1);
const SPAN = 30 * 86_400_000;

const [, , count, file] = process.argv;
const events = Number(count);
const users = Math.max(1, Math.floor(events / 10));
const descriptor = openSync(file, 'w');
let seed = 1;
/** A whole number below `limit`; Park and Miller's generator. */
const random = (limit) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % limit;
};
let lines = [];
let previous = '';
for (let index = 0; index < events; index++) {
  const line =
    index % 100 === 99
      ? previous
      : JSON.stringify({
          event_id: `e${String(index).padStart(11, '0')}`,
          user_id: `u${String(random(users)).padStart(9, '0')}`,
          event_name: NAMES[random(NAMES.length)],
          timestamp: new Date(START + Math.floor((index / events) * SPAN) + random(60_000)).toISOString(),
          plan: PLANS[random(PLANS.length)],
          path: `/p/${random(1000)}`,
        });
  lines.push(line);
  previous = line;
  if (lines.length === 10_000) flush();
}
flush();
closeSync(descriptor);

function flush() {
  if (lines.length > 0) writeSync(descriptor, `${lines.join('\n')}\n`);
  lines = [];
}
