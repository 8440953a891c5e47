import { describe, expect, it } from 'vitest';
import type { Item, Outcome } from './item.ts';
import {
  abandon,
  hurried,
  isHeld,
  nextOf,
  orphaned,
  orphanedMs,
  outlived,
  resend,
  sendAsNew,
  settle,
  settleIn,
  take,
  takeNext,
} from './machine.ts';
import { itemFor } from './testing.ts';

const arrived = { caseId: 'c', number: 'N-1' };
const reason = { status: 412, code: 'http.stale', title: 'Changed' };
const day = 86_400_000;

const tried = (outcome: Outcome, item: Item = itemFor(1), now = 1000): Item =>
  settle(take(item, now), item.attempts + 1, outcome, now);

describe('one thing in the queue', () => {
  it('is sent, refused, or waits, by what came back', () => {
    expect(tried({ kind: 'sent', arrived }).state).toEqual({ name: 'sent', at: 1000, arrived });
    expect(tried({ kind: 'refused', reason }).state).toEqual({ name: 'refused', at: 1000, reason });
    expect(tried({ kind: 'lost', may: true }).state).toEqual({ name: 'waiting', notBefore: 2000 });
    expect(tried({ kind: 'lost', may: false, waitMs: 500 }).state).toEqual({
      name: 'waiting',
      notBefore: 1500,
      bidden: true,
    });
    expect(tried({ kind: 'signedOut' }).state).toEqual({ name: 'waiting', notBefore: 1000 });
  });

  it('keeps its key and its body as long as it may have arrived', () => {
    const lost = tried({ kind: 'lost', may: true }, itemFor(1, { frozen: '{}' }));
    expect(lost).toMatchObject({ uncertain: true, key: 'key-1', frozen: '{}' });
    expect(tried({ kind: 'refused', reason }, lost)).toMatchObject({ uncertain: false });
    const spent = { ...reason, code: 'http.idempotencyKeyReused', status: 422 };
    const refused = tried({ kind: 'refused', reason: spent }, lost);
    expect(refused.uncertain).toBe(true);
    const anew = sendAsNew(refused, 'other');
    expect(anew).toMatchObject({ key: 'other', uncertain: false, state: { name: 'waiting' } });
    expect(anew.frozen).toBeUndefined();
  });

  it('passes over the answer to an older try', () => {
    const again = take(abandon(take(itemFor(1), 0)), 5);
    expect(settle(again, 1, { kind: 'refused', reason }, 9)).toBe(again);
    expect(settle(again, 2, { kind: 'sent', arrived }, 9).state.name).toBe('sent');
  });

  it('is put to the person after five failures of the server, and goes on when asked', () => {
    let item = itemFor(1);
    for (let count = 0; count < 5; count += 1) item = tried({ kind: 'fault', reason }, item);
    expect(item.state.name).toBe('refused');
    expect(resend(item)).toMatchObject({ key: 'key-1', faults: 0, state: { name: 'waiting' }, uncertain: true });
  });

  it('sends photos again that the server has forgotten, with the ids they get then', () => {
    const item = tried({ kind: 'photosGone', reason }, itemFor(1, { frozen: '{"photos":["x"]}', uncertain: true }));
    expect(item).toMatchObject({ state: { name: 'waiting', notBefore: 1000 }, uncertain: false });
    expect(item.frozen).toBeUndefined();
  });

  it('is resent on the version that was looked at', () => {
    const refused = tried({ kind: 'refused', reason }, itemFor(1, {}, { caseId: 'c', version: 3 }));
    expect(resend(refused, 7).work).toMatchObject({ version: 7 });
  });

  it('asks instead of doubling once the server no longer knows its key', () => {
    const old = itemFor(1, { uncertain: true, firstTried: 0 });
    const { next, changed } = takeNext([old, itemFor(2)], 'me', 29 * day + 1);
    expect(changed[0]).toMatchObject({ id: 'item-1', state: { name: 'refused', reason: { code: 'queue.keyTooOld' } } });
    expect(next).toMatchObject({ kind: 'send', item: { id: 'item-2' } });
  });
});

