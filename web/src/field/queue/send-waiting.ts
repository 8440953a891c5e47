import { phoneShelf } from '../kept/photos.ts';
import { deliver } from './deliver.ts';
import { drain } from './drain.ts';
import type { Ended } from './drain.ts';
import { heldUp, isAsleep } from './held-up.ts';
import type { HeldUp } from './held-up.ts';
import type { Item } from './item.ts';
import { hurried, orphaned } from './machine.ts';
import { phoneQueue } from './queue-store.ts';
import type { Why } from './rounds.ts';

const lockName = 'gezhi-field-sending';

/**
 * How a round ended; `elsewhere` where another tab is sending, `unreachable` where not even the session answered, `unread`
 * where the phone's own store did not.
 */
export type Round = Ended | { readonly kind: 'elsewhere' | 'unreachable' | 'signedOut' | 'unread' };

let beside: HeldUp | undefined;

/**
 * One round of sending, for the page and for the service worker alike. One tab at a time, by a Web Lock; where there is
 * none, by the note in the queue that something is on its way. Throws where the queue cannot be read.
 * @param locale of what the server answers
 */
export async function sendWaiting(locale: string, why: Why): Promise<Round> {
  const items = await whole();
  if (!items.some(({ state }) => state.name === 'waiting' || state.name === 'sending')) return { kind: 'nothing' };
  if (!('locks' in navigator)) return round(locale, why, false);
  const got = await navigator.locks.request(lockName, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : round(locale, why, true),
  );
  if (got === undefined) return takeOver(locale, why);
  beside = undefined;
  return got;
}

/** Everything queued. Unlike a list that is shown, it does not take a store that fails for one that is empty. */
const whole = (): Promise<readonly Item[]> => phoneQueue.change((items) => ({ put: [], result: items }));

/** Takes the lock from a tab that the system has put to sleep: in the middle of sending, or before it began. */
async function takeOver(locale: string, why: Why): Promise<Round> {
  const items = await whole();
  beside = heldUp(beside, items, Date.now());
  if (!isAsleep(beside, items, Date.now())) return { kind: 'elsewhere' };
  beside = undefined;
  // Not alone: should it wake, it may still be sending what it has just taken.
  return navigator.locks.request(lockName, { steal: true }, () => round(locale, why, false));
}

async function round(locale: string, why: Why, alone: boolean): Promise<Round> {
  const owner = await signedIn();
  if (owner === 'nobody') return { kind: 'signedOut' };
  if (owner === undefined) return { kind: 'unreachable' };
  await phoneQueue.change((items) => ({ put: orphaned(items, Date.now(), alone), result: undefined }));
  if (why === 'asked') await phoneQueue.change((items) => ({ put: hurried(items, owner.id), result: undefined }));
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
