import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openForEach, openOnce } from '../testing.ts';
import { mostCounted } from './list-store.ts';
import { openCases, orgs, staff } from './testing.ts';

const db = openOnce(openTestDatabase);
const server = openForEach(async () => {
  await db.clear();
  return openCases(db);
});

/** Ids that the list and the map give for the same filters. */
async function both(filters: string): Promise<{ readonly list: string[]; readonly map: string[] }> {
  const list = (await server.call('jia', 'GET', `/api/cases?${filters}`)).json();
  const map = (await server.call('jia', 'GET', `/api/cases/map?${filters}`)).json();
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
  expect(list.total).toBe(map.total);
  return { list: ids(list.rows), map: ids(map.points) };
}

/** So many copies of a case, each reported a second before the other, ids from `begin` on; found by its words or not. */
async function copy(id: string, many: number, begin: number, words = false): Promise<void> {
  const copied = `'01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0')`;
  const copies = `generate_series(${begin}, ${begin + many - 1}) n`;
  await db.asOwner(async (owner) => {
    const columns = (await owner.query(
      "select attname as name from pg_attribute where attrelid = 'case_file'::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    )) as { name: string }[];
    const others = columns.map(({ name }) => name).filter((name) => !['id', 'number', 'reported_at'].includes(name));
    await owner.query(
      `insert into case_file (id, number, reported_at, ${others.join(', ')})
       select ${copied}, number || '-' || n, reported_at - n * interval '1 second', ${others.join(', ')} from case_file, ${copies} where id = $1`,
      [id],
    );
    if (!words) return;
    await owner.query(
      `insert into case_word (county, case_id, area, word) select county, ${copied}, area, word from case_word, ${copies} where case_id = $1`,
      [id],
    );
  });
}

test('the rows behind a rate are the same on the list and on the map', async () => {
  const first = await server.report({});
  const second = await server.report({});
  await server.command('jia', second.id, { type: 'accept' });
  await server.command('jia', second.id, { type: 'assignToDesk' });
  const assigned = await both('rate=handBack&part=denominator');
  expect(assigned).toEqual({ list: [second.id], map: [second.id] });
  expect(await both('rate=completion&part=denominator')).toEqual({
    list: [first.id, second.id].sort(),
    map: [first.id, second.id].sort(),
  });
});

test('behind a rate that counts nothing yet stand no rows', async () => {
  await server.report({});
  expect(await both('rate=handBack&part=numerator')).toEqual({ list: [], map: [] });
});

test('an area itself is less than the area with all below it', async () => {
  const { id } = await server.report({});
  const { area } = (await server.call('jia', 'GET', `/api/cases/${id}`)).json();
  const community = area.code.slice(0, 12);
  expect((await both(`area=${community}`)).list).toEqual([id]);
  expect((await both(`area=${community}&itself=area`)).list).toEqual(area.code === community ? [id] : []);
  expect((await both(`area=${area.code}&itself=area`)).list).toEqual([id]);
});

test('a corrected case is found by its new words and no more by its old ones', async () => {
  const { id } = await server.report({ description: '路灯不亮', category: '01020401' });
  await server.command('jia', id, { type: 'accept' });
  const corrected = await server.command('jia', id, { type: 'correct', category: '01021201', reason: '看错了' });
  expect(corrected.statusCode, corrected.body).toBe(200);
  const found = async (q: string) => (await both(`q=${encodeURIComponent(q)}`)).list;
  expect([await found('路灯不亮'), await found('楼道')]).toEqual([[id], [id]]);
  const words = await db.asOwner((owner) =>
    owner.query("select count(*)::int as n from case_word where word like '楼道%' and case_id = $1", [id]),
  );
  expect(words).toEqual([{ n: 1 }]);
  const back = await server.command('jia', id, { type: 'correct', category: '01020401', reason: '又看错了' });
  expect(back.statusCode, back.body).toBe(200);
  expect(await found('楼道')).toEqual([]);
});

test('of more cases than are counted the list says so, and the map draws the newest', async () => {
  const { id } = await server.report({});
  await copy(id, mostCounted, 1);
  const list = (await server.call('jia', 'GET', '/api/cases?limit=1')).json();
  expect(list).toMatchObject({ total: mostCounted, more: true });
  const map = (await server.call('jia', 'GET', '/api/cases/map')).json();
  expect([map.total, map.more, map.points.length + map.withoutPlace]).toEqual([mostCounted, true, mostCounted]);
  const few = (await server.call('jia', 'GET', `/api/cases?ids=${id}`)).json();
  expect(few.total).toBe(1);
  expect(few.more).toBeUndefined();
});

test('cases with frequent words are all found, in order and once, wherever in the list they stand', async () => {
  const lamp = await server.report({ description: '东门不亮', category: '01020401' });
  const pipe = await server.report({ description: '西门水管漏水，在路灯旁', category: '01021201' });
  // Newest first: a thousand pipes, six hundred lamps, forty pipes more.
  await copy(pipe.id, 1000, 1, true);
  await copy(lamp.id, 600, 5001, true);
  await copy(pipe.id, 40, 9001, true);
  const first = async (q: string, sort = 'newest') =>
    (await server.call('jia', 'GET', `/api/cases?limit=20&sort=${sort}&q=${encodeURIComponent(q)}`)).json();
  expect(await first('水管')).toMatchObject({ total: 1000, more: true });
  expect(await first('东门')).toMatchObject({ total: 601 });
  expect((await first('东门')).more).toBeUndefined();
  expect(await first('东门', 'due')).toMatchObject({ total: 601 });
  expect(await first('东门 路灯')).toMatchObject({ total: 601 });
  expect(await first('东门 水管')).toMatchObject({ total: 0, rows: [] });
  const all = async (q: string, limit: number): Promise<number> => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const path = `/api/cases?sort=newest&limit=${limit}&q=${encodeURIComponent(q)}${more}`;
      const page = (await server.call('jia', 'GET', path)).json();
      seen.push(...page.rows.map((row: { reportedAt: string }) => row.reportedAt));
      cursor = page.next;
    } while (cursor !== undefined && seen.length < 2000);
    expect(seen).toEqual(seen.toSorted().toReversed());
    return seen.length;
  };
  expect([await all('水管', 100), await all('东门', 100), await all('dmbl', 50)]).toEqual([1041, 601, 601]);
  expect([await all('西门 漏', 200), await all('路灯', 200)]).toEqual([1041, 1642]);
  // Those filed under the name of before are found by it as before, though nothing but the index knows.
  await db.asOwner((owner) =>
    owner.query(`
      insert into rule_set (county, kind, version, id, valid_from, body, note, created_at)
      select county, kind, version + 1, 'renamed', valid_from + interval '1 day', replace(body::text, '"路灯不亮"', '"照明故障"')::jsonb, note, created_at
      from rule_set where kind = 'categories' order by version desc limit 1`),
  );
  await expect.poll(async () => (await first('东门')).rows[0].category.name, { timeout: 5_000 }).toBe('照明故障');
  expect(await all('路灯', 200)).toBe(1642);
});

