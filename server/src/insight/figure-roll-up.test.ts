import { caseStates, type ClockFact } from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { relight, takeFromFigures } from '../cases/index.ts';
import { realClock } from '../clock/index.ts';
import { openCases, orgs } from '../cases/testing.ts';
import { refreshStatistics, type Scope, type Trx } from '../database/index.ts';
import { openTestDatabase } from '../database/testing.ts';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { type FigureFilter, type FigureUnits, readFigureGroups } from './figure-store.ts';
import { figureRollUp } from './roll-up.ts';
import { rollUpSome } from './cell-store.ts';
import { type Kept, keepCases } from './testing.ts';

const county = '450802';
const system: Scope = { county, system: true };
const minute = 60_000;
const day = 1_440 * minute;
const now: Instant = Date.parse('2026-11-30T18:00+08:00');

const areas = ['450802', '450802001', '450802001013', '450802001013001', '450802001014', '450802002007003'];
const categories = ['0102', '01020401', '01020402', '10030201'];
const bodies = [newId(), newId(), newId()];
const lights = ['red', 'green', 'awaiting', 'none'];

const local = (text: string): Instant => Date.parse(`${text}+08:00`);
/** Over two years, often at midnight or beside it. */
const reportedAt = fc.oneof(
  fc.integer({ min: local('2024-12-20T00:00'), max: now }),
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -1, max: 1 }))
    .map(([days, by]) => local('2026-11-01T00:00') - days * day + by),
);
/** Days or minutes before and after now: what is over then is not over at another of these. */
const near: fc.Arbitrary<Instant> = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(minute, day), fc.integer({ min: -1, max: 1 }))
  .map(([times, step, by]) => now + times * step + by);
const clock: fc.Arbitrary<ClockFact> = fc.oneof(
  fc.record({ due: fc.constant(now - day), doneAt: fc.constantFrom(now - 2 * day, now) }),
  fc.record({ due: near }),
);
const one: fc.Arbitrary<Kept> = fc
  .record({
    area: fc.constantFrom(...areas),
    category: fc.constantFrom(...categories),
    state: fc.constantFrom(...caseStates),
    light: fc.constantFrom(...lights),
    orgs: fc.subarray(bodies),
    reportedAt,
    closed: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn > 0),
    handBacks: fc.nat(1),
    due: fc.option(near, { nil: undefined, freq: 2 }),
    contact: fc.option(clock, { nil: undefined, freq: 2 }),
    handle: fc.option(clock, { nil: undefined, freq: 2 }),
  })
  .map(({ handBacks, contact, handle, due, ...kept }) => ({
    ...kept,
    ...(!kept.closed && { due }),
    facts: { state: kept.state, handBacks, ...(contact && { contact }), ...(handle && { handle }) },
  }));

const periods: readonly Pick<FigureFilter, 'from' | 'to'>[] = [
  {},
  { from: '2026-09-01T00:00:00+08:00', to: '2026-10-01T00:00:00+08:00' },
  { from: '2025-11-13T09:30:00+08:00' },
  { to: '2026-10-31T23:59:59.999+08:00' },
  { from: '2026-10-30T00:00:00+08:00', to: '2026-11-02T00:00:00+08:00' },
  { from: '2026-11-29T12:00:00+08:00', to: '2026-11-29T13:00:00+08:00' },
];
const filters: readonly FigureFilter[] = [
  { areas: [county] },
  { areas: ['450802001'] },
  { areas: ['450802001013', '450802002007'] },
  { areas: [county], category: '01' },
  { areas: ['450802001'], category: '0102' },
  { areas: ['450802001013'], category: '010204' },
  { areas: [county], org: bodies[0] },
];
const units: readonly (FigureUnits | undefined)[] = [
  undefined,
  { by: 'org' },
  ...[9, 12, 15].map((digits): FigureUnits => ({ by: 'area', cuts: [{ base: county, digits }] })),
  {
    by: 'area',
    cuts: [
      { base: '450802001013', digits: 15 },
      { base: '450802002', digits: 12 },
    ],
  },
  ...[2, 4, 8].map((digits): FigureUnits => ({ by: 'category', cuts: [{ base: '', digits }] })),
];
interface Question {
  readonly filter: FigureFilter;
  readonly by: FigureUnits | undefined;
}
/** Of all of them each eleventh: every kind of period, place and unit is among them. */
const questions: readonly Question[] = filters
  .flatMap((filter) => periods.flatMap((period) => units.map((by) => ({ filter: { ...filter, ...period }, by }))))
  .filter((_, at) => at % 11 === 0);

