import { describe, expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openForEach, openOnce } from '../testing.ts';
import { auditCases } from './audit.ts';
import { foldDay } from './daily-roots.ts';
import { relight } from './relight.ts';
import { scanClocks } from './scan-clocks.ts';
import { county, openCases, orgs } from './testing.ts';

const db = openOnce(openTestDatabase);
const server = openForEach(async () => {
  await db.clear();
  return openCases(db);
});

const lighting = { kind: 'org', org: orgs.lighting };

async function upTo(state: 'accepted' | 'dispatched' | 'handling' | 'handled' | 'closed') {
  const { id, followCode } = await server.report({ contact: { phone: '13800138000', name: '李梅' } });
  const steps: [Parameters<typeof server.command>[0], object, string][] = [
    ['jia', { type: 'accept' }, 'accepted'],
    ['jia', { type: 'dispatch', lead: lighting }, 'dispatched'],
    ['lighting', { type: 'acknowledge' }, 'handling'],
    ['lighting', { type: 'finish', note: '换了灯泡' }, 'handled'],
    ['ding', { type: 'verify', pass: true }, 'closed'],
  ];
  for (const [who, command, reached] of steps) {
    const answer = await server.command(who, id, command);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json().state).toBe(reached);
    if (reached === state) break;
  }
  return { id, followCode };
}

describe('the loop', () => {
  test('a report goes from the resident to the desk, the body, the verifier and back to be rated', async () => {
    const { id, followCode } = await upTo('closed');
    const before = await server.call(undefined, 'GET', `/api/follow/${followCode}`);
    expect(before.json()).toMatchObject({
      state: 'closed',
      commands: expect.arrayContaining(['rate', 'askReopening']),
    });
    const rated = await server.call(undefined, 'POST', `/api/follow/${followCode}/commands`, {
      type: 'rate',
      answered: true,
      solved: 'yes',
      satisfied: 'very',
    });
    expect(rated.statusCode, rated.body).toBe(200);
    const view = (await server.call('jia', 'GET', `/api/cases/${id}`)).json();
    expect(view.light).toMatchObject({ light: 'green' });
    expect(view.reporter).toMatchObject({ kind: 'resident', phone: expect.stringContaining('****'), name: '李**' });
    expect(JSON.stringify(view)).not.toContain('13800138000');
    expect(view.history.map((line: { type: string }) => line.type)).toContain('verified');
  });

  test('the buttons are what the table allows, and nothing else is taken', async () => {
    const { id } = await upTo('dispatched');
    const desk = (await server.call('jia', 'GET', `/api/cases/${id}`)).json();
    expect(desk.commands).not.toContain('acknowledge');
    expect((await server.command('jia', id, { type: 'acknowledge' })).json()).toMatchObject({ code: 'case.notYours' });
    const body = (await server.call('lighting', 'GET', `/api/cases/${id}`)).json();
    expect(body.commands[0]).toBe('acknowledge');
    expect((await server.command('lighting', id, { type: 'verify', pass: true })).statusCode).toBe(409);
  });

  test('who handled or dispatched it may not verify it', async () => {
    const { id } = await upTo('handled');
    expect((await server.command('jia', id, { type: 'verify', pass: true })).json()).toMatchObject({
      code: 'case.ownWork',
    });
  });
});

describe('what is seen', () => {
  test('another community, another body and nobody see nothing of a case', async () => {
    const { id } = await upTo('handling');
    expect((await server.call('neighbour', 'GET', `/api/cases/${id}`)).statusCode).toBe(404);
    expect((await server.call('police', 'GET', `/api/cases/${id}`)).statusCode).toBe(404);
    expect((await server.call(undefined, 'GET', `/api/cases/${id}`)).statusCode).toBe(401);
    expect((await server.call('police', 'GET', '/api/cases')).json()).toMatchObject({ rows: [], total: 0 });
    expect((await server.call('lighting', 'GET', '/api/cases')).json()).toMatchObject({ total: 1 });
    expect((await server.command('neighbour', id, { type: 'accept' })).statusCode).toBe(404);
  });

  test('a complaint about the desk lands one level up and is not shown to it', async () => {
    const { id } = await server.report({ about: '450802001013' });
    expect((await server.call('jia', 'GET', `/api/cases/${id}`)).statusCode).toBe(404);
    const view = (await server.call('street', 'GET', `/api/cases/${id}`)).json();
    expect(view.desk.code).toBe('450802001');
    expect((await server.call(undefined, 'GET', '/api/public/cases')).json().rows).toEqual([]);
  });

  test('the public map shows an open case snapped and without words', async () => {
    await server.report();
    const [row] = (await server.call(undefined, 'GET', '/api/public/cases')).json().rows;
    expect(Object.keys(row).sort()).toEqual([
      'area',
      'category',
      'id',
      'number',
      'point',
      'reportedAt',
      'state',
      'supporters',
    ]);
    expect(row.point).not.toEqual([109.592, 23.105]);
  });
});

