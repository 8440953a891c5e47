import type { Values } from '@gezhi/domain/sheets/index';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Trx } from '../database/index.ts';
import { scopeOf } from '../database/index.ts';
import type { SheetContext, SheetKind, SheetRow } from '../sheets/index.ts';
import { openOnce } from '../testing.ts';
import { registerSheetKinds } from './index.ts';
import { actors, community, county, grid, microgrid, openRegisters, otherCommunity } from './testing.ts';

const at = openOnce(openRegisters);
beforeAll(async () => {
  kinds = registerSheetKinds({ isArea: (code) => code.startsWith(county), keys: at.deps.keys });
  const li = await at.person('李小明', community);
  await at.post(li.id, 'anchor-household-head', grid);
  await at.person('张三', community);
  await at.person('张三', grid);
  await at.organisation('区税务局');
});

let kinds: readonly SheetKind[];
function kindOf(code: string): SheetKind {
  const found = kinds.find((kind) => kind.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

function inContext<T>(work: (context: SheetContext) => Promise<T>, actor = actors.clerk): Promise<T> {
  if (actor.kind !== 'staff') throw new Error('staff only');
  return at.db.transaction(scopeOf(actor, county), (trx: Trx) =>
    work({ county, actor, locale: 'zh-CN', trx, now: at.deps.clock.now(), inFile: () => undefined }),
  );
}

const lines = (rows: readonly Values[]) => rows.map((values, index) => ({ line: index + 2, values }));
const examine = (kind: SheetKind, rows: readonly Values[]) =>
  inContext((context) => kind.examine(context, lines(rows)));

async function write(kind: SheetKind, rows: readonly Values[]) {
  return inContext(async (context) => {
    const examined = await kind.examine(context, lines(rows));
    expect(examined.flatMap(({ faults }) => faults)).toEqual([]);
    await kind.write(
      context,
      lines(rows).map((row, index) => ({ row, was: examined[index]?.was })),
    );
    return examined.map(({ was }) => was !== undefined);
  });
}

async function all(kind: SheetKind): Promise<readonly SheetRow[]> {
  return inContext(async (context) => {
    const rows: SheetRow[] = [];
    for await (const batch of kind.read(context, { under: community })) rows.push(...batch);
    return rows;
  });
}

/** What is exported and sent back changes nothing. */
async function comesBack(kind: SheetKind) {
  const rows = await all(kind);
  expect(rows.length).toBeGreaterThan(0);
  const again = await examine(
    kind,
    rows.map(({ values }) => values),
  );
  expect(again.map(({ faults, was }) => [faults, was?.values])).toEqual(rows.map(({ values }) => [[], values]));
}

describe('registers as sheets', () => {
  it('take pairings, tell them again, and come back unchanged', async () => {
    const kind = kindOf('pairing');
    const row = {
      area: community,
      org: '区税务局',
      how: 'sponsor',
      duties: '每季度报到',
      to: '2027-01-01T00:00:00.000Z',
    };
    expect(await write(kind, [row])).toEqual([false]);
    expect(await write(kind, [{ ...row, duties: '每月报到' }])).toEqual([true]);
    expect(await all(kind)).toMatchObject([{ version: '2', values: { org: '区税务局', duties: '每月报到' } }]);
    await comesBack(kind);
  });

  it('name each cell that is wrong', async () => {
    const training = { area: community, person: '李小明', occasion: 'drill', course: '防汛演练', hours: 4 };
    const found = await examine(kindOf('training'), [
      training,
      { ...training, person: '没有此人' },
      { ...training, person: '张三' },
      { ...training, area: '110000' },
      { ...training, area: otherCommunity },
      { ...training, from: '2026-11-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' },
    ]);
    expect(found.map(({ faults }) => faults.map(({ column, code }) => `${column} ${code}`))).toEqual([
      [],
      ['person problem.person.unknown'],
      ['person registers.fault.several'],
      ['area sheet.fault.areaUnknown'],
      ['area sheet.fault.areaForbidden'],
      ['to problem.register.endsBeforeItBegins'],
    ]);
  });

  it('take anchor households, then households that stand under them, and responsibilities by address', async () => {
    await write(kindOf('anchorHousehold'), [{ area: grid, person: '李小明', name: '和谐中心户' }]);
    const homes = kindOf('households');
    const rows = [
      { area: microgrid, address: '荷塘苑 １栋 101', anchor: '和谐中心户', moved: null },
      { area: microgrid, address: '荷塘苑1栋102', anchor: null, moved: null },
    ];
    expect(await write(homes, rows)).toEqual([false, false]);
    expect(await write(homes, rows)).toEqual([true, true]);
    await write(homes, [{ area: microgrid, address: '荷塘苑1栋102', moved: '2026-11-01T00:00:00.000Z' }]);
    expect((await all(homes)).map(({ values }) => [values['address'], values['anchor'], values['moved']])).toEqual([
      ['荷塘苑1栋101', '和谐中心户', null],
      ['荷塘苑1栋102', null, '2026-11-01T00:00:00.000Z'],
    ]);
    await comesBack(homes);
    const [unknown] = await examine(homes, [{ area: microgrid, address: 'x', anchor: '没有' }]);
    expect(unknown?.faults).toMatchObject([{ column: 'anchor', code: 'problem.anchor.unknown' }]);
    const duty = { area: grid, person: '李小明', household: '荷塘苑1栋101', scheme: 'households', rank: 'first' };
    await write(kindOf('responsibility'), [duty]);
    await comesBack(kindOf('responsibility'));
    await comesBack(kindOf('anchorHousehold'));
  });

  it('keep the head of an anchor household to those who hold the post, and who leaves to those who hold none', async () => {
    await at.person('王五', community);
    const [head] = await examine(kindOf('anchorHousehold'), [{ area: grid, person: '王五', name: '别户' }]);
    expect(head?.faults).toMatchObject([{ column: 'person', code: 'problem.register.notHead' }]);
    const leaving = [
      { area: community, person: '李小明', reason: 'resigned' },
      { area: community, person: '王五', reason: 'resigned' },
    ];
    const found = await inContext((context) => kindOf('exit').examine(context, lines(leaving)), actors.administrator);
    expect(found.map(({ faults }) => faults.map(({ code }) => code))).toEqual([
      ['problem.register.exit.holdsPost'],
      [],
    ]);
  });

  it('take groups, and leave their robots alone', async () => {
    const kind = kindOf('groups');
    const row = { area: community, name: '业主群', platform: '微信', covers: `${grid}、${microgrid}` };
    expect(await write(kind, [row])).toEqual([false]);
    expect(await write(kind, [row])).toEqual([true]);
    await comesBack(kind);
  });

  it('keep confidential ones to those who edit people', async () => {
    const kind = kindOf('appraisal');
    const row = { area: community, person: '李小明', period: '2026', note: '踏实' };
    const [refused] = await examine(kind, [row]);
    expect(refused?.faults).toMatchObject([{ code: 'sheet.fault.areaForbidden' }]);
    const [taken] = await inContext((context) => kind.examine(context, lines([row])), actors.administrator);
    expect(taken?.faults).toEqual([]);
  });

  it('take service places with hours and rooms, and change them', async () => {
    const kind = kindOf('servicePlaces');
    const row = {
      area: community,
      kind: 'serviceCentre',
      name: '荷城社区党群服务中心',
      hours: '1-5 08:00-12:00；6 09:00-11:00',
      rooms: '多功能厅（40）、调解室',
      longitude: 109.6,
      latitude: 23.1,
    };
    expect(await write(kind, [row])).toEqual([false]);
    const [there] = await all(kind);
    expect(there?.values).toMatchObject({
      hours: '1-5 08:00-12:00; 6 09:00-11:00',
      rooms: '多功能厅(40); 调解室',
      phone: null,
    });
    const [same] = await examine(kind, [row]);
    expect(same?.was?.values).toMatchObject(row);
    expect(await write(kind, [{ ...row, rooms: '多功能厅(60); 阅览室', phone: '0775-4561234' }])).toEqual([true]);
    expect((await all(kind))[0]?.values).toMatchObject({ rooms: '多功能厅(60); 阅览室', phone: '0775-4561234' });
    await write(kind, [{ area: community, name: row.name, rooms: null }]);
    expect((await all(kind))[0]?.values).toMatchObject({ rooms: '多功能厅(60); 阅览室' });
    await comesBack(kind);
    const found = await examine(kind, [
      { ...row, hours: '周一 8:00' },
      { ...row, hours: '1 08:00-12:00; 1 09:00-10:00' },
      { ...row, rooms: '厅; 厅' },
      { ...row, latitude: null },
      { ...row, area: otherCommunity },
    ]);
    expect(found.map(({ faults }) => faults.map(({ column, code }) => `${column} ${code}`))).toEqual([
      ['hours registers.fault.hours'],
      ['hours problem.servicePlace.hours.invalid'],
      ['rooms registers.fault.rooms'],
      ['latitude registers.fault.point'],
      ['area sheet.fault.areaForbidden'],
    ]);
  });

  it('take records of care with consent and purpose, give them out masked, and double nobody', async () => {
    const kind = kindOf('care');
    const row = {
      kind: 'livingAlone',
      area: grid,
      name: '王大爷',
      phone: '13877510001',
      address: '荷塘苑1栋101',
      basis: 'consent',
      basisNote: '2026-11 同意书',
      purpose: '每周走访',
      expires: '2027-06-01T00:00:00.000Z',
    };
    expect(await write(kind, [row])).toEqual([false]);
    const [out] = await all(kind);
    expect(out?.values).toMatchObject({ name: '王**', phone: '138****0001', address: null, note: null });
    expect(JSON.stringify(out)).not.toMatch(/王大爷|13877510001|荷塘苑/);
    expect(await write(kind, [row])).toEqual([true]);
    expect(await all(kind)).toHaveLength(1);
    await comesBack(kind);
    const id = out?.values['id'] ?? '';
    expect(await write(kind, [{ ...out?.values, id, purpose: '每日问候' }])).toEqual([true]);
    expect((await all(kind))[0]?.values).toMatchObject({ purpose: '每日问候', name: '王**' });
    const found = await examine(kind, [
      { ...row, name: '李**' },
      { ...row, name: '李奶奶', purpose: '信访稳控' },
      { ...row, name: '李奶奶', expires: '2026-01-01T00:00:00.000Z' },
      { ...row, name: '李奶奶', expires: '2039-01-01T00:00:00.000Z' },
      { ...out?.values, id, name: '赵大爷' },
      { ...row, area: otherCommunity },
    ]);
    expect(found.map(({ faults }) => faults.map(({ column, code }) => `${column} ${code}`))).toEqual([
      ['name registers.fault.masked'],
      ['purpose problem.care.kind.marksPersons.invalid'],
      ['expires problem.care.expired.invalid'],
      ['expires problem.care.tooLong.invalid'],
      ['name registers.fault.careFixed'],
      ['area sheet.fault.areaForbidden'],
    ]);
  });

  it('give care to nobody without the right to it, the administrator included', async () => {
    const rows = await inContext(async (context) => {
      const read: SheetRow[] = [];
      for await (const batch of kindOf('care').read(context, {})) read.push(...batch);
      return read;
    }, actors.administrator);
    expect(rows).toEqual([]);
    expect(kindOf('care')).toMatchObject({ secret: true, permission: { read: 'care.read', write: 'care.edit' } });
  });

  it('have a column for every field that can be typed', () => {
    expect(kinds.map(({ code }) => code)).toContain('serviceHours');
    for (const kind of kinds) expect(new Set(kind.columns.map(({ key }) => key)).size).toBe(kind.columns.length);
  });
});
