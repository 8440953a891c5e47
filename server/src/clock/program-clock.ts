import type { Instant } from '@gezhi/domain/time';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/log.ts';
import { repeat } from './repeat.ts';
import { readSetting, type Setting, writeSetting } from './store.ts';

const channel = 'gezhi_clock';
const lookMs = 5_000;

/** The program's time. Everything that is decided or recorded takes its time from here. */
export interface ProgramClock {
  now(): Instant;
  /** Whether it may be set: in the demonstration and in tests. */
  readonly settable: boolean;
  /** Whether it goes on by itself. */
  running(): boolean;
  /**
   * Sets it for every server process and for the next start; with `running` false it stands still there.
   * Waits for what `onSet` registered, so that clocks due by then have fired.
   * @throws Error when the clock is real.
   */
  set(shows: Instant, running: boolean): Promise<void>;
  /** Has `work` run after each setting. */
  onSet(work: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** The machine's own time. */
export function realClock(): ProgramClock {
  return {
    now: () => Date.now(),
    settable: false,
    running: () => true,
    set: () => Promise.reject(new Error('the clock is real')),
    onSet: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/** A clock that can be set, kept in the database so that all processes show the same. */
export async function settableClock(db: Database, log: Log): Promise<ProgramClock> {
  const listeners: (() => Promise<void>)[] = [];
  let setting: Setting | undefined = await readSetting(db);
  // Rises with each setting of our own: a reading begun before one must not undo it.
  let turn = 0;
  const look = async (): Promise<void> => {
    const begun = turn;
    const read = await readSetting(db);
    if (begun === turn) setting = read;
  };
  // Being told is only the quick way: a word may be lost with its connection.
  const looking = repeat('program clock', lookMs, look, log);
  const stopListening = await db.listen(channel, () => void looking.now());
  return {
    now: () => {
      if (setting === undefined) return Date.now();
      return setting.running ? setting.shows + (Date.now() - setting.real) : setting.shows;
    },
    settable: true,
    running: () => setting?.running ?? true,
    set: async (shows, running) => {
      const next = { shows, running, real: Date.now() };
      turn += 1;
      await writeSetting(db, next);
      turn += 1;
      setting = next;
      await db.notify(channel);
      for (const work of listeners) await work();
    },
    onSet: (work) => {
      listeners.push(work);
    },
    stop: async () => {
      await stopListening();
      await looking.stop();
    },
  };
}