describe('bad input', () => {
  const nothingWritten = async () => expect((await server.call('county', 'GET', '/api/cases')).json().total).toBe(0);
  const cases: [string, object, number, string][] = [
    ['a point in no served place', { place: { point: [116.4, 39.9] } }, 409, 'case.notServed'],
    ['an unknown category', { category: '9999' }, 422, 'case.category.unknown'],
    ['an unknown area', { place: { area: '450802999999' } }, 409, 'case.unknownArea'],
    ['neither words nor photo', { description: '  ' }, 422, 'http.invalid'],
    ['a phone that is none', { contact: { phone: '12' } }, 422, 'contact.phone.invalid'],
    ['an unknown field', { secret: true }, 422, 'http.invalid'],
  ];
  test.each(cases)('%s is refused in Chinese and nothing is written', async (_name, more, status, code) => {
    const body = { description: '路灯不亮', place: { point: [109.592, 23.105] }, ...more };
    const answer = await server.call(undefined, 'POST', '/api/cases', body);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.json().detail ?? answer.json().title).toMatch(/[一-龥]/);
    await nothingWritten();
  });
});

describe('once, and not on an old version', () => {
  test('the same key and body give the same answer; another body is refused', async () => {
    const send = (description: string) =>
      server.call(
        undefined,
        'POST',
        '/api/cases',
        { description, place: { point: [109.592, 23.105] } },
        { 'idempotency-key': 'phone-1-report-1' },
      );
    const first = await send('路灯不亮');
    const again = await send('路灯不亮');
    expect(again.json()).toEqual(first.json());
    expect((await send('井盖缺失')).statusCode).toBe(422);
    expect((await server.call('county', 'GET', '/api/cases')).json().total).toBe(1);
  });

  test('a repeated command answers what it answered, whatever came after, and keeps a number of it', async () => {
    const { id } = await server.report();
    const etag = String((await server.call('jia', 'GET', `/api/cases/${id}`)).headers['etag']);
    const send = (more: object) =>
      server.call('jia', 'POST', `/api/cases/${id}/commands`, more, {
        'if-match': etag,
        'idempotency-key': 'once-1234',
      });
    const first = await send({ type: 'accept' });
    expect(first.json()).toMatchObject({ state: 'accepted' });
    await server.command('jia', id, { type: 'note', text: '看过了' });
    const again = await send({ type: 'accept' });
    expect(again.json()).toEqual(first.json());
    expect([again.headers['etag'], again.headers['idempotency-replayed']]).toEqual([first.headers['etag'], 'true']);
    expect((await send({ type: 'reject', reason: '重复' })).json().code).toBe('http.idempotencyKeyReused');
    const kept = await server.deps.db.transaction({ county: '450802', system: true }, (trx) =>
      trx.selectFrom('idempotency').select('answer').where('key', '=', 'once-1234').executeTakeFirstOrThrow(),
    );
    expect(kept.answer.length).toBeLessThan(100);
  });

  test('whoever lost sight of the case since is answered what they were answered', async () => {
    const { id } = await server.report();
    const send = () =>
      server.call(
        'jia',
        'POST',
        `/api/cases/${id}/commands`,
        { type: 'accept' },
        { 'if-match': '*', 'idempotency-key': 'moved-123' },
      );
    const first = await send();
    await db.asOwner((owner) =>
      owner.query("update case_file set scope_area = '450802002', party_areas = '{}' where id = $1", [id]),
    );
    expect((await server.call('jia', 'GET', `/api/cases/${id}`)).statusCode).toBe(404);
    expect((await send()).json()).toMatchObject({ id, state: 'accepted', version: first.json().version });
  });

  test('a stale version is refused with what changed', async () => {
    const { id } = await server.report();
    const etag = String((await server.call('jia', 'GET', `/api/cases/${id}`)).headers['etag']);
    await server.command('yi', id, { type: 'accept' });
    const late = await server.call(
      'jia',
      'POST',
      `/api/cases/${id}/commands`,
      { type: 'reject', reason: '重复' },
      { 'if-match': etag },
    );
    expect(late.statusCode).toBe(412);
    expect(late.json().errors).toEqual([expect.objectContaining({ path: 'accepted' })]);
  });
});

