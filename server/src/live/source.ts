import { repeat } from '../clock/index.ts';
import type { Database, Scope } from '../database/index.ts';
import type { Log } from '../log/log.ts';
import { type PlacedEvent, seesEvent } from './event.ts';
import { trackGaps } from './gaps.ts';
import { forgetBefore, liveChannel, oldestPosition, positionBefore, readAfter } from './store.ts';

/** A committed event with the position a reader may resume from when it has everything up to it. */
export interface Delivered {
  readonly event: PlacedEvent;
  readonly resume: number;
}

/** The committed events of all counties, read once for all who listen in this process. */
export interface LiveSource {
  /** Delivers from now on what the scope sees; answers how to stop. */
  subscribe(scope: Scope, deliver: (delivered: Delivered) => void): () => void;
  /** What a scope sees after a position; undefined when that is too long ago to be complete. */
  since(scope: Scope, position: number): Promise<readonly PlacedEvent[] | undefined>;
  /** Position up to which everything has been read. */
  settled(): number;
  stop(): Promise<void>;
}

const everything: Scope = { county: '*', system: true };
const pollMs = 1_000;
const batch = 1_000;
/** More than this is read anew instead. */
const mostCaughtUp = 2_000;
const keepMs = 24 * 3_600_000;
const startBackMs = 65_000;

/** Starts reading. Wakes on commits and, so that no lost word matters, every second. */
export async function openLiveSource(deps: { readonly db: Database; readonly log: Log }): Promise<LiveSource> {
  const { db, log } = deps;
  const subscribers = new Set<{ readonly scope: Scope; readonly deliver: (delivered: Delivered) => void }>();
  // Begins a little back, to know of transactions that were under way when the last server stopped.
  const gaps = trackGaps(await db.transaction(everything, (trx) => positionBefore(trx, Date.now() - startBackMs)));

  async function read(): Promise<void> {
    for (let more = true; more; ) {
      gaps.giveUp(performance.now());
      const events = await db.transaction(everything, (trx) => readAfter(trx, gaps.high(), gaps.missing(), batch));
      const fresh = events.filter((event) => gaps.see(event.position, performance.now()));
      const resume = gaps.settled();
      for (const event of fresh) {
        for (const { scope, deliver } of subscribers) if (seesEvent(scope, event)) deliver({ event, resume });
      }
      more = events.length === batch;
    }
  }

  const reading = repeat('live', pollMs, read, log);
  let woken = false;
  const stopListening = await db.listen(liveChannel, () => {
    if (woken) return;
    woken = true;
    // A burst of commits is read together.
    setTimeout(() => {
      woken = false;
      void reading.now();
    }, 10);
  });
  const forgetting = repeat(
    'live forgetting',
    3_600_000,
    () => db.transaction(everything, (trx) => forgetBefore(trx, Date.now() - keepMs)),
    log,
  );
  await reading.now();

  return {
    subscribe: (scope, deliver) => {
      const subscriber = { scope, deliver };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    since: async (scope, position) => {
      const oldest = await db.transaction(everything, oldestPosition);
      const complete = position >= (oldest === undefined ? gaps.settled() : oldest - 1);
      if (!complete) return undefined;
      const events = await db.transaction(scope, (trx) => readAfter(trx, position, [], mostCaughtUp + 1));
      return events.length > mostCaughtUp ? undefined : events;
    },
    settled: () => gaps.settled(),
    stop: async () => {
      await stopListening();
      await Promise.all([reading.stop(), forgetting.stop()]);
    },
  };
}
