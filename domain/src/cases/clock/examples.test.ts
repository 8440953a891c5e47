import { expect, test } from 'vitest';
import type { Instant } from '../../time.ts';
import { chinaCalendar, dueAt, overdue } from './index.ts';
import type { ClockAmount, ClockKind } from './index.ts';
import given from './clock-examples.json' with { type: 'json' };

const at = (iso: string): Instant => Date.parse(iso);
const isKind = (kind: string): kind is ClockKind =>
  ['running', 'working', 'workingDays', 'calendarDays'].includes(kind);

test('seventy examples are given', () => {
  expect(given.examples).toHaveLength(70);
});

test.each(given.examples)('$clock.kind $clock.amount from $start is due $due', ({ clock, start, suspensions, due }) => {
  if (!isKind(clock.kind)) throw new Error(`unknown kind ${clock.kind}`);
  const pairs = suspensions.map(([from, to]) => [at(from ?? ''), at(to ?? '')] as const);
  expect(dueAt(chinaCalendar, { kind: clock.kind, amount: clock.amount }, at(start), pairs)).toBe(at(due));
});

/** Due times named in the worked week (the design's day in 荷城社区). */
const week: readonly [
  name: string,
  amount: ClockAmount,
  start: string,
  still: readonly [string, string][],
  due: string,
][] = [
  ['1 acknowledge', { kind: 'working', amount: 60 }, '2026-11-20T09:35', [], '2026-11-20T10:35'],
  ['1 handle', { kind: 'workingDays', amount: 5 }, '2026-11-20T09:35', [], '2026-11-27T18:00'],
  ['2 verify, urgent', { kind: 'working', amount: 240 }, '2026-11-20T21:00', [], '2026-11-23T12:00'],
  ['4 report in', { kind: 'working', amount: 60 }, '2026-11-20T14:10', [], '2026-11-20T15:10'],
  ['4 result', { kind: 'workingDays', amount: 3 }, '2026-11-20T14:10', [], '2026-11-25T18:00'],
  [
    '5 handle, deferred',
    { kind: 'workingDays', amount: 5 },
    '2026-11-20T11:00',
    [['2026-11-23T09:00', '2026-11-25T09:00']],
    '2026-12-01T18:00',
  ],
  ['5 verify', { kind: 'workingDays', amount: 1 }, '2026-11-30T17:00', [], '2026-12-01T18:00'],
  [
    '8b accept, merged for half an hour',
    { kind: 'working', amount: 120 },
    '2026-11-20T15:20',
    [['2026-11-20T16:00', '2026-11-20T16:30']],
    '2026-11-20T17:50',
  ],
  ['9 handle, after the reopening', { kind: 'workingDays', amount: 5 }, '2026-11-25T10:05', [], '2026-12-02T18:00'],
  ['12 handle, complex', { kind: 'workingDays', amount: 15 }, '2026-11-20T17:00', [], '2026-12-11T18:00'],
  ['7 supervision, gone up', { kind: 'working', amount: 240 }, '2026-11-30T12:00', [], '2026-11-30T18:00'],
];

test.each(week)('the week: %s', (_, amount, start, still, due) => {
  const local = (text: string): Instant => at(`${text}+08:00`);
  const pairs = still.map(([from, to]) => [local(from), local(to)] as const);
  expect(dueAt(chinaCalendar, amount, local(start), pairs)).toBe(local(due));
});

test('done at the due minute is in time, the minute after is late', () => {
  const due = at('2026-11-27T18:00+08:00');
  expect(overdue(due, at('2026-11-27T18:00:59.999+08:00'))).toBe(false);
  expect(overdue(due, at('2026-11-27T18:01+08:00'))).toBe(true);
});
