import { keptLocale } from '../../words/locale.tsx';
import { sendWaiting } from './send-waiting.ts';
import type { Round } from './send-waiting.ts';

/** Longest and shortest wait before the line is tried again by itself. */
const most = 60_000;
const least = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let again = false;
let failures = 0;
const listeners = new Set<(round: Round) => void>();

/** Sends what waits, now; what is added meanwhile goes in another round. */
export function sendNow(): void {
  again = true;
  running ??= rounds().finally(() => {
    running = undefined;
  });
}

/** Told how each round ended. Answers how to stop. */
export function onRound(listener: (round: Round) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function rounds(): Promise<void> {
  while (again) {
    again = false;
    clearTimeout(timer);
    const ended = await sendWaiting(keptLocale()).catch((): Round => ({ kind: 'unreachable' }));
    const wait = waitOf(ended);
    failures = ended.kind === 'unreachable' ? failures + 1 : 0;
    if (wait !== undefined) timer = setTimeout(sendNow, wait);
    for (const listener of listeners) listener(ended);
  }
}

/** When to look again; undefined where only a person or a new item can change anything. */
function waitOf(ended: Round): number | undefined {
  switch (ended.kind) {
    case 'nothing':
    case 'signedOut':
      return undefined;
    case 'later':
      return 'at' in ended ? Math.max(least, Math.min(most, ended.at - Date.now())) : least;
    case 'busy':
    case 'elsewhere':
      return 5000;
    case 'unreachable':
      return Math.min(most, least * 2 ** Math.min(failures, 5));
  }
}

/** Sends whenever the line may be back: told by the browser, on coming back to the app, and by itself after a while. */
export function keepSending(): () => void {
  const whenSeen = () => {
    if (document.visibilityState === 'visible') sendNow();
  };
  addEventListener('online', sendNow);
  document.addEventListener('visibilitychange', whenSeen);
  sendNow();
  return () => {
    clearTimeout(timer);
    removeEventListener('online', sendNow);
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
