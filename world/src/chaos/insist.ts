import { setTimeout as wait } from 'node:timers/promises';
import { type Client, openClient, Refused } from '../client.ts';

/** Somebody who calls one of several servers, and sends again to the next what got no answer. */
export interface Insistent {
  /**
   * Calls until there is an answer of the program. `key` makes sure that it is done once.
   * @throws Refused with an answer that no repetition changes; Error where there was none for a long time
   */
  do<T>(call: (client: Client) => Promise<T>): Promise<T>;
}

/** What came of insisting, all callers together. */
export interface Tally {
  /** Calls sent more than once. */
  again: number;
  /** Longest time until an answer came, in milliseconds. */
  longestMs: number;
  /** Answers with a status of 500 that should have said that the database or the disk was away. */
  readonly blunt: Map<string, number>;
}

export const newTally = (): Tally => ({ again: 0, longestMs: 0, blunt: new Map() });

const pauseMs = 100;
/** A call that hangs is given up and sent again: longer than the server waits for its database. */
const answerMs = 90_000;
/** Longer than a starved machine takes to start a server (keep-server.ts): both may have to. */
const patienceMs = 900_000;

/** Nobody answered, or a server that has not yet heard that the clock was set on. */
function isNoAnswer(error: unknown): boolean {
  return !(error instanceof Refused) || error.status >= 500 || error.code === 'case.timeBackwards';
}

/** A caller of these servers. `clientAt`: their client of one, perhaps signed in. */
export function insist(
  urls: readonly string[],
  tally: Tally,
  clientAt: (url: string) => Client = (url) => openClient(url, { patienceMs: answerMs }),
): Insistent {
  let at = Math.floor(Math.random() * urls.length);
  return {
    do: async (call) => {
      const begun = performance.now();
      for (let tries = 1; ; tries += 1) {
        try {
          const result = await call(clientAt(urls[at % urls.length] ?? ''));
          if (tries > 1) tally.again += 1;
          tally.longestMs = Math.max(tally.longestMs, performance.now() - begun);
          return result;
        } catch (error) {
          if (!isNoAnswer(error)) throw error;
          if (error instanceof Refused && error.status === 500)
            tally.blunt.set(error.message, (tally.blunt.get(error.message) ?? 0) + 1);
          if (performance.now() - begun > patienceMs)
            throw new Error(`no answer for ${patienceMs / 1000} s`, { cause: error });
          at += 1;
          await wait(pauseMs);
        }
      }
    },
  };
}
