import type { CaseRow, caseView } from '@gezhi/contract/cases/index';
import type { z } from 'zod';
import type { DoneState, NextStep } from '../state-sentence.tsx';
import type { Left } from '../time-words.ts';

type ClockView = z.output<typeof caseView>['clocks'][number];

/** What is left of a clock, as the pieces of the face show it. */
export function leftOf(clock: ClockView): Left | undefined {
  if (clock.amount === undefined || clock.left === undefined) return undefined;
  return { kind: clock.amount.kind, left: clock.left };
}

const done: Partial<Record<CaseRow['state'], DoneState>> = {
  closed: 'closed',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  merged: 'merged',
};

/** The next step of a case for the sentence of its state. A case nobody owes anything on is said to be done. */
export function nextStepOf(row: Pick<CaseRow, 'state' | 'next' | 'light'>): NextStep {
  const { next } = row;
  if (next === undefined) return { done: done[row.state] ?? 'closed' };
  const { clock } = next;
  return {
    owner: next.owner.name,
    stage: next.stage,
    due: clock.dueAt,
    left: leftOf(clock),
    still: clock.halted,
    short: row.light.short,
    rule: clock.rule,
  };
}

/** Share of the running clock that is gone, 0–1; undefined where nothing runs. */
export function spentOf(row: Pick<CaseRow, 'next'>): number | undefined {
  const share = row.next?.clock.share;
  return share === undefined ? undefined : 1 - share;
}
