import type { Round } from './send-waiting.ts';

/** Longest and shortest wait before the line is tried again by itself, ms. */
const most = 60_000;
const least = 1000;
/** Another tab sends: soon enough to go on after it, ms. */
const besideMs = 5000;

/** Why a round is begun: somebody is there or the line is back, so nothing waits out its pause; or only time has passed. */
export type Why = 'asked' | 'time';

interface Parts {
  /** One round of sending. What it throws is taken as a queue that could not be read. */
  readonly round: (why: Why) => Promise<Round>;
  /** Told how each round ended. */
  readonly ended: (round: Round) => void;
}

interface Rounds {
  /** Sends what waits, now; asked for during a round, it goes in another one. */
  readonly sendNow: () => void;
  /** Does not look again by itself until it is asked to. */
  readonly rest: () => void;
}

/** Rounds of sending, one after the other. However it falls, no asking is missed and no round is without one that follows. */
export function openRounds({ round, ended }: Parts): Rounds {
  let wanted: Why | undefined;
  let running = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const go = async () => {
    if (running) return;
    running = true;
    try {
      while (wanted !== undefined) {
        const why = wanted;
        wanted = undefined;
        clearTimeout(timer);
        const end = await round(why).catch((): Round => ({ kind: 'unread' }));
        const failed = end.kind === 'unreachable' || end.kind === 'unread';
        const wait = waitOf(end, failures);
        failures = failed ? failures + 1 : 0;
        clearTimeout(timer);
        if (wait !== undefined) timer = setTimeout(begin, wait, 'time');
        ended(end);
      }
    } finally {
      // In one go with the look at what is wanted: nothing can be asked for in between.
      running = false;
    }
  };
  const begin = (why: Why) => {
    wanted = why === 'asked' ? why : (wanted ?? why);
    void go();
  };
  return { sendNow: () => begin('asked'), rest: () => clearTimeout(timer) };
}

/** When to look again; undefined where only a new item can change anything. */
function waitOf(ended: Round, failures: number): number | undefined {
  switch (ended.kind) {
    case 'nothing':
      return undefined;
    case 'later':
      return Math.max(least, Math.min(most, ended.at - Date.now()));
    case 'busy':
    case 'elsewhere':
      return besideMs;
    case 'signedOut':
      // Signed in again in another tab, perhaps: this one is not told.
      return most;
    case 'unreachable':
    case 'unread':
      return Math.min(most, least * 2 ** Math.min(failures, 5));
  }
}
