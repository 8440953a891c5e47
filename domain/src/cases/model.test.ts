import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockAmount, dueAt } from './clock/index.ts';
import { type CaseClock, isRunning } from './clock-record.ts';
import { defaultClockRules } from './clock-rules.ts';
import type { CaseEvent } from './event.ts';
import { fold } from './evolve.ts';
import { checkCase, checkStep } from './testing/invariants.ts';
import { playRandom, type Run, type Watch } from './testing/run.ts';
import { standstillsOf } from './testing/standstills.ts';
import { rules } from './testing/town.ts';

/** `GEZHI_LONG_RUNS=200000 vitest run domain/src/cases/model.test.ts` looks further. */
const { env } = import.meta as { readonly env?: Readonly<Record<string, string>> };
const numRuns = Number(env?.['GEZHI_LONG_RUNS'] ?? 2_000);
const long = { timeout: 20_000 + numRuns * 30 };

const anyRun = fc.tuple(
  fc.nat(5),
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 50, size: 'max' }),
);

function always(runs: number, watch: Watch, atEnd: (run: Run) => void = () => undefined): void {
  fc.assert(
    fc.property(anyRun, ([beginning, steps]) => atEnd(playRandom(beginning, steps, watch))),
    { numRuns: runs },
  );
}

describe('whatever people do in whatever order', () => {
  it('a case has one owner, one deadline, one lead, one order above it, and no count goes down', long, () => {
    always(
      numRuns,
      ({ before, after }) => {
        checkCase(after);
        checkStep(before, after);
      },
      checkStory,
    );
  });

  it('its history alone gives the case, at every step, before and after storage', long, () => {
    always(numRuns / 20, ({ after, history }) => {
      const stored = JSON.parse(JSON.stringify(history)) as CaseEvent[];
      expect(JSON.stringify(fold(stored))).toBe(JSON.stringify(after));
    });
  });

  it('every due time follows from the story and the rules', long, () => {
    always(numRuns / 5, ({ after, history }) => {
      for (const clock of after.clocks.filter(isRunning)) {
        const amount = amountOf(clock, history);
        if (!amount) continue;
        const due = dueAt(rules.calendar, amount, clock.startedAt, standstillsOf(clock, history));
        expect([clock.id, new Date(clock.dueAt)]).toEqual([clock.id, new Date(due)]);
      }
    });
  });
});

/** The amount of the rule that a clock names, unless an extension was granted; none for one that ends on a date. */
function amountOf(clock: CaseClock, history: readonly CaseEvent[]): ClockAmount | undefined {
  const rule = defaultClockRules.find(({ id }) => id === clock.source.rule);
  const extended = history.findLast((event) => event.type === 'extended' && event.clock === clock.id);
  return rule && { ...rule.amount, ...(extended?.type === 'extended' && { amount: extended.amount }) };
}

/** What must hold of a whole history. */
function checkStory({ events }: Run): void {
  const times = events.map((event) => event.at);
  expect(times.join()).toBe(times.toSorted((a, b) => a - b).join());
  const fired = events.flatMap((event) => (event.type === 'clockEnded' ? [`${event.clock} ${event.due}`] : []));
  expect(new Set(fired).size).toBe(fired.length);
  const wentUp = events.flatMap((event) => (event.type === 'supervisionWentUp' ? [event.order] : []));
  expect(new Set(wentUp).size).toBe(wentUp.length);
  checkVerifiers(events);
}

const handles = new Set<CaseEvent['type']>([
  'dispatched',
  'assignedToDesk',
  'summoned',
  'acknowledged',
  'reportedIn',
  'moving',
  'arrived',
  'transferred',
  'workOrderFinished',
  'solvedOnTheSpot',
]);

/** Nobody who handled or dispatched a case ever verifies it. */
function checkVerifiers(events: readonly CaseEvent[]): void {
  const handlers = new Set<string>();
  for (const event of events) {
    if (event.type === 'transferred') handlers.add(event.to);
    if (event.by.kind !== 'staff') continue;
    if (handles.has(event.type)) handlers.add(event.by.person);
    if (event.type === 'verified') expect([...handlers]).not.toContain(event.by.person);
  }
}