test('by due time every case comes once however small the pages, those without one last', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push((await server.report({})).id);
  const [late = '', later = '', ...undated] = ids.sort().toReversed();
  await db.asOwner(async (owner) => {
    await owner.query("update case_file set due_at = '2020-01-01T00:00:00Z' where id = $1", [late]);
    await owner.query("update case_file set due_at = '2099-01-01T00:00:00Z' where id = $1", [later]);
    await owner.query('update case_file set due_at = null where id = any($1)', [undated]);
  });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await server.call('jia', 'GET', `/api/cases?sort=due&limit=1${more}`)).json();
    seen.push(...page.rows.map(({ id }: { id: string }) => id));
    cursor = page.next;
  } while (cursor !== undefined && seen.length < 10);
  expect(seen).toEqual([late, later, ...undated.toSorted()]);
  expect((await both('overdue=true')).list).toEqual([late]);
  expect((await both('overdue=false')).list).toEqual([later, ...undated].sort());
});

test('a summoned body reads first that it is to report in, others what the matter is due', async () => {
  const { id } = await server.report({});
  await server.command('jia', id, { type: 'accept' });
  const bodies = [orgs.lighting, orgs.police].map((org) => ({ kind: 'org', org }));
  const summoned = await server.command('jia', id, { type: 'summon', bodies, summonsKind: 'joint', reason: '一起看' });
  expect(summoned.statusCode, summoned.body).toBe(200);
  const next = async (who: 'police' | 'jia') =>
    (await server.call(who, 'GET', '/api/cases')).json().rows.map((row: { next: object }) => row.next)[0];
  expect(await next('police')).toMatchObject({ stage: 'reportIn', owner: { id: orgs.police } });
  expect((await next('jia')).stage).not.toBe('reportIn');
});

test('a department finds what it works on by any of its words, and nothing else', async () => {
  const { id } = await server.report({ description: '东门路灯不亮' });
  await server.report({ description: '西门路灯不亮' });
  await server.command('jia', id, { type: 'accept' });
  await server.command('jia', id, { type: 'dispatch', lead: { kind: 'org', org: orgs.lighting } });
  const found = async (who: 'lighting' | 'police' | 'jia', q: string) =>
    (await server.call(who, 'GET', `/api/cases?q=${encodeURIComponent(q)}`))
      .json()
      .rows.map((row: { id: string }) => row.id);
  expect(await found('lighting', '路灯')).toEqual([id]);
  expect(await found('lighting', '东门 不亮')).toEqual([id]);
  expect(await found('lighting', '西门')).toEqual([]);
  expect(await found('police', '路灯')).toEqual([]);
  expect(await found('jia', '路灯')).toHaveLength(2);
  expect(await found('jia', '东门 西门')).toEqual([]);
});

test('whoever stands for an area is listed all that they may see: by place, by a body of theirs, by their own report', async () => {
  const own = await server.report({});
  const elsewhere = [await server.report({}), await server.report({}), await server.report({})] as const;
  const [summoned, reported, foreign] = elsewhere;
  const me = staff.jia.kind === 'staff' ? staff.jia.person : '';
  await db.asOwner(async (owner) => {
    await owner.query(
      "update case_file set scope_area = '450802002001003', party_areas = '{450802002001}' where id = any($1)",
      [elsewhere.map(({ id }) => id)],
    );
    await owner.query("update case_file set party_areas = '{450802002001,450802001013}' where id = $1", [summoned.id]);
    await owner.query('update case_file set reporter_person = $1 where id = $2', [me, reported.id]);
  });
  const seen = [own.id, summoned.id, reported.id].sort();
  expect(await both('')).toEqual({ list: seen, map: seen });
  expect(await both('open=true&sort=newest')).toEqual({ list: seen, map: seen });
  expect((await server.call('jia', 'GET', `/api/cases/${foreign.id}`)).statusCode).toBe(404);
  expect((await server.call('neighbour', 'GET', '/api/cases')).json().rows).toEqual([]);
  expect((await server.call('county', 'GET', '/api/cases')).json().total).toBe(4);
});
