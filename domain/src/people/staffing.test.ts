import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStaffing } from './default-staffing.ts';
import { coverageOf, gapsOf, standingOf } from './staffing.ts';
import type { StaffingNeed, StaffingRule } from './staffing-rule.ts';
import { type StaffedPlaces, type StaffedPost, unitsOf } from './staffing-units.ts';

const areas = [
  { code: '450802', kind: 'county' },
  { code: '450802001', kind: 'street' },
  { code: '450802001013', kind: 'community' },
  { code: '450802001013001', kind: 'grid' },
  { code: '450802001013002', kind: 'grid' },
  { code: '450802001013601', kind: 'exclusive-grid' },
  { code: '450802001014', kind: 'community' },
  { code: '450802001014001', kind: 'grid' },
  { code: '450802001014001001', kind: 'microgrid' },
];
const places: StaffedPlaces = {
  areas,
  organisations: [
    { id: 'urban', code: 'CG', kind: 'department', area: '450802', serves: [], zones: [] },
    { id: 'police', kind: 'station', area: '450802001', serves: [], zones: ['z1'] },
    { id: 'committee', kind: 'communityCommittee', area: '450802001013', serves: [], zones: [] },
  ],
  zones: [
    { id: 'z1', purpose: 'police-urban', areas: ['450802001013'] },
    { id: 'z2', purpose: 'police-urban', areas: ['450802001014'] },
    { id: 'z3', purpose: 'patrol', areas: ['450802001014'] },
  ],
};
const community = '450802001013';
const grid = `${community}001`;

const need = (more: Partial<StaffingNeed> = {}): StaffingNeed => ({
  id: 'n',
  name: { zh: '员' },
  roles: ['worker'],
  min: 1,
  place: 'here',
  severalPlaces: true,
  ...more,
});
const rule = (unit: StaffingRule['unit'], ...needs: StaffingNeed[]): StaffingRule => ({
  id: 'r',
  name: { zh: '规则' },
  unit,
  needs,
});
const grids = { per: 'area', kinds: ['grid'] } as const;

it('a zone without areas is nowhere: no unit, and no gap', () => {
  const nowhere = { id: 'z0', purpose: 'police-urban', areas: [] };
  const counted = (zones: StaffedPlaces['zones']) =>
    unitsOf(rule({ per: 'zone', purpose: 'police-urban' }, need()), { ...places, zones }).count;
  expect(counted([...places.zones, nowhere])).toBe(counted(places.zones));
});
const post = (person: string, where: Partial<StaffedPost> = {}): StaffedPost => ({
  person,
  role: 'worker',
  time: 'full',
  ...where,
});

const anyPost: fc.Arbitrary<StaffedPost> = fc
  .record({
    person: fc.constantFrom('a', 'b', 'c', 'd'),
    role: fc.constantFrom('worker', 'chief', 'other'),
    area: fc.option(fc.constantFrom(...areas.map(({ code }) => code), '999999'), { nil: undefined }),
    org: fc.option(fc.constantFrom('urban', 'police', 'committee', 'gone'), { nil: undefined }),
    time: fc.constantFrom('full' as const, 'part' as const),
  })
  .map(({ area, org, ...rest }) => ({
    ...rest,
    ...(area === undefined ? {} : { area }),
    ...(org === undefined ? {} : { org }),
  }));
const anyNeed = fc
  .record({
    id: fc.constantFrom('x', 'y'),
    roles: fc.subarray(['worker', 'chief'], { minLength: 1 }),
    min: fc.integer({ min: 0, max: 3 }),
    place: fc.constantFrom('here' as const, 'under' as const, 'over' as const),
    severalPlaces: fc.boolean(),
    full: fc.boolean(),
  })
  .map(({ full, ...rest }): StaffingNeed => ({ ...need(rest), ...(full ? { time: 'full' as const } : {}) }));
const anyUnit: fc.Arbitrary<StaffingRule['unit']> = fc.oneof(
  fc.constant(grids),
  fc.constant({ per: 'area' as const, kinds: ['community', 'exclusive-grid'] }),
  fc.constant({ per: 'zone' as const, purpose: 'police-urban' }),
  fc.constant({ per: 'organisation' as const, kinds: ['station', 'communityCommittee'] }),
  fc.constant({ per: 'areaAndDepartment' as const, kinds: ['grid'], departments: ['CG', 'police', 'nobody'] }),
);
const anyRule = fc.record({ unit: anyUnit, needs: fc.array(anyNeed, { minLength: 1, maxLength: 3 }) });
const anyPosts = fc.array(anyPost, { maxLength: 25 });
const anyArea = fc.constantFrom('', '450802', '450802001', community, grid, '123456');

