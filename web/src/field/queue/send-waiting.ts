import { phoneShelf } from '../kept/photos.ts';
import { deliver } from './deliver.ts';
import { drain } from './drain.ts';
import type { Ended } from './drain.ts';
import { orphaned, orphanedMs } from './machine.ts';
import { phoneQueue, readQueue } from './queue-store.ts';

const lockName = 'gezhi-field-sending';

/** How a round ended; `elsewhere` where another tab is sending, `unreachable` where not even the session answered. */
export type Round = Ended | { readonly kind: 'elsewhere' | 'unreachable' | 'signedOut' };

/**
 * One round of sending, for the page and for the service worker alike. One tab at a time, by a Web Lock; where there is
 * none, by the note in the queue that something is on its way.
 * @param locale of what the server answers
 */
export async function sendWaiting(locale: string): Promise<Round> {
  if (!(await readQueue()).some(({ state }) => state.name === 'waiting' || state.name === 'sending')) {
    return { kind: 'nothing' };
  }
  if (!('locks' in navigator)) return round(locale, false);
  const got = await navigator.locks.request(lockName, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : round(locale, true),
  );
  return got ?? takeOver(locale);
}

/** Takes the lock from a tab that the system has put to sleep in the middle of sending. */
async function takeOver(locale: string): Promise<Round> {
  const stuck = (await readQueue()).some(
    ({ state }) => state.name === 'sending' && Date.now() - state.since > orphanedMs,
  );
  if (!stuck) return { kind: 'elsewhere' };
  return navigator.locks.request(lockName, { steal: true }, () => round(locale, true));
}

async function round(locale: string, alone: boolean): Promise<Round> {
  const owner = await signedIn();
  if (owner === 'nobody') return { kind: 'signedOut' };
  if (owner === undefined) return { kind: 'unreachable' };
  await phoneQueue.change((items) => ({ put: orphaned(items, Date.now(), alone), result: undefined }));
  return drain({
    store: phoneQueue,
    owner: owner.id,
    now: Date.now,
    deliver: (item) =>
      deliver(item, {
        shelf: phoneShelf,
        locale,
        now: Date.now,
        freeze: ({ id }, body) =>
          phoneQueue.change((items) => ({
            put: items.filter((one) => one.id === id).map((one) => ({ ...one, frozen: body })),
            result: undefined,
          })),
      }),
  });
}

/** Who is signed in as this browser knows it now: another tab may have changed it, and nothing goes out in a wrong name. */
async function signedIn(): Promise<{ readonly id: string } | 'nobody' | undefined> {
  try {
    const response = await fetch('/api/session', {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    });
    if (response.status === 401) return 'nobody';
    if (!response.ok) return undefined;
    return ((await response.json()) as { person: { id: string } }).person;
  } catch {
    return undefined;
  }
}
