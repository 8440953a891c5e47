import { caseStates } from '@gezhi/domain/cases/index';
import { describe, expect, it } from 'vitest';
import { stepsOf } from './follow-steps.ts';

describe('the line of steps', () => {
  it('has exactly one step going on while a case is open, none when it is not', () => {
    for (const state of caseStates) {
      const open = !['closed', 'rejected', 'withdrawn', 'merged'].includes(state);
      expect(stepsOf({ state }).filter(({ is }) => is === 'now').length, state).toBe(open ? 1 : 0);
    }
  });

  it('never says that a step is done before the one in front of it', () => {
    for (const state of caseStates) {
      const marks = stepsOf({ state }).map(({ is }) => ({ done: 0, now: 1, ahead: 2 })[is]);
      expect(marks, state).toEqual(marks.toSorted((a, b) => a - b));
    }
  });

  it('ends early where the case did', () => {
    expect(stepsOf({ state: 'rejected' }).map(({ step }) => step)).toEqual(['reported', 'rejected']);
    expect(stepsOf({ state: 'handled' }).find(({ is }) => is === 'now')?.step).toBe('handled');
  });

  it('goes on while a closed case is asked to be reopened or a rejection is appealed, and not once it is refused', () => {
    const ask = { judge: { code: '450802001', name: '贵城街道' }, at: '2026-11-20T01:10:00Z', overdue: false };
    const reopening = { ...ask, kind: 'reopening' as const, refused: false };
    expect(stepsOf({ state: 'closed', ask: reopening }).at(-1)).toEqual({ step: 'reopening', is: 'now' });
    expect(stepsOf({ state: 'closed', ask: reopening }).map(({ step }) => step)).not.toContain('closed');
    expect(stepsOf({ state: 'rejected', ask: { ...reopening, kind: 'appeal' } }).at(-1)?.is).toBe('now');
    expect(stepsOf({ state: 'closed', ask: { ...reopening, refused: true } }).every(({ is }) => is === 'done')).toBe(
      true,
    );
  });
});