describe('clocks', () => {
  test('a server whose clock is a little behind goes on from the last record; a clock far behind is refused', async () => {
    const { id } = await server.report();
    await server.setTime('2026-11-20T09:30:00');
    await server.command('jia', id, { type: 'accept' });
    await server.setTime('2026-11-20T09:29:20');
    const behind = (await server.command('jia', id, { type: 'note', text: '看过了' })).json();
    expect(behind.history.at(-1)).toMatchObject({ type: 'noted', at: '2026-11-20T01:30:00.000Z' });
    await server.setTime('2026-11-20T09:20:00');
    expect((await server.command('jia', id, { type: 'note', text: '再看' })).json().code).toBe('case.timeBackwards');
  });

  test('a clock that ended turns the case red, orders supervision at its due time, and does so once', async () => {
    const { id } = await server.report();
    await server.setTime('2026-11-20T14:00:00');
    await scanClocks(server.deps);
    const view = (await server.call('jia', 'GET', `/api/cases/${id}`)).json();
    expect(view.light).toMatchObject({ light: 'red', reasons: ['overdue'] });
    expect(view.history.filter((line: { type: string }) => line.type === 'clockEnded')).toHaveLength(1);
    expect(view.orders).toEqual([expect.objectContaining({ orderedAt: '2026-11-20T03:10:00.000Z' })]);
  });

  test('two servers scanning at once end a clock once', async () => {
    const { id } = await server.report();
    await server.deps.clock.set(Date.parse('2026-11-20T14:00+08:00'), false);
    await Promise.all([scanClocks(server.deps), scanClocks(server.deps), scanClocks(server.deps)]);
    const { history } = (await server.call('jia', 'GET', `/api/cases/${id}`)).json();
    expect(history.filter((line: { type: string }) => line.type === 'clockEnded')).toHaveLength(1);
  });
});

describe('lights kept for the lists', () => {
  const lit = async (colour: string): Promise<number> =>
    (await server.call('jia', 'GET', `/api/cases?light=${colour}`)).json().total;

  test('follow rules that changed, and are left alone otherwise', async () => {
    await server.report();
    expect([await lit('yellow'), await lit('green'), await relight(server.deps, county, 'all')]).toEqual([1, 0, 0]);
    const rules = async (code: string, at: number) => {
      const given = await server.deps.rules(code, at);
      return { ...given, light: { ...given.light, rows: [{ when: 'open', light: 'green' }] as const } };
    };
    expect(await relight({ ...server.deps, rules }, county, 'open')).toBe(1);
    expect([await lit('yellow'), await lit('green')]).toEqual([0, 1]);
  });
});