describe('whatever the rules and the posts are', () => {
  it('coverage is never above 1, and what is missing is exactly the gaps, in every area', () => {
    fc.assert(
      fc.property(anyRule, anyPosts, anyArea, ({ unit, needs }, posts, area) => {
        const standing = standingOf(rule(unit, ...needs), places, posts);
        const coverage = coverageOf(standing, area);
        const gaps = [...gapsOf(standing, area)];
        expect(coverage.rate ?? 1).toBeLessThanOrEqual(1);
        expect(coverage.rate ?? 0).toBeGreaterThanOrEqual(0);
        expect(coverage.staffed).toBeLessThanOrEqual(coverage.units);
        expect(coverage.held + coverage.missing).toBe(coverage.needed);
        expect(gaps.reduce((sum, gap) => sum + gap.missing, 0)).toBe(coverage.missing);
        expect(gaps.every((gap) => gap.missing > 0)).toBe(true);
        expect((coverage.rate ?? 1) === 1).toBe(gaps.length === 0);
        for (const one of coverage.needs) expect(one.held).toBeLessThanOrEqual(one.counted);
      }),
      { numRuns: 600 },
    );
  });

  it('gaps come the same by pages as at once, and areas beside each other add up to the whole', () => {
    fc.assert(
      fc.property(anyRule, anyPosts, ({ unit, needs }, posts) => {
        const standing = standingOf(rule(unit, ...needs), places, posts);
        const all = [...gapsOf(standing)].map(({ position }) => position);
        const paged: number[] = [];
        for (;;) {
          const [next] = gapsOf(standing, '', paged.at(-1) ?? -1);
          if (next === undefined) break;
          paged.push(next.position);
        }
        expect(paged).toEqual(all);
        const whole = coverageOf(standing);
        if (unit.per === 'area' && unit.kinds.includes('grid')) {
          const parts = ['450802001013', '450802001014'].map((code) => coverageOf(standing, code));
          expect(parts.reduce((sum, part) => sum + part.missing, 0)).toBe(whole.missing);
          expect(parts.reduce((sum, part) => sum + part.units, 0)).toBe(whole.units);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('one more post never opens a gap, and who counts once fills no more than one place', () => {
    fc.assert(
      fc.property(anyRule, anyPosts, anyPost, ({ unit, needs }, posts, more) => {
        const wide = needs.map((one) => ({ ...one, severalPlaces: true }));
        const before = coverageOf(standingOf(rule(unit, ...wide), places, posts));
        const after = coverageOf(standingOf(rule(unit, ...wide), places, [...posts, more]));
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        const once = needs.map((one) => ({ ...one, severalPlaces: false }));
        const people = new Set(posts.map(({ person }) => person)).size;
        for (const one of coverageOf(standingOf(rule(unit, ...once), places, posts)).needs)
          expect(one.counted).toBeLessThanOrEqual(people);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is counted', () => {
  const missing = (one: StaffingRule, ...posts: StaffedPost[]) =>
    [...gapsOf(standingOf(one, places, posts))].map(({ unit }) =>
      unit.department === undefined ? unit.id : `${unit.id} ${unit.department}`,
    );
  const second = `${community}002`;
  const other = '450802001014001';

  it.each([
    { name: 'here: the grid itself', place: 'here' as const, area: grid, lacks: [second, other] },
    { name: 'here: not the community above', place: 'here' as const, area: community, lacks: [grid, second, other] },
    { name: 'over: every grid of the community', place: 'over' as const, area: community, lacks: [other] },
    {
      name: 'under: the microgrid counts for its grid',
      place: 'under' as const,
      area: `${other}001`,
      lacks: [grid, second],
    },
  ])('$name', ({ place, area, lacks }) => {
    expect(missing(rule(grids, need({ place })), post('a', { area }))).toEqual(lacks);
  });

  it('one person in two grids counts in both, or in one where the rule says so', () => {
    const both = [post('a', { area: grid }), post('a', { area: second })];
    expect(missing(rule(grids, need()), ...both)).toEqual([other]);
    expect(missing(rule(grids, need({ severalPlaces: false })), ...both)).toEqual([second, other]);
  });

  it('who can be in one place only goes there before who can be in two', () => {
    const posts = [post('a', { area: grid }), post('a', { area: second }), post('b', { area: grid })];
    expect(missing(rule(grids, need({ severalPlaces: false })), ...posts)).toEqual([other]);
  });

  it('a part-time worker fills no full-time place', () => {
    const part = post('a', { area: grid, time: 'part' });
    expect(missing(rule(grids, need({ time: 'full' })), part)).toContain(grid);
    expect(missing(rule(grids, need()), part)).not.toContain(grid);
  });

  it('by department: of each listed, by id or code, in each grid; one that is not there counts nothing', () => {
    const one = rule({ per: 'areaAndDepartment', kinds: ['grid'], departments: ['CG', 'police', 'nobody'] }, need());
    expect(missing(one, post('a', { area: grid, org: 'urban' }))).toEqual([
      `${grid} police`,
      `${second} urban`,
      `${second} police`,
      `${other} urban`,
      `${other} police`,
    ]);
  });

  it('by zone: posts in its areas and under them, and in bodies that serve it', () => {
    const one = rule({ per: 'zone', purpose: 'police-urban' }, need());
    expect(missing(one)).toEqual(['z1', 'z2']);
    expect(missing(one, post('a', { org: 'police' }))).toEqual(['z2']);
    expect(missing(one, post('a', { area: other }))).toEqual(['z1']);
    expect(missing(one, post('a', { area: '450802001' }))).toEqual(['z1', 'z2']);
  });

  it('by organisation: posts and memberships in it', () => {
    const one = rule({ per: 'organisation', kinds: ['communityCommittee'] }, need({ roles: ['first-secretary'] }));
    expect(missing(one)).toEqual(['committee']);
    expect(missing(one, post('a', { role: 'first-secretary', org: 'committee' }))).toEqual([]);
  });

  it('only where the rule holds', () => {
    expect(missing({ ...rule(grids, need()), area: '450802001014' })).toEqual([other]);
  });

  it('the shipped rules count what their names say', () => {
    const found = Object.fromEntries(defaultStaffing.map((one) => [one.id, coverageOf(standingOf(one, places, []))]));
    expect(found['six-two.small']).toMatchObject({ units: 3, needed: 9, missing: 9, rate: 0 });
    expect(found['one-one-eight']).toMatchObject({ units: 2, needed: 18 });
    expect(found['one-three-n']).toMatchObject({ units: 3, needed: 12 });
    // No department is listed yet: nothing is needed, and no rate is made up.
    expect(found['whole-service']).toEqual({
      units: 0,
      staffed: 0,
      needed: 0,
      held: 0,
      missing: 0,
      needs: expect.anything(),
    });
  });
});
