import {
  type CaseFacts,
  casePredicateNames,
  caseStates,
  type ClockFact,
  factsFromKey,
  overdue,
  type RateFormula,
  rateOf,
  standingIn,
} from '@gezhi/domain/cases/index';
import type { Actor } from '@gezhi/domain/access/index';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../new-id.ts';
import { isRefusal } from '../refusal.ts';
import { findCut, seedRules } from '../rules/index.ts';
import { testConfig, testDeps } from '../testing.ts';
import { readFigures } from './read-figures.ts';
import { type Kept, keepCases } from './testing.ts';

const county = '450802';
const system = { county, system: true } as const;
const minute = 60_000;
const now = Date.parse('2026-11-30T18:00+08:00');

// About now, to the second and to the millisecond: times fall into the minute that is due, before and after it.
const due = fc.integer({ min: -4, max: 4 }).map((minutes) => now + minutes * minute);
const doneAt = fc.integer({ min: -240, max: 240 }).map((seconds) => now + seconds * 1000 + 1);
const clock: fc.Arbitrary<ClockFact> = fc.record({ due, doneAt }, { requiredKeys: [] });
const facts: fc.Arbitrary<Omit<CaseFacts, 'case'>> = fc.record(
  {
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
  { requiredKeys: ['state', 'split', 'reporter', 'everAssigned', 'handBacks', 'deferrals', 'reworks'] },
);
const bodies = [newId(), newId()];
const kept: fc.Arbitrary<Kept & { readonly facts: Omit<CaseFacts, 'case'> }> = facts.chain((one) =>
  fc.record({
    area: fc.constantFrom('450802001', '450802001013', '450802001013001', '450802001014'),
    category: fc.constantFrom('0102', '01020401', '10030201'),
    state: fc.constant(one.state),
    light: fc.constantFrom('red', 'yellow', 'green', 'awaiting', 'none'),
    due:
      one.handle?.due === undefined || one.handle.doneAt !== undefined
        ? fc.constant(undefined)
        : fc.constant(one.handle.due),
    orgs: fc.subarray(bodies),
    facts: fc.constant(one),
  }),
);
const seed = 20_261_123;
const cases = fc.sample(kept, { numRuns: 600, seed });
/** Every predicate by itself, so that nothing that a county's formula may ask is lost. */
const formulas: readonly RateFormula[] = casePredicateNames.map((name) => ({
  code: name,
  numerator: [{ all: ['residents'], weight: 1 }],
  denominator: [{ all: [name], weight: 1 }],
}));

let db: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  db = await openTestDatabase();
  deps = await testDeps(db, {}, testConfig());
  await deps.clock.set(now, false);
  await db.transaction(system, (trx) => seedRules(trx, county, now - 86_400_000));
  await keepCases(db, now, cases);
});
afterAll(async () => {
  await deps.live.stop();
  await db.close();
});

const asCommander: Extract<Actor, { kind: 'staff' }> = {
  kind: 'staff',
  county,
  person: newId(),
  name: '',
  posts: [{ id: newId(), role: 'commander', permissions: ['figures.read', 'case.read'], area: county }],
};

describe('cases alike', () => {
  it('are told by a key whose facts stand in every rate as their own do, whatever the moment', async () => {
    for (const moment of [now - 10 * minute, now - minute, now, now + 59_999, now + minute, now + 10 * minute]) {
      const rows = await db.transaction(system, (trx) =>
        trx.selectFrom('case_file').select(['facts', 'facts_key', 'contact_ends', 'handle_ends']).execute(),
      );
      expect(rows).toHaveLength(cases.length);
      for (const { facts: own, facts_key: key, contact_ends: contact, handle_ends: handle } of rows) {
        const over = (ends: number | null): boolean => ends !== null && overdue(ends, moment);
        const alike = factsFromKey(key, { contact: over(contact), handle: over(handle) }, moment);
        for (const formula of formulas) {
          expect([own, standingIn(formula, alike, moment)]).toEqual([
            own,
            standingIn(formula, own as CaseFacts, moment),
          ]);
        }
      }
    }
  });

  it.each(['area', 'category', 'org'] as const)('give by %s the figures counted from the raw rows', async (by) => {
    const places = { find: () => undefined };
    const answer = await readFigures({ ...deps, places }, asCommander, { by, level: 2 }, 'en');
    if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
    const cut = await db.transaction(system, (trx) => findCut(trx, county, now));
    const all = cases.map((one) => ({ ...one.facts, case: '' }));
    const ratesOf = (some: readonly CaseFacts[]) =>
      cut?.rates.body.formulas.map((formula) => rateOf(formula, some, now));
    expect(answer.total.rates).toEqual(ratesOf(all));
    expect(answer.total.cases).toBe(cases.length);
    expect(answer.total.overdue).toBe(cases.filter((one) => one.due !== undefined && one.due < now).length);
    expect(answer.rows.length).toBeGreaterThan(1);
    for (const { unit, cases: count, rates, lights } of answer.rows) {
      const within = cases.filter((one) =>
        by === 'org'
          ? one.orgs?.includes(unit.code)
          : by === 'category'
            ? one.category?.slice(0, 4) === unit.code
            : one.area.slice(0, 12) === unit.code,
      );
      expect(count).toBe(within.length);
      expect(lights.red).toBe(within.filter(({ light }) => light === 'red').length);
      expect(rates).toEqual(ratesOf(within.map((one) => ({ ...one.facts, case: '' }))));
    }
  });
});
