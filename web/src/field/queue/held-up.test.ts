import { expect, it } from 'vitest';
import { heldUp, isAsleep } from './held-up.ts';
import { orphanedMs, take } from './machine.ts';
import { itemFor } from './testing.ts';

it('takes a tab for asleep that has the lock and tries nothing', () => {
  const items = [itemFor(1)];
  const first = heldUp(undefined, items, 1000);
  const later = heldUp(first, items, 1000 + orphanedMs);
  expect(isAsleep(later, items, 1000 + orphanedMs)).toBe(false);
  expect(isAsleep(later, items, 1001 + orphanedMs)).toBe(true);
});

it('leaves the lock to one that gets on', () => {
  const first = heldUp(undefined, [itemFor(1), itemFor(2)], 1000);
  const on = [itemFor(1, { state: { name: 'sent', at: 9, arrived: { caseId: 'c', number: 'N' } } }), itemFor(2)];
  expect(isAsleep(heldUp(first, on, 1001 + orphanedMs), on, 1001 + orphanedMs)).toBe(false);
});

it('takes a try that should have given itself up for the sign of a sleeper, at the first look', () => {
  const stuck = [take(itemFor(1), 0)];
  expect(isAsleep(heldUp(undefined, stuck, orphanedMs + 1), stuck, orphanedMs + 1)).toBe(true);
  expect(isAsleep(heldUp(undefined, stuck, orphanedMs), stuck, orphanedMs)).toBe(false);
});
