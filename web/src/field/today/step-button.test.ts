import { stages } from '@gezhi/domain/cases/index';
import { describe, expect, it } from 'vitest';
import { stepOf } from './step-button.ts';

describe('the one button of a row', () => {
  it('gives at once what needs no words, and opens the case for the rest', () => {
    const steps = Object.fromEntries(stages.map((stage) => [stage, stepOf({ next: { stage } } as never)]));
    expect(steps['acknowledge']).toEqual({ kind: 'give', command: 'acknowledge' });
    expect(steps['reportIn']).toEqual({ kind: 'give', command: 'reportIn' });
    expect(steps['handle']).toEqual({ kind: 'open', word: 'finish', act: 'finish' });
    expect(steps['verify']).toEqual({ kind: 'open', word: 'verify', act: 'verify' });
    for (const stage of ['accept', 'dispatch', 'judge', 'supervision', 'resume', 'contact'] as const) {
      expect(steps[stage], stage).toEqual({ kind: 'open', word: 'open' });
    }
    expect(stepOf({})).toEqual({ kind: 'open', word: 'open' });
  });
});