describe('the order', () => {
  it('is that of taking; nothing passes one that waits for the line', () => {
    const first = itemFor(1, { state: { name: 'waiting', notBefore: 50 } });
    expect(nextOf([itemFor(2), first], 'me', 10)).toEqual({ kind: 'later', at: 50 });
    expect(nextOf([itemFor(2), first], 'me', 50)).toMatchObject({ item: { id: 'item-1' } });
  });

  it('pauses no longer than anything ever does, though the phone’s clock was put back', () => {
    const tomorrow = itemFor(1, { state: { name: 'waiting', notBefore: day } });
    expect(nextOf([tomorrow], 'me', 10)).toMatchObject({ kind: 'send' });
    const begun = itemFor(1, { state: { name: 'sending', since: day } });
    expect(orphaned([begun], 10, false)).toHaveLength(1);
  });

  it('waits out no pause once somebody is there, but what the server bade or could not take', () => {
    const lost = tried({ kind: 'lost', may: true });
    const items = [
      lost,
      tried({ kind: 'lost', may: true, waitMs: 9000 }, itemFor(2)),
      tried({ kind: 'fault', reason }, itemFor(3)),
      { ...tried({ kind: 'lost', may: true }, itemFor(4)), owner: 'other' },
    ];
    expect(nextOf(items, 'me', 1500)).toEqual({ kind: 'later', at: 2000 });
    expect(hurried(items, 'me')).toEqual([{ ...lost, state: { name: 'waiting', notBefore: 0 } }]);
  });

  it('lets what was refused step aside, with what followed on the same case', () => {
    const about = { caseId: 'c', version: 1 };
    const items = [
      itemFor(1, { state: { name: 'refused', at: 0, reason } }, about),
      itemFor(2, {}, about),
      itemFor(3, {}, { caseId: 'other', version: 1 }),
    ];
    expect(nextOf(items, 'me', 0)).toMatchObject({ kind: 'send', item: { id: 'item-3' } });
    expect(items.map((item) => isHeld(item, items))).toEqual([false, true, false]);
  });

  it('sends nobody else’s, and not while one is on its way', () => {
    expect(nextOf([itemFor(1, { owner: 'other' })], 'me', 0)).toEqual({ kind: 'nothing' });
    expect(nextOf([take(itemFor(1), 4), itemFor(2)], 'me', 9)).toEqual({ kind: 'busy', since: 4 });
  });

  it('carries the version on to one’s own next step, not past somebody else’s', () => {
    const items = [
      take(itemFor(1, {}, { caseId: 'c', version: 3 }), 0),
      itemFor(2, {}, { caseId: 'c', version: 3 }),
      itemFor(3, {}, { caseId: 'c', version: 4 }),
    ];
    const changed = settleIn(items, 'item-1', 1, { kind: 'sent', arrived: { ...arrived, version: 5 } }, 1);
    expect(changed.map(({ id }) => id)).toEqual(['item-1', 'item-2']);
    expect(changed[1]?.work).toMatchObject({ version: 5 });
  });

  it('takes up what a closed tab left, at once where no other can be sending', () => {
    const going = take(itemFor(1), 100);
    expect(orphaned([going], 101, false)).toEqual([]);
    expect(orphaned([going], 101, true)[0]).toMatchObject({ state: { name: 'waiting' }, uncertain: true });
    expect(orphaned([going], 101 + orphanedMs, false)).toHaveLength(1);
  });

  it('forgets what arrived days ago, and nothing else', () => {
    const sent = itemFor(1, { state: { name: 'sent', at: 0, arrived } });
    expect(outlived([sent, itemFor(2)], 2 * day)).toEqual([]);
    expect(outlived([sent, itemFor(2), itemFor(3, { state: { name: 'refused', at: 0, reason } })], 4 * day)).toEqual([
      'item-1',
    ]);
  });
});
