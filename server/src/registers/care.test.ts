import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { forgetExpiredCare } from './index.ts';
import { actors, community, county, grid, type Name, openRegisters, otherCommunity } from './testing.ts';

const at = openOnce(openRegisters);

const record = (name: string, more: object = {}) => ({
  kind: 'livingAlone',
  area: grid,
  name,
  phone: '13800012345',
  address: '荷塘苑3栋101',
  note: '腿脚不便，钥匙在邻居处',
  basis: 'consent',
  basisNote: '2026-11-01 本人签字',
  purpose: '每周上门看望',
  expires: '2027-11-01T00:00:00+08:00',
  ...more,
});
const list = async (who: Name, query = '') => (await at.call(who, 'GET', `/api/care${query}`)).body.rows;
const secrets = ['王大爷', '13800012345', '荷塘苑3栋101', '腿脚不便'];

describe('a record of care', () => {
  it('is sealed in the database and masked in lists', async () => {
    const { id } = await at.made('/api/care', record('王大爷'));
    const seen = await at.call('worker', 'GET', '/api/care');
    expect(seen.body.rows).toMatchObject([{ id, name: '王**', phone: '138****2345', kindName: { zh: '独居老人' } }]);
    const sheet = await at.call('worker', 'GET', '/api/care?format=csv');
    const rows = await at.db.asOwner((owner) => owner.query('select row_to_json(r)::text as line from care_record r'));
    const kept = rows.map((row) => String(row['line'])).join();
    for (const secret of secrets) {
      expect(seen.text).not.toContain(secret);
      expect(sheet.text).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
  });

  it('needs consent or law, a purpose, an end, and a kind that marks nobody', async () => {
    for (const wrong of [
      { basis: 'hearsay' },
      { purpose: ' ' },
      { basisNote: '' },
      { expires: undefined },
      { ethnicity: 'x' },
    ])
      expect((await at.call('clerk', 'POST', '/api/care', record('李', wrong))).status).toBe(422);
    expect(
      (await at.call('clerk', 'POST', '/api/care', record('李', { expires: '2026-11-01T00:00:00Z' }))).body,
    ).toMatchObject({
      code: 'care.expired.invalid',
    });
    expect(
      (await at.call('clerk', 'POST', '/api/care', record('李', { expires: '2036-11-01T00:00:00Z' }))).body,
    ).toMatchObject({
      code: 'care.tooLong.invalid',
    });
    expect((await at.call('clerk', 'POST', '/api/care', record('李', { kind: 'petitioner' }))).body).toMatchObject({
      code: 'care.kind.unknown',
    });
    expect((await at.call('worker', 'POST', '/api/care', record('李'))).status).toBe(403);
    expect((await at.call('otherClerk', 'POST', '/api/care', record('李'))).body).toMatchObject({
      code: 'register.forbidden',
    });
  });

  it('is opened by the right to care alone, not by a post in the area', async () => {
    const { id } = await at.made('/api/care', record('赵婆婆'));
    expect((await at.call('microChief', 'GET', '/api/care')).status).toBe(403);
    expect((await at.call('administrator', 'GET', `/api/care/${id}`)).status).toBe(403);
    expect((await at.call('otherWorker', 'GET', `/api/care/${id}`)).status).toBe(404);
    const inDatabase = (care: string) =>
      at.db.transaction({ county, areas: [county], person: 'p' }, async (trx) => {
        const { sql } = await import('kysely');
        await sql`select open_registers('', ${care})`.execute(trx);
        return (await trx.selectFrom('care_record').select('id').execute()).length;
      });
    expect([await inDatabase(''), await inDatabase(`^${otherCommunity}`), await inDatabase(`^${community}`)]).toEqual([
      0, 0, 2,
    ]);
  });

  it('is shown in clear for a stated purpose, for 60 seconds, on the record', async () => {
    const { id } = await at.made('/api/care', record('孙大娘'));
    expect((await at.call('worker', 'POST', `/api/care/${id}/reveal`, { purpose: ' ' })).status).toBe(422);
    const shown = await at.call('worker', 'POST', `/api/care/${id}/reveal`, { purpose: '今日走访' });
    expect(shown).toMatchObject({
      status: 200,
      body: { name: '孙大娘', phone: '+8613800012345', address: '荷塘苑3栋101', until: '2026-11-20T01:01:00.000Z' },
      headers: { 'cache-control': 'no-store' },
    });
    const log = await at.db.asOwner((owner) =>
      owner.query("select person, purpose from reveal_log where what = 'care'"),
    );
    expect(log).toMatchObject([{ person: actors.worker.person, purpose: '今日走访' }]);
  });

  it('has its visits due by its kind; a visit moves the next one, nobody at home does not', async () => {
    const { id } = await at.made('/api/care', record('周爷爷', { kind: 'disabled' }));
    const read = async () => (await at.call('worker', 'GET', `/api/care/${id}`)).body;
    expect(await read()).toMatchObject({ visitDue: '2026-12-20T01:00:00.000Z', overdue: false });
    await at.setClock('2026-12-25T09:00:00+08:00');
    expect((await list('worker', '?due=true&kind=disabled')).map((row) => row['id'])).toEqual([id]);
    const visit = (body: object) => at.call('worker', 'POST', `/api/care/${id}/visits`, body);
    expect((await visit({ outcome: 'notHome' })).body).toMatchObject({ overdue: true });
    expect((await visit({ outcome: 'well', note: '状态很好' })).body).toMatchObject({
      overdue: false,
      visitDue: '2027-01-24T01:00:00.000Z',
    });
    expect((await visit({ outcome: 'well', at: '2027-01-01T00:00:00Z' })).body).toMatchObject({
      code: 'care.visit.ahead.invalid',
    });
    const visits = await at.call('worker', 'GET', `/api/care/${id}/visits`);
    expect(visits.body.rows).toMatchObject([{ personName: 'worker' }, { personName: 'worker' }]);
    expect(visits.text).not.toContain('状态很好');
    const shown = await at.call('worker', 'POST', `/api/care/${id}/reveal`, { purpose: '交接' });
    expect(shown.body['visits']).toEqual([{ at: '2026-12-25T01:00:00.000Z', note: '状态很好' }]);
    await at.setClock('2026-11-20T09:00:00+08:00');
  });

  it('that expired is gone from lists at once, and its sealed data with the daily task', async () => {
    const { id } = await at.made('/api/care', record('吴阿姨', { expires: '2026-11-25T00:00:00+08:00' }));
    await at.setClock('2026-11-25T09:00:00+08:00');
    expect((await list('clerk')).map((row) => row['id'])).not.toContain(id);
    expect((await at.call('clerk', 'POST', `/api/care/${id}/reveal`, { purpose: 'x' })).status).toBe(404);
    expect(await forgetExpiredCare(at.deps)).toBe(1);
    expect(await forgetExpiredCare(at.deps)).toBe(0);
    const [row] = await at.db.asOwner((owner) =>
      owner.query(
        'select c.details, c.end_reason, s.wrapped_key, s.name from care_record c join subject s on s.county = c.county and s.id = c.subject where c.id = $1',
        [id],
      ),
    );
    expect(row).toEqual({ details: null, end_reason: 'expired', wrapped_key: null, name: null });
    await at.setClock('2026-11-20T09:00:00+08:00');
  });

  it('changes on the version read, and ends with what it held destroyed', async () => {
    const made = await at.call('clerk', 'POST', '/api/care', record('郑伯'));
    const url = `/api/care/${String(made.body['id'])}`;
    const changed = await at.call(
      'clerk',
      'PATCH',
      url,
      { purpose: '每月上门', note: null },
      { 'if-match': made.etag },
    );
    expect(changed).toMatchObject({ status: 200, body: { purpose: '每月上门', version: 2 } });
    expect((await at.call('clerk', 'PATCH', url, { purpose: 'x' }, { 'if-match': made.etag })).status).toBe(412);
    expect((await at.call('worker', 'POST', `${url}/end`, { reason: 'x' })).status).toBe(403);
    expect((await at.call('clerk', 'POST', `${url}/end`, { reason: '本人撤回同意' })).status).toBe(204);
    expect((await at.call('clerk', 'GET', url)).status).toBe(404);
  });
});

describe('kinds of care', () => {
  it('are data of the county; none may mark persons', async () => {
    const kind = { code: 'newMother', name: { zh: '孕产妇', en: 'new mother' }, intervalDays: 14 };
    const added = await at.call('administrator', 'POST', '/api/care-kinds', kind);
    expect(added).toMatchObject({ status: 201, body: { code: 'newMother', version: 1 } });
    expect((await at.call('administrator', 'POST', '/api/care-kinds', kind)).body).toMatchObject({
      code: 'care.kind.there',
    });
    for (const name of ['重点人员', '信访户', '少数民族', '信教群众'])
      expect(
        (await at.call('administrator', 'POST', '/api/care-kinds', { ...kind, code: 'other', name: { zh: name } }))
          .body,
      ).toMatchObject({ code: 'care.kind.marksPersons.invalid', status: 422 });
    expect((await at.call('clerk', 'POST', '/api/care-kinds', kind)).status).toBe(403);
    const kinds = await at.call('clerk', 'GET', '/api/care-kinds');
    expect(kinds.body.rows.map((row) => row['code'])).toEqual([
      'childInDifficulty',
      'disabled',
      'livingAlone',
      'newMother',
      'outOfWork',
    ]);
  });

  it('with another interval move the visits that are due', async () => {
    const { id } = await at.made('/api/care', record('钱叔', { kind: 'outOfWork' }));
    const done = await at.call(
      'administrator',
      'PATCH',
      '/api/care-kinds/outOfWork',
      { intervalDays: 10 },
      { 'if-match': '*' },
    );
    expect(done).toMatchObject({ status: 200, body: { intervalDays: 10 } });
    expect((await at.call('clerk', 'GET', `/api/care/${id}`)).body).toMatchObject({
      visitDue: '2026-11-30T01:00:00.000Z',
    });
  });
});
