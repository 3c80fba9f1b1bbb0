import type { UserHistory } from '../history.js';

/** An event of a user, whose id is known by two hashes. */
export interface HashedEvent {
  readonly upper: number;
  readonly lower: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The steps that it can fill, as a mask. */
  readonly steps: number;
  readonly segment: string | null;
}

type OnUser = (history: UserHistory, segmentOf: (event: number) => string | null) => void;

/**
 * Cuts events that are sorted by the upper hash, then by time, into the histories of users. Two users with
 * the same upper hash, which hardly ever happens, come mixed and are told apart by the lower one.
 */
export class UserGroups {
  #events: HashedEvent[] = [];

  constructor(readonly onUser: OnUser) {}

  add(event: HashedEvent): void {
    if (this.#events[0]?.upper !== event.upper) this.end();
    this.#events.push(event);
  }

  /** What was added last is complete. */
  end(): void {
    const events = this.#events;
    this.#events = [];
    const [first] = events;
    if (first === undefined) return;
    if (events.every(({ lower }) => lower === first.lower)) this.#tell(events);
    else {
      const lowers = new Set(events.map(({ lower }) => lower));
      for (const lower of lowers) this.#tell(events.filter((event) => event.lower === lower));
    }
  }

  #tell(events: readonly HashedEvent[]): void {
    this.onUser(
      { times: events.map(({ time }) => time), steps: events.map(({ steps }) => steps) },
      (event) => events[event]?.segment ?? null,
    );
  }
}
