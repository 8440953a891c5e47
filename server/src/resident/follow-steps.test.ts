import { caseStates } from '@gezhi/domain/cases/index';
import { describe, expect, it } from 'vitest';
import { stepsOf } from './follow-steps.ts';

describe('the line of steps', () => {
  it('has exactly one step going on while a case is open, none when it is not', () => {
    for (const state of caseStates) {
      const open = !['closed', 'rejected', 'withdrawn', 'merged'].includes(state);
      expect(stepsOf(state).filter(({ is }) => is === 'now').length, state).toBe(open ? 1 : 0);
    }
  });

  it('never says that a step is done before the one in front of it', () => {
    for (const state of caseStates) {
      const marks = stepsOf(state).map(({ is }) => ({ done: 0, now: 1, ahead: 2 })[is]);
      expect(marks, state).toEqual(marks.toSorted((a, b) => a - b));
    }
  });

  it('ends early where the case did', () => {
    expect(stepsOf('rejected').map(({ step }) => step)).toEqual(['reported', 'rejected']);
    expect(stepsOf('handled').find(({ is }) => is === 'now')?.step).toBe('handled');
  });
});
