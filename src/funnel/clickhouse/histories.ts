import { type FunnelDefinition } from '../definition.js';
import { type JudgedUser, judgeUser } from '../judged-user.js';
import type { FunnelTally } from '../summary.js';
import type { Answer } from './connection.js';
import { segmentOf } from './events-sql.js';
import { failed } from './failure.js';

/** A user's events and what the server says of them. */
export interface StreamedUser {
  readonly isSampled: boolean;
  /** Whether the server knows depth, segment and open window. */
  readonly isDecided: boolean;
  /** Null where the server did not count it. */
  readonly depth: number | null;
  readonly segment: string | null;
  readonly isImmature: boolean;
  /** By time; of one time by the value of the segment, missing last. */
  readonly events: readonly StepEvent[];
}

interface StepEvent {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Bit j for step j (from 0). */
  readonly steps: number;
  readonly segment: string | null;
}

/** @throws GrowthError `clickhouse_failed` when an answer is not of the form that was asked for */
export async function* readStreamedUsers(answers: AsyncIterable<Answer>): AsyncGenerator<StreamedUser> {
  for await (const answer of answers) {
    const depth = Number(answer['depth']);
    yield {
      isSampled: Number(answer['sampled']) === 1,
      isDecided: Number(answer['decided']) === 1,
      depth: Number(answer['g_counted']) === 1 ? depth : null,
      segment: segmentOf(String(answer['segment'])),
      isImmature: Number(answer['immature']) === 1,
      events: stepEvents(answer),
    };
  }
}

function stepEvents(answer: Answer): StepEvent[] {
  const times = listOf(answer['times']);
  const masks = listOf(answer['masks']);
  const segments = answer['segments'] === undefined ? undefined : listOf(answer['segments']);
  return times
    .map((time, index) => ({
      time: Number(time),
      steps: Number(masks[index]),
      encoded: segments === undefined ? '-' : String(segments[index]),
    }))
    .sort((a, b) => a.time - b.time || Buffer.compare(Buffer.from(a.encoded), Buffer.from(b.encoded)))
    .map(({ time, steps, encoded }) => ({ time, steps, segment: segmentOf(encoded) }));
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw failed('an answer is not a list', 'Run again, or report it as a bug.');
}

/**
 * Takes times from the sampled users, counts those whom the server could not decide, and holds the
 * server's verdict on all others against that of the state machine.
 *
 * @returns how many of both kinds came; a user can be both
 * @throws GrowthError `clickhouse_failed` when they disagree on a user
 */
export async function tallyStreamedUsers(
  users: AsyncIterable<StreamedUser>,
  { definition, newestMs }: { readonly definition: FunnelDefinition; readonly newestMs: number },
  funnel: FunnelTally,
): Promise<{ sampled: number; undecided: number }> {
  let [sampled, undecided] = [0, 0];
  for await (const user of users) {
    const { events } = user;
    const judged = judgeUser(
      { times: events.map(({ time }) => time), steps: events.map(({ steps }) => steps) },
      definition,
      newestMs,
      (event) => events[event]?.segment ?? null,
    );
    assertAgreement(user, judged);
    if (user.isSampled) {
      sampled += 1;
      funnel.addTimes(judged.times);
    }
    if (!user.isDecided) {
      undecided += 1;
      funnel.count(judged, 1);
    }
  }
  return { sampled, undecided };
}

function assertAgreement(server: StreamedUser, here: JudgedUser | undefined): asserts here is JudgedUser {
  const isSame =
    here !== undefined &&
    (server.depth ?? here.depth) === here.depth &&
    (!server.isDecided || (server.segment === here.segment && server.isImmature === here.isImmature));
  if (isSame) return;
  throw failed(
    `it counts a user to step ${server.depth ?? 'unknown'}${server.isImmature ? ', with the window open' : ''}, the state machine to ${here?.depth ?? 0}${here?.isImmature === true ? ', with the window open' : ''}`,
    'Events of the user may have been added meanwhile: run again, or report it as a bug.',
  );
}