const db = openOnce(openTestDatabase);
beforeEach(() => db.clear());

/** As happens by itself once there are many. */
const analyse = (): Promise<void> =>
  db.transaction(system, (trx) => refreshStatistics(trx, ['case_file', 'work_order']));

type Answers = readonly (readonly string[])[];

async function answersOf(trx: Trx, asked: readonly Question[], at: Instant): Promise<Answers> {
  const answers: string[][] = [];
  for (const { filter, by } of asked) {
    const groups = await readFigureGroups(trx, county, filter, at, by);
    answers.push(groups.map((group) => JSON.stringify(group)).toSorted());
  }
  return answers;
}

const ask = (scope: Scope, asked: readonly Question[] = questions, at = now): Promise<Answers> =>
  db.transaction(scope, (trx) => answersOf(trx, asked, at));

const forgotten = new Error('nothing of this stays');
/** What counting every case where it lies says: as if none had ever been added up. */
async function askAnew(scope: Scope, asked: readonly Question[] = questions, at = now): Promise<Answers> {
  let answers: Answers = [];
  const anew = db.transaction(system, async (trx) => {
    await trx.updateTable('case_file').set({ counted_version: null }).execute();
    await trx.deleteFrom('figure_case').execute();
    await trx.updateTable('figure_cell').set({ cases: 0 }).execute();
    // As a statement: workers of Citus hear of nothing else.
    for (const [name, value] of [
      ['gezhi.system', scope.system === true ? 'on' : ''],
      ['gezhi.area_pattern', scope.areas === undefined ? '' : `^(${scope.areas.join('|')})`],
    ])
      await sql.raw(`set local ${name} = '${value}'`).execute(trx);
    answers = await answersOf(trx, asked, at);
    throw forgotten;
  });
  await expect(anew).rejects.toBe(forgotten);
  return answers;
}

const rollUp = (limit = 1_000, at = now): Promise<number> =>
  db.transaction(system, (trx) => rollUpSome(trx, county, at, limit));
const rollAllUp = (): Promise<void> =>
  figureRollUp(
    { db, clock: { ...realClock(), now: () => now }, places: { served: () => [{ county, name: '' }] } },
    () => false,
  )();
const addedUp = (): Promise<number> =>
  db.transaction(system, async (trx) => {
    const { n } = await trx
      .selectFrom('figure_case')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  });

/** A case is written as after a command, by this version of the program or by one that knows nothing of cells. */
async function change(at: number, to: Kept, older: boolean): Promise<void> {
  await db.transaction(system, async (trx) => {
    const { id } = await trx
      .selectFrom('case_file')
      .select('id')
      .orderBy('id')
      .offset(at)
      .limit(1)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('case_file')
      .set((eb) => ({
        version: eb('version', '+', 1),
        state: to.state ?? 'closed',
        category: to.category ?? '0102',
        area: to.area,
        scope_area: to.area,
        light: to.light ?? 'none',
        closed_at: to.closed === true ? new Date(now).toISOString() : null,
        facts: sql`facts || ${JSON.stringify(to.facts)}::jsonb`,
        ...(!older && { counted_version: null }),
      }))
      .where('id', '=', id)
      .execute();
    if (!older) await takeFromFigures(trx, county, id);
  });
}

