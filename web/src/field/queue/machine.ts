import type { Item, Outcome, Reason, State } from './item.ts';

const second = 1000;
const day = 86_400 * second;
/** Waits between tries, by how many failed: short enough to go on soon, long enough to spare the line. */
const waits = [1, 2, 5, 10, 20, 40].map((seconds) => seconds * second);
/** Server failures in a row after which the person is asked, so that one bad item does not hold all others up. */
const mostFaults = 5;
/** Tries are counted as lost by whoever finds them after this; a try gives up by itself before. */
export const orphanedMs = 120 * second;
/** The server keeps answers for 30 days; a key that may be spent is not used again after this. */
const keyKeptMs = 29 * day;

/** The longest pause there is, the server's own included. */
const longestMs = 120 * second;

const waitAfter = (attempts: number): number => waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? second;

/** Idempotency keys ran out: nobody can tell any more whether it arrived. */
const outOfTime: Reason = { status: 0, code: 'queue.keyTooOld', title: '' };

/** Begins a try. */
export function take(item: Item, now: number): Item {
  return {
    ...item,
    state: { name: 'sending', since: now },
    attempts: item.attempts + 1,
    firstTried: item.firstTried ?? now,
  };
}

/** Takes the outcome of a try. One that is not the last try's, or comes to what is not being sent, changes nothing. */
export function settle(item: Item, attempt: number, outcome: Outcome, now: number): Item {
  if (item.state.name !== 'sending' || item.attempts !== attempt) return item;
  const later = (ms: number): State => ({ name: 'waiting', notBefore: now + ms });
  switch (outcome.kind) {
    case 'sent':
      return { ...item, state: { name: 'sent', at: now, arrived: outcome.arrived }, uncertain: false };
    case 'refused': {
      // A key spent on another body: something of it did arrive.
      const uncertain = outcome.reason.code === 'http.idempotencyKeyReused';
      return { ...item, state: { name: 'refused', at: now, reason: outcome.reason }, uncertain, faults: 0 };
    }
    case 'lost': {
      const state: State =
        outcome.waitMs === undefined
          ? later(waitAfter(item.attempts))
          : { name: 'waiting', notBefore: now + outcome.waitMs, bidden: true };
      return { ...item, state, uncertain: item.uncertain || outcome.may, faults: 0 };
    }
    case 'fault': {
      const faults = item.faults + 1;
      const state: State =
        faults < mostFaults ? later(waitAfter(faults)) : { name: 'refused', at: now, reason: outcome.reason };
      return { ...item, state, faults, uncertain: true };
    }
    case 'signedOut':
      return { ...item, state: later(0) };
    case 'moved':
      return { ...atVersion(item, outcome.version), state: later(0) };
    case 'photosGone': {
      const { frozen: _old, ...rest } = item;
      const faults = item.faults + 1;
      const state: State = faults < mostFaults ? later(0) : { name: 'refused', at: now, reason: outcome.reason };
      return { ...rest, state, faults, uncertain: false };
    }
  }
}

/** What a try that was broken off by the end of the app, or of its tab, leaves behind. */
export function abandon(item: Item): Item {
  return item.state.name === 'sending' ? { ...item, state: { name: 'waiting', notBefore: 0 }, uncertain: true } : item;
}

/** Sends again what was refused, as it is. `version` is that of the case as the person has now seen it. */
export function resend(item: Item, version?: number): Item {
  if (item.state.name !== 'refused') return item;
  const waiting: Item = { ...item, state: { name: 'waiting', notBefore: 0 }, faults: 0 };
  return version === undefined ? waiting : atVersion(waiting, version);
}

/** Sends as something new what arrived once before, by the person's decision. */
export function sendAsNew(item: Item, key: string): Item {
  const { frozen: _frozen, firstTried: _tried, ...rest } = item;
  return { ...rest, key, uncertain: false, faults: 0, state: { name: 'waiting', notBefore: 0 } };
}

/** Whether it can be taken back into its form, or thrown away by choice: not while it is on its way. */
export const isInHand = (item: Item): boolean => item.state.name === 'waiting' || item.state.name === 'refused';

function atVersion(item: Item, version: number): Item {
  return item.work.kind === 'command' ? { ...item, work: { ...item.work, version } } : item;
}

/** What is to be done now. */
export type Next =
  | { readonly kind: 'send'; readonly item: Item }
  /** Everything of this person's has arrived or waits for a decision. */
  | { readonly kind: 'nothing' }
  /** One is on its way already. */
  | { readonly kind: 'busy'; readonly since: number }
  | { readonly kind: 'later'; readonly at: number };

