import { keptLocale } from '../../words/locale.tsx';
import { openRounds } from './rounds.ts';
import { sendWaiting } from './send-waiting.ts';
import type { Round } from './send-waiting.ts';

const listeners = new Set<(round: Round) => void>();

const rounds = openRounds({
  round: (why) => sendWaiting(keptLocale(), why),
  ended: (round) => {
    for (const listener of listeners) listener(round);
  },
});

/** Sends what waits, now; what is added meanwhile goes in another round. */
export const { sendNow } = rounds;

/** Told how each round ended. Answers how to stop. */
export function onRound(listener: (round: Round) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Sends whenever the line may be back: told by the browser, on coming back to the app, and by itself after a while. */
export function keepSending(): () => void {
  const whenSeen = () => {
    if (document.visibilityState === 'visible') sendNow();
  };
  addEventListener('online', sendNow);
  addEventListener('pageshow', sendNow);
  document.addEventListener('visibilitychange', whenSeen);
  sendNow();
  return () => {
    rounds.rest();
    removeEventListener('online', sendNow);
    removeEventListener('pageshow', sendNow);
    document.removeEventListener('visibilitychange', whenSeen);
  };
}

/** Asks the browser to wake the service worker when the line is back, where it can; nothing depends on it. */
export async function askForSync(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.getRegistration('/field');
    const sync = (registration as { sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync;
    await sync?.register('gezhi-queue');
  } catch {
    // Refused, or unknown here: the page sends by itself.
  }
}
