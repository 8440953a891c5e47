import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedByReports, coverageOf, type ReachTally, tallyReach } from './index.ts';

const areas = ['1', '11', '12', '121', '2'];
const households = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^h\d{1,2}$/), area: fc.constantFrom(...areas), moved: fc.boolean() }),
  { selector: ({ id }) => id, maxLength: 30 },
);
const rows = households.chain((list) =>
  fc.record({
    households: fc.constant(list),
    memberships: fc.uniqueArray(
      fc.record({
        group: fc.constantFrom('a', 'b', 'c'),
        household: fc.constantFrom(...(list.length === 0 ? ['none'] : list.map(({ id }) => id))),
      }),
      { selector: ({ group, household }) => `${group} ${household}` },
    ),
    reports: fc.uniqueArray(
      fc.record({
        group: fc.constantFrom('a', 'b', 'c'),
        area: fc.constantFrom(...areas),
        households: fc.nat(40),
      }),
      { selector: ({ group, area }) => `${group} ${area}`, maxLength: 6 },
    ),
  }),
);

describe('coverage', () => {
  it('never passes 100 %, whatever is listed or reported, and never falls below what is listed', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('', '1', '12'), (given, under) => {
        const tally = tallyReach(under, given);
        const coverage = coverageOf(tally);
        expect(coverage.reached).toBeGreaterThanOrEqual(tally.distinct);
        expect(coverage.atMost).toBeGreaterThanOrEqual(coverage.reached);
        expect(coverage.atMost).toBeLessThanOrEqual(coverage.households);
        expect(coverage.rate ?? 0).toBeLessThanOrEqual(1);
        expect(coverage.rateAtMost ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('explains the whole difference between what groups claim and what was reached', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('', '1', '12'), (given, under) => {
        const { claimed, reached, difference } = coverageOf(tallyReach(under, given));
        const parts = Object.values(difference);
        expect(parts.every((part) => part >= 0)).toBe(true);
        expect(reached + parts.reduce((sum, part) => sum + part, 0)).toBe(claimed);
      }),
    );
  });

  it('does not change when a group is joined a second time by another name, or somebody elsewhere joins', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const doubled = given.memberships.map(({ household }) => ({ group: 'double', household }));
        const more = { ...given, memberships: [...given.memberships, ...doubled] };
        expect(coverageOf(tallyReach('1', more)).reached).toBe(coverageOf(tallyReach('1', given)).reached);
      }),
    );
  });

  it('says why 24,034 of 23,797 households cannot be', () => {
    const tally: ReachTally = {
      households: 23_797,
      distinct: 23_000,
      memberships: 23_734,
      moved: 200,
      outside: 100,
      reported: 0,
      proven: 0,
      possible: 0,
    };
    const coverage = coverageOf(tally);
    expect(coverage).toMatchObject({
      reached: 23_000,
      claimed: 24_034,
      difference: { twice: 734, moved: 200, outside: 100, unproven: 0 },
    });
    expect(coverage.rate).toBeCloseTo(0.9665, 4);
  });

  it('takes of reports without lists what is certain, and says what is possible', () => {
    const count = { area: '1', households: 300, distinct: 100 };
    expect(addedByReports([{ ...count, reports: [180, 150] }])).toEqual({ proven: 80, possible: 200 });
    expect(addedByReports([{ ...count, reports: [60] }])).toEqual({ proven: 0, possible: 60 });
    const below = { area: '11', households: 100, distinct: 0, reports: [90] };
    expect(addedByReports([{ ...count, reports: [120] }, below])).toEqual({ proven: 90, possible: 200 });
  });

  it('gives no rate where there are no households', () => {
    const coverage = coverageOf(tallyReach('9', { households: [], memberships: [], reports: [] }));
    expect(coverage).toMatchObject({ households: 0, reached: 0 });
    expect(coverage).not.toHaveProperty('rate');
  });
});