/** The case an item is about; a report is about none yet. */
export const caseOf = (item: Item): string | undefined => (item.work.kind === 'command' ? item.work.caseId : undefined);

/** Whether what was refused before it on the same case must be decided first. */
export function isHeld(item: Item, items: readonly Item[]): boolean {
  const about = caseOf(item);
  return (
    about !== undefined &&
    item.state.name === 'waiting' &&
    items.some(
      (other) =>
        other.owner === item.owner && other.seq < item.seq && other.state.name === 'refused' && caseOf(other) === about,
    )
  );
}

/**
 * The next to send: in the order of taking, one at a time; nothing passes one that waits for the line. What was refused
 * steps aside, and with it what the same person did to the same case afterwards.
 */
export function nextOf(items: readonly Item[], owner: string, now: number): Next {
  const own = items.filter((item) => item.owner === owner).toSorted((a, b) => a.seq - b.seq);
  for (const item of own) {
    const { state } = item;
    if (state.name === 'sending') return { kind: 'busy', since: state.since };
    if (state.name !== 'waiting' || isHeld(item, own)) continue;
    // Longer than anything ever waits: the phone's clock was put back meanwhile.
    const paused = state.notBefore > now && state.notBefore - now <= longestMs;
    return paused ? { kind: 'later', at: state.notBefore } : { kind: 'send', item };
  }
  return { kind: 'nothing' };
}

/** Takes the next one for sending. What may have arrived so long ago that the server forgot it is put to the person. */
export function takeNext(items: readonly Item[], owner: string, now: number): { next: Next; changed: readonly Item[] } {
  const next = nextOf(items, owner, now);
  if (next.kind !== 'send') return { next, changed: [] };
  const { item } = next;
  if (item.uncertain && item.firstTried !== undefined && now - item.firstTried > keyKeptMs) {
    const old: Item = { ...item, state: { name: 'refused', at: now, reason: outOfTime } };
    const rest = items.map((other) => (other.id === item.id ? old : other));
    const then = takeNext(rest, owner, now);
    return { next: then.next, changed: [old, ...then.changed] };
  }
  const taken = take(item, now);
  return { next: { kind: 'send', item: taken }, changed: [taken] };
}

/**
 * Takes the outcome of one try into the queue. What the same person queued on the same case, with the same version
 * before their eyes, goes on from the version their own step led to: 200 to If-Match proves that nobody came between.
 */
export function settleIn(
  items: readonly Item[],
  id: string,
  attempt: number,
  outcome: Outcome,
  now: number,
): readonly Item[] {
  const item = items.find((one) => one.id === id);
  if (item === undefined) return [];
  const settled = settle(item, attempt, outcome, now);
  if (settled === item) return [];
  const version = outcome.kind === 'sent' ? outcome.arrived.version : undefined;
  if (version === undefined || item.work.kind !== 'command') return [settled];
  const { caseId, version: seen } = item.work;
  const following = items.filter(
    (other) =>
      other.id !== id &&
      other.owner === item.owner &&
      other.seq > item.seq &&
      isInHand(other) &&
      other.work.kind === 'command' &&
      other.work.caseId === caseId &&
      other.work.version === seen,
  );
  return [settled, ...following.map((other) => atVersion(other, version))];
}

/** Tries nobody will answer any more. `alone`: no other tab can be sending. */
export function orphaned(items: readonly Item[], now: number, alone: boolean): readonly Item[] {
  return items
    .filter(({ state }) => state.name === 'sending' && (alone || Math.abs(now - state.since) > orphanedMs))
    .map(abandon);
}

/** What waits out its pause for want of a line, and need not: somebody is there, or the line is back. */
export function hurried(items: readonly Item[], owner: string): readonly Item[] {
  return items.flatMap((item) => {
    const { state, faults } = item;
    const pauses = state.name === 'waiting' && state.notBefore > 0 && state.bidden !== true && faults === 0;
    return item.owner === owner && pauses ? [{ ...item, state: { name: 'waiting' as const, notBefore: 0 } }] : [];
  });
}

const sentKeptMs = 3 * day;
const sentKept = 60;

/** What has arrived so long ago, or so many others ago, that the list need not tell it any more. */
export function outlived(items: readonly Item[], now: number): readonly string[] {
  const sent = items
    .flatMap(({ id, state }) => (state.name === 'sent' ? [{ id, at: state.at }] : []))
    .toSorted((a, b) => b.at - a.at);
  return sent.filter(({ at }, index) => index >= sentKept || now - at > sentKeptMs).map(({ id }) => id);
}
