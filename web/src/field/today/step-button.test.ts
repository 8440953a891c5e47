import { stages } from '@gezhi/domain/cases/index';
import { describe, expect, it } from 'vitest';
import { isSeen, stepOf } from './step-button.ts';

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

it('offers no step again that has arrived before the list was read anew', () => {
  const sent = { state: { name: 'sent' as const, at: 1, arrived: { caseId: 'c', number: 'N', version: 5 } } };
  expect(isSeen(sent, { version: 4 })).toBe(false);
  expect(isSeen(sent, { version: 5 })).toBe(true);
  expect(isSeen({ state: { name: 'waiting', notBefore: 0 } }, { version: 9 })).toBe(false);
});
