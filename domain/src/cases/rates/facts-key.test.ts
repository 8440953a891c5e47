import { describe, expect, it } from 'vitest';
import { factsFromKey, rateOf } from './index.ts';

const asOf = Date.parse('2026-11-30T18:00:30+08:00');
const neither = { contact: false, handle: false };

describe('facts by their key', () => {
  it('are read from eleven words', () => {
    expect(factsFromKey('closed resident false true 1 0 2 met late yes very', neither, asOf)).toEqual({
      case: '',
      state: 'closed',
      reporter: 'resident',
      split: false,
      everAssigned: true,
      handBacks: 1,
      deferrals: 0,
      reworks: 2,
      contact: { due: 60_000, doneAt: 60_000 },
      handle: { due: 60_000, doneAt: 120_000 },
      rating: { solved: 'yes', satisfied: 'very' },
    });
    expect(factsFromKey('rejected source false false 0 0 0 none idle none none', neither, asOf)).toEqual({
      case: '',
      state: 'rejected',
      reporter: 'source',
      split: false,
      everAssigned: false,
      handBacks: 0,
      deferrals: 0,
      reworks: 0,
      handle: {},
    });
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('owe what runs only once it ended: %s', (contact, denominator) => {
    const key = 'handling resident false true 0 0 0 running none none none';
    const facts = factsFromKey(key, { contact, handle: false }, asOf);
    const formula = {
      code: 'response',
      numerator: [{ all: ['contactedInTime'], weight: 1 }],
      denominator: [{ all: ['contactOwed'], weight: 1 }],
    } as const;
    expect(rateOf(formula, [facts], asOf)).toMatchObject({ numerator: 0, denominator });
  });

  it.each([
    '',
    'closed',
    'gone resident false true 0 0 0 none none none none',
    'closed neighbour false true 0 0 0 none none none none',
    'closed resident no true 0 0 0 none none none none',
    'closed resident false true x 0 0 none none none none',
    'closed resident false true 0 0 0 toString none none none',
    'closed resident false true 0 0 0 none none none very',
    'closed resident false true 0 0 0 none none none none none',
  ])('are in no other text: %s', (text) => {
    expect(() => factsFromKey(text, neither, asOf)).toThrow(RangeError);
  });
});