describe('figures that are added up', () => {
  it('are what counting the raw rows says, before it, in the middle of it and after it', async () => {
    await keepCases(db, now, fc.sample(one, { numRuns: 300, seed: 20_261_123 }));
    await analyse();
    const raw = await ask(system);
    expect(raw.some((groups) => groups.length > 10)).toBe(true);
    expect(await rollUp(100)).toBe(100);
    expect(await ask(system)).toEqual(await askAnew(system));
    await rollAllUp();
    expect(await addedUp()).toBe(300);
    expect(await ask(system)).toEqual(raw);
    // It really was read from the cells.
    await db.transaction(system, (trx) => trx.updateTable('figure_cell').set({ cases: 7 }).execute());
    expect(await ask(system)).not.toEqual(await askAnew(system));
  });

  it('are so at other times too: what falls due turns, and turns back with the clock', async () => {
    await keepCases(db, now, fc.sample(one, { numRuns: 200, seed: 7 }));
    await rollAllUp();
    const open: readonly Question[] = [
      { filter: { areas: [county] }, by: { by: 'org' } },
      { filter: { areas: [county], from: '2026-03-10T09:00:00+08:00' }, by: undefined },
    ];
    const moments = [-4 * day, -day, -minute, -1, 0, 1, minute, 2 * minute, day, day + minute, 4 * day];
    const seen = new Set<string>();
    for (const at of moments.map((by) => now + by)) {
      const answers = await ask(system, open, at);
      seen.add(JSON.stringify(answers));
      expect(answers).toEqual(await askAnew(system, open, at));
    }
    expect(seen.size).toBeGreaterThan(8);
    // Added up at another time, all of it is of that time.
    const later = now + 2 * day;
    while ((await rollUp(50, later)) >= 50);
    expect(await addedUp()).toBe(200);
    expect(await ask(system, questions, later)).toEqual(await askAnew(system, questions, later));
    expect(await rollUp(50, later)).toBe(0);
    expect(await ask(system)).toEqual(await askAnew(system));
  });

  it('stay so whatever is changed between, in any order, whoever writes it', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ at: fc.nat(39), to: one, older: fc.constant(false) }) },
      { weight: 1, arbitrary: fc.record({ at: fc.nat(39), to: one, older: fc.constant(true) }) },
      { weight: 3, arbitrary: fc.record({ limit: fc.integer({ min: 1, max: 9 }) }) },
      { weight: 1, arbitrary: fc.record({ to: near }) },
    );
    const some = questions.filter((_, at) => at % 3 === 0);
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 40, maxLength: 40 }),
        fc.array(step, { maxLength: 40 }),
        fc.boolean(),
        async (cases, steps, mixed) => {
          await db.clear();
          await keepCases(db, now, cases);
          await rollAllUp();
          let at = now;
          let stale = false;
          for (const [number, next] of steps.entries()) {
            if ('limit' in next) await rollUp(next.limit, at);
            else if ('older' in next) await change(next.at, next.to, mixed && next.older);
            else at = next.to;
            // What an older version wrote beside this one is taken away when it is next added up.
            stale ||= mixed && 'older' in next && next.older;
            if (!stale && number % 8 === 0)
              expect(await ask(system, some, at)).toEqual(await askAnew(system, some, at));
          }
          await rollAllUp();
          expect(await ask(system, some, at)).toEqual(await askAnew(system, some, at));
          await db.transaction(system, (trx) => trx.updateTable('case_file').set({ counted_version: null }).execute());
          await db.transaction(system, (trx) => trx.updateTable('figure_case').set({ gone: true }).execute());
          await rollAllUp();
          expect(await ask(system, some)).toEqual(await askAnew(system, some));
        },
      ),
      { numRuns: 8, seed: 20_261_123, endOnFailure: true },
    );
  });

  it('show whoever asks only what lies in their areas, also after a case was moved out of them', async () => {
    await keepCases(db, now, fc.sample(one, { numRuns: 120, seed: 5 }));
    await rollAllUp();
    // As `figureAreas` has it, nobody asks for more than their areas.
    const asked = ['450802001', '450802001013', '450802002007'].map((area) => ({
      scope: { county, areas: [area] },
      questions: questions
        .filter(({ filter }, at) => filter.org === undefined && at % 2 === 0)
        .map(({ filter, by }) => ({ filter: { ...filter, areas: [area] }, by })),
    }));
    const agree = async () => {
      for (const { scope, questions: own } of asked) expect(await ask(scope, own)).toEqual(await askAnew(scope, own));
    };
    await agree();
    for (let at = 0; at < 40; at += 1) {
      await change(
        at,
        { area: at % 2 === 0 ? '450802002007003' : '450802001014', closed: at % 3 === 0, facts: {} },
        false,
      );
    }
    await agree();
    const seen = await db.transaction({ county, areas: ['450802001013'] }, (trx) =>
      trx.selectFrom('figure_cell').select('area').distinct().orderBy('area').execute(),
    );
    expect(seen).toEqual([{ area: '450802001013' }, { area: '450802001013001' }]);
    const none = await db.transaction({ county, orgs: [bodies[0] ?? ''] }, async (trx) => [
      ...(await trx.selectFrom('figure_cell').selectAll().execute()),
      ...(await trx.selectFrom('figure_case').selectAll().execute()),
    ]);
    expect(none).toEqual([]);
  });

  it('are changed by nobody but the program', async () => {
    await keepCases(db, now, [{ area: areas[1] ?? '', closed: true }]);
    await rollAllUp();
    const scope: Scope = { county, areas: [county] };
    const cells = () =>
      db.transaction(system, (trx) =>
        trx.selectFrom('figure_cell').selectAll().orderBy('view').orderBy('kind').execute(),
      );
    const before = await cells();
    expect(before.length).toBeGreaterThan(10);
    await db.transaction(scope, (trx) => trx.updateTable('figure_cell').set({ cases: 9 }).execute());
    await db.transaction(scope, (trx) => trx.updateTable('figure_case').set({ gone: true }).execute());
    await db.transaction(scope, (trx) => trx.deleteFrom('figure_case').execute());
    const [cell] = before;
    if (cell === undefined) throw new Error('no cell');
    const add = db.transaction(scope, (trx) =>
      trx
        .insertInto('figure_cell')
        .values({ ...cell, org: 'x' })
        .execute(),
    );
    await expect(add).rejects.toThrow(/row-level security/);
    expect(await cells()).toEqual(before);
    expect(await addedUp()).toBe(1);
  });

  it('added up by two servers at once count nothing twice', async () => {
    await keepCases(db, now, fc.sample(one, { numRuns: 200, seed: 6 }));
    const raw = await askAnew(system);
    await Promise.all([rollUp(60), rollUp(60), rollUp(200), rollUp(30)]);
    await rollAllUp();
    expect(await ask(system)).toEqual(raw);
  });
});

