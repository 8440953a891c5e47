import { type Actor, defaultRoles } from '@gezhi/domain/access/index';
import type { Values } from '@gezhi/domain/sheets/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf, type Trx } from '../../database/index.ts';
import { openTestDatabase, type TestDatabase } from '../../database/testing.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../new-id.ts';
import type { SheetContext, SheetKind, SheetRow } from '../../sheets/index.ts';
import { testDeps } from '../../testing.ts';
import { categorySheet, cutAt, dutyListSheet, seedRules } from '../index.ts';

const county = '450802';
const community = '450802001013';
const grid = `${community}001`;
const now = Date.parse('2026-11-20T09:10+08:00');
const bureau = newId();

type Staff = Extract<Actor, { kind: 'staff' }>;
function actor(role: string, area: string): Staff {
  const permissions = defaultRoles.find(({ id }) => id === role)?.permissions ?? [];
  return { kind: 'staff', county, person: newId(), name: role, posts: [{ id: newId(), role, permissions, area }] };
}
const administrator = actor('administrator', county);
const clerk = actor('community-clerk', community);

let db: TestDatabase;
let deps: Deps;
let categories: SheetKind;
let dutyList: SheetKind;
beforeAll(async () => {
  db = await openTestDatabase();
  deps = await testDeps(db);
  await deps.clock.set(now, false);
  categories = categorySheet(deps);
  dutyList = dutyListSheet(deps);
  const at = new Date(now - 1_000).toISOString();
  await db.transaction({ county, system: true }, async (trx) => {
    await seedRules(trx, county, now - 1_000);
    await trx.insertInto('places_version').values({ county, version: 9 }).execute();
    for (const [code, kind, parent] of [
      [county, 'county', null],
      [community, 'community', county],
      [grid, 'grid', community],
    ] as const)
      await trx
        .insertInto('area')
        .values({ county, code, kind, name: code, parent, valid_from: at, version: 1, changed: 1 })
        .execute();
    await trx
      .insertInto('organisation')
      .values({
        county,
        id: bureau,
        code: 'CG',
        kind: 'department',
        name: '城管局',
        initials: 'cgj',
        area: county,
        version: 1,
        created_at: at,
      })
      .execute();
  });
});
afterAll(async () => {
  await deps.live.stop();
  await deps.clock.stop();
  await db.close();
});

function inContext<T>(work: (context: SheetContext) => Promise<T>, who = administrator): Promise<T> {
  return db.transaction(scopeOf(who, county), (trx: Trx) =>
    work({ county, actor: who, locale: 'zh-CN', trx, now: deps.clock.now(), inFile: () => undefined }),
  );
}
const lines = (rows: readonly Values[]) => rows.map((values, index) => ({ line: index + 2, values }));
const examine = (kind: SheetKind, rows: readonly Values[], who = administrator) =>
  inContext((context) => kind.examine(context, lines(rows)), who);

async function write(kind: SheetKind, rows: readonly Values[]): Promise<void> {
  await deps.clock.set(deps.clock.now() + 1_000, false);
  await inContext(async (context) => {
    const examined = await kind.examine(context, lines(rows));
    expect(examined.flatMap(({ faults }) => faults)).toEqual([]);
    await kind.write(
      context,
      lines(rows).map((row, index) => ({ row, was: examined[index]?.was })),
    );
  });
}

async function all(kind: SheetKind): Promise<readonly SheetRow[]> {
  return inContext(async (context) => {
    const rows: SheetRow[] = [];
    for await (const batch of kind.read(context, {})) rows.push(...batch);
    return rows;
  });
}
const version = (kind: 'categories' | 'dutyList') =>
  inContext(async ({ trx }) => (await cutAt(trx, county, deps.clock.now()))[kind].version);

async function comesBack(kind: SheetKind) {
  const rows = await all(kind);
  const again = await examine(
    kind,
    rows.map(({ values }) => values),
  );
  expect(again.map(({ faults, was }) => [faults, was?.values])).toEqual(rows.map(({ values }) => [[], values]));
}
const codes = (found: Awaited<ReturnType<typeof examine>>) =>
  found.map(({ faults }) => faults.map(({ column, code }) => `${column} ${code}`));

describe('categories as a sheet', () => {
  it('come back unchanged, change and grow by one version', async () => {
    await comesBack(categories);
    const [first] = await all(categories);
    const before = await version('categories');
    await write(categories, [
      { code: '99', nameZh: '其他事项', nameEn: null, retired: null },
      { code: '9901', nameZh: '新设事项', nameEn: 'New matter', retired: 'false' },
      { ...first?.values, nameZh: '改了的名称' },
    ]);
    expect(await version('categories')).toBe(before + 1);
    const rows = await all(categories);
    expect(rows.find(({ id }) => id === '9901')?.values).toMatchObject({ nameZh: '新设事项', nameEn: 'New matter' });
    expect(rows.find(({ id }) => id === first?.id)?.values['nameZh']).toBe('改了的名称');
    await comesBack(categories);
  });

  it('are refused where a parent is missing, and by whoever may not write rules', async () => {
    const orphan = { code: '9802', nameZh: '没有上级', nameEn: null, retired: null };
    expect(codes(await examine(categories, [orphan]))).toEqual([['code problem.rules.noParent']]);
    const [found] = await examine(categories, [{ code: '99', nameZh: '别的名字' }], clerk);
    expect(found?.faults).toMatchObject([{ code: 'problem.access.forbidden' }]);
  });
});

describe('the duty list as a sheet', () => {
  const row = {
    id: 'street-lights',
    category: '01020401',
    area: null,
    lead: '城管局',
    supporting: `${community}、${grid}`,
    setsUrgency: 'urgent',
    windowDays: 'workdays',
    windowFrom: '08:00',
    windowTo: '18:00',
  };

  it('takes rows with bodies by name, desks and grids by area, and comes back unchanged', async () => {
    const before = await version('dutyList');
    await write(dutyList, [row]);
    expect(await version('dutyList')).toBe(before + 1);
    const body = await inContext(async ({ trx }) => (await cutAt(trx, county, deps.clock.now())).dutyList.body);
    expect(body.rows).toEqual([
      {
        id: 'street-lights',
        category: '01020401',
        lead: { kind: 'org', org: bureau },
        supporting: [
          { kind: 'desk', area: community },
          { kind: 'grid', area: grid },
        ],
        setsUrgency: 'urgent',
        window: { days: 'workdays', from: 480, to: 1_080 },
      },
    ]);
    expect((await examine(dutyList, [row]))[0]?.was?.values).toMatchObject(row);
    await comesBack(dutyList);
  });

  it('names each cell that is wrong', async () => {
    expect(codes(await examine(dutyList, [{ ...row, lead: '没有这个局' }]))).toEqual([['lead sheet.fault.orgUnknown']]);
    expect(codes(await examine(dutyList, [{ ...row, windowFrom: '八点' }]))).toEqual([
      ['windowFrom rules.fault.clock'],
    ]);
    expect(codes(await examine(dutyList, [{ ...row, category: '77' }]))).toEqual([
      ['category problem.rules.unknownCategory'],
    ]);
    expect(codes(await examine(dutyList, [row, { ...row, id: 'other', area: '450803' }]))).toEqual([
      [],
      ['area problem.rules.unknownArea'],
    ]);
  });
});
