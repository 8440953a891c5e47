import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseFacts, caseStates, defaultRates, rateOf } from '../cases/index.ts';
import { type CountedCase, digitsBelow, tallyOf, unitOf } from './index.ts';

const asOf = 1_000 * 60_000;
const clock = fc.record({ due: fc.nat(2_000 * 60_000), doneAt: fc.nat(2_000 * 60_000) }, { requiredKeys: [] });
const facts: fc.Arbitrary<CaseFacts> = fc.record(
  {
    case: fc.uuid(),
    state: fc.constantFrom(...caseStates),
    split: fc.boolean(),
    reporter: fc.constantFrom('resident', 'staff', 'source'),
    contact: clock,
    handle: clock,
    rating: fc.record({
      solved: fc.constantFrom('yes', 'partly', 'no'),
      satisfied: fc.constantFrom('very', 'fairly', 'no'),
    }),
    everAssigned: fc.boolean(),
    handBacks: fc.nat(2),
    deferrals: fc.nat(2),
    reworks: fc.nat(2),
  },
  { requiredKeys: ['case', 'state', 'split', 'reporter', 'everAssigned', 'handBacks', 'deferrals', 'reworks'] },
);
const counted: fc.Arbitrary<CountedCase> = facts.chain((one) =>
  fc.record({
    state: fc.constant(one.state),
    light: fc.constantFrom('red', 'yellow', 'green', 'awaiting', 'none'),
    overdue: fc.boolean(),
    facts: fc.constant(one),
  }),
);

describe('a tally', () => {
  it('gives the rates of the cases taken together', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 60 }), (cases) => {
        const tally = tallyOf(defaultRates, asOf);
        for (const one of cases) tally.add(one);
        const all = cases.map((one) => one.facts);
        expect(tally.figures().rates).toEqual(defaultRates.map((formula) => rateOf(formula, all, asOf)));
      }),
    );
  });

  it('counts every case once by state and once by light', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 60 }), (cases) => {
        const tally = tallyOf([], asOf);
        for (const one of cases) tally.add(one);
        const figures = tally.figures();
        const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect([figures.cases, sum(figures.states), sum(figures.lights)]).toEqual(Array(3).fill(cases.length));
        expect(figures.overdue).toBe(cases.filter(({ overdue }) => overdue).length);
      }),
    );
  });
});

describe('units', () => {
  const widths = [2, 2, 2, 3, 3, 3, 3];
  it.each([
    ['450802', 1, 9],
    ['450802', 2, 12],
    ['450802001', 1, 12],
    ['450802001013', 1, 15],
    ['450802001013001002', 1, 18],
    ['', 1, 2],
    ['45080', 1, 6],
  ])('below %s by %d levels have %d digits', (unit, levels, digits) => {
    expect(digitsBelow(widths, unit, levels)).toBe(digits);
  });

  it('take in what ends above them', () => {
    expect([unitOf('450802001013007', 12), unitOf('450802001', 12)]).toEqual(['450802001013', '450802001']);
  });
});