describe('a case that was added up', () => {
  const first = async () =>
    db.transaction(system, (trx) =>
      trx.selectFrom('figure_case').select(['light', 'key', 'orgs', 'gone']).executeTakeFirst(),
    );

  it('is counted anew when it is rated, and when the rules give it another light', async () => {
    const server = await openCases(db);
    try {
      const { id, followCode } = await server.report();
      for (const [who, command] of [
        ['jia', { type: 'accept' }],
        ['jia', { type: 'dispatch', lead: { kind: 'org', org: orgs.lighting } }],
        ['lighting', { type: 'acknowledge' }],
        ['lighting', { type: 'finish', note: '换了灯泡' }],
      ] as const)
        expect((await server.command(who, id, command)).statusCode).toBe(200);
      await rollUp();
      expect(await first()).toMatchObject({
        orgs: [orgs.lighting],
        gone: false,
        key: expect.stringMatching(/^handled /),
      });
      expect((await server.command('ding', id, { type: 'verify', pass: true })).statusCode).toBe(200);
      await rollUp();
      expect(await first()).toMatchObject({ orgs: [orgs.lighting], gone: false });
      const all: readonly Question[] = [{ filter: { areas: [county] }, by: { by: 'org' } }];
      const cells = await ask(system, all);
      expect(cells[0]).toHaveLength(1);

      const rate = { type: 'rate', answered: true, solved: 'no', satisfied: 'no' };
      expect((await server.call(undefined, 'POST', `/api/follow/${followCode}/commands`, rate)).statusCode).toBe(200);
      expect(await first()).toMatchObject({ gone: true });
      const rated = await ask(system, all);
      expect(rated).not.toEqual(cells);
      expect(rated).toEqual(await askAnew(system, all));
      await rollUp();
      expect(await first()).toMatchObject({ gone: false, key: expect.stringMatching(/ no no$/) });
      expect(await ask(system, all)).toEqual(rated);

      await db.transaction(system, (trx) => trx.updateTable('case_file').set({ light: 'yellow' }).execute());
      await rollUp();
      expect(await first()).toMatchObject({ light: 'yellow' });
      expect(await relight(server.deps, county, 'all')).toBe(1);
      expect(await first()).toMatchObject({ light: 'yellow', gone: true });
      expect(await ask(system, all)).toEqual(rated);
    } finally {
      await server.close();
    }
  });
});
