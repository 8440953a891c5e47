import { setTimeout as wait } from 'node:timers/promises';
import { Refused } from '../../world/src/client.ts';

const tries = 40;
const pauseMs = 500;
let count = 0;

/** How often a call was sent again so far. */
export const sentAgain = (): number => count;

/**
 * Sends a call again while the program says that it is busy (503), as its own pages do. What writes must carry a key, so
 * that it happens once. @throws Refused for anything else, and when it stays busy
 */
export async function patient<T>(call: () => Promise<T>): Promise<T> {
  for (let at = 1; ; at += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 503 || at === tries) throw error;
      count += 1;
      await wait(pauseMs);
    }
  }
}