describe('lists', () => {
  test('search finds by words, by pinyin initials and by number', async () => {
    const { number } = await server.report({ description: '小区门口路灯不亮三天了' });
    await server.report({ description: '楼道里堆满杂物', category: '01021201' });
    const total = async (q: string) =>
      (await server.call('jia', 'GET', `/api/cases?q=${encodeURIComponent(q)}`)).json().total;
    expect([
      await total('路灯'),
      await total('ldbl'),
      await total(number),
      await total(number.split('-')[1] ?? ''),
      await total('杂物'),
      await total('井盖'),
      // Signs alone are in no case; nothing typed is no search.
      await total('%'),
      await total('  '),
    ]).toEqual([1, 1, 1, 1, 1, 0, 0, 2]);
  });

  test('what somebody owes holds what waits for their judgement, also on a case that is closed', async () => {
    const mine = async (who: Parameters<typeof server.call>[0]): Promise<string[]> =>
      (await server.call(who, 'GET', '/api/cases?mine=true')).json().rows.map((row: { id: string }) => row.id);
    const open = await upTo('handling');
    const over = await upTo('closed');
    expect(await mine('county')).toEqual([]);
    expect(await mine('lighting')).toContain(open.id);
    const asked = await server.command('lighting', open.id, { type: 'askExtension', amount: 9, reason: '等配件' });
    expect(asked.statusCode, asked.body).toBe(200);
    expect(await mine('county')).toEqual([open.id]);

    await server.call(undefined, 'POST', `/api/follow/${over.followCode}/commands`, {
      type: 'askReopening',
      reason: '又不亮了',
    });
    expect(await mine('street')).toEqual([over.id]);
    const view = (await server.call('street', 'GET', `/api/cases/${over.id}`)).json();
    expect(view).toMatchObject({ state: 'closed', next: { stage: 'judge', owner: { kind: 'desk', id: '450802001' } } });
  });

  test('pages by keyset hold every case once, in order of time left', async () => {
    for (let index = 0; index < 7; index += 1)
      await server.report({ description: `第${index}件`, ...(index % 2 === 0 && {}) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = (
        await server.call('jia', 'GET', `/api/cases?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      ).json();
      seen.push(...page.rows.map((row: { id: string }) => row.id));
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
  });

  test('as a sheet with Chinese headings', async () => {
    await server.report();
    const sheet = await server.call('jia', 'GET', '/api/cases?format=csv');
    expect(sheet.headers['content-type']).toContain('text/csv');
    expect(sheet.body).toContain('编号');
    expect(sheet.body).toContain('路灯不亮');
  });
});

describe('together', () => {
  test('merge and un-merge keep both histories and move the clock', async () => {
    const first = await server.report();
    const second = await server.report({ description: '还是这盏灯' });
    const merged = await server.command('jia', second.id, { type: 'merge', into: first.id });
    expect(merged.json()).toMatchObject({ state: 'merged', mergedInto: { id: first.id, number: first.number } });
    await server.setTime('2026-11-20T09:40:00');
    const apart = await server.command('jia', second.id, { type: 'unmerge', reason: '另一栋楼' });
    expect(apart.json()).toMatchObject({ state: 'reported', next: { clock: { dueAt: '2026-11-20T03:40:00.000Z' } } });
    const other = (await server.call('jia', 'GET', `/api/cases/${first.id}`)).json();
    expect(other.history.map((line: { type: string }) => line.type)).toEqual(
      expect.arrayContaining(['mergedIn', 'unmergedFrom']),
    );
  });

  test('a split parent closes with its last child', async () => {
    const { id } = await upTo('handling');
    const children = [1, 2].map((part) => ({ description: `第${part}部分`, category: '01020401' }));
    const split = await server.command('jia', id, { type: 'split', reason: '两件事', children });
    expect(split.statusCode, split.body).toBe(200);
    for (const child of split.json().children)
      await server.command('jia', child.id, { type: 'reject', reason: '已办' });
    expect((await server.call('jia', 'GET', `/api/cases/${id}`)).json().state).toBe('closed');
  });

  test('me too counts once a device', async () => {
    const { id } = await server.report();
    const said = () => server.call(undefined, 'POST', `/api/cases/${id}/support`, { device: 'device-0001' });
    expect((await said()).json()).toEqual({ supporters: 1, counted: true });
    expect((await said()).statusCode).toBe(409);
  });
});

describe('history that can be trusted', () => {
  test('a day folds into one hash, the same again, and a rewritten day shows', async () => {
    await upTo('closed');
    const made = await foldDay(server.deps, county, '2026-11-20');
    expect(made).toMatchObject({ cases: 1, agrees: true });
    expect(await foldDay(server.deps, county, '2026-11-20')).toEqual(made);
    await db.asOwner((owner) =>
      owner.query("update case_event set hash = 'rewritten' where seq = (select max(seq) from case_event)", []),
    );
    expect(await foldDay(server.deps, county, '2026-11-20')).toMatchObject({ root: made.root, agrees: false });
  });

  test('every chain verifies, and a changed event, projection or missing event is named', async () => {
    const { id } = await upTo('closed');
    expect(await auditCases(server.deps, [county])).toMatchObject({ cases: 1, broken: [] });
    await db.asOwner((owner) =>
      owner.query(
        "update case_event set event = jsonb_set(event, '{note}', '\"假的\"') where type = 'workOrderFinished'",
        [],
      ),
    );
    expect((await auditCases(server.deps, [county])).broken).toEqual([
      expect.objectContaining({ caseId: id, reason: 'hash' }),
    ]);
  });
});
