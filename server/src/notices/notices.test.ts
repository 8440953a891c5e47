import { describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { actorHeader } from '../testing.ts';
import { tell } from './index.ts';
import { openStaffed } from './testing-staffed.ts';
import { community, county, friday } from './testing.ts';

const system = { county, system: true } as const;
const { at, staffOf, event, reported, happen, order } = openStaffed();

const textsOf = async (as: string, language?: string): Promise<string[]> => {
  const { body } = await at.get('/api/notices', as, language);
  return body.rows.map((row: { text: string }) => row.text);
};

describe('the unread list', () => {
  it('tells the desk of a new case, and nobody else', async () => {
    const id = newId();
    await happen((subject) => [reported(id, subject)]);
    await at.deps.jobs.drain();
    const number = `2026-${id.slice(-6)}`;
    expect(await textsOf('clerk')).toEqual([`新诉求待受理：路灯不亮（${number}）`]);
    expect(await textsOf('second', 'en')).toEqual([`New case to accept: Street lamp out (${number})`]);
    for (const other of ['chief', 'worker', 'street', 'elsewhere']) expect(await textsOf(other)).toEqual([]);
  });

  it('tells a body of its order, verifiers of a finish, and not who did it', async () => {
    const id = newId();
    await happen((subject) => [
      reported(id, subject),
      event({ type: 'accepted' }),
      event({ type: 'dispatched', workOrders: [order()] }),
      event({ type: 'workOrderFinished', workOrder: 'wo.1', note: '已修', photos: [] }, 'worker'),
      event({ type: 'handled' }, 'worker'),
    ]);
    await at.deps.jobs.drain();
    expect((await textsOf('worker'))[0]).toMatch(/^新工单待签收：路灯不亮/);
    expect((await textsOf('chief'))[0]).toMatch(/^待核查：路灯不亮/);
    // 甲 dispatched it and so may not verify it.
    expect(await textsOf('clerk')).toEqual([]);
    expect(await textsOf('second')).toHaveLength(1);
  });

  it('goes to the roster out of office hours', async () => {
    const night = Date.parse('2026-11-20T22:15+08:00');
    await at.db.transaction(system, (trx) =>
      trx
        .insertInto('duty_turn')
        .values({
          county,
          id: newId(),
          area: community,
          reach: community,
          person: staffOf('second').person,
          from_at: new Date(night - 3_600_000).toISOString(),
          to_at: new Date(night + 3_600_000).toISOString(),
        })
        .execute(),
    );
    await happen((subject) => [{ ...reported(newId(), subject), at: night }]);
    await at.deps.jobs.drain();
    expect(await textsOf('second')).toHaveLength(1);
    expect(await textsOf('clerk')).toEqual([]);
  });

  it('is told once, however often the job is done', async () => {
    const { caseId, length } = await happen((subject) => [reported(newId(), subject), event({ type: 'accepted' })]);
    await at.db.transaction(system, (trx) => tell(at.deps, trx, { county, caseId, fromSeq: 0, toSeq: length }));
    await at.deps.jobs.drain();
    const { body } = await at.get('/api/outbox', 'street');
    expect(body.rows).toHaveLength(1);
  });

  it('shows unread before read, page by page, and counts', async () => {
    for (const minute of [1, 2, 3]) {
      await happen((subject) => [{ ...reported(newId(), subject), at: friday + minute * 60_000 }]);
    }
    await at.deps.jobs.drain();
    const { body: all } = await at.get('/api/notices', 'clerk');
    expect(all.unread).toBe(3);
    const [newest, middle, oldest] = all.rows;
    const read = await at.app.inject({
      method: 'POST',
      url: `/api/notices/${newest.id}/read`,
      headers: { [actorHeader]: 'clerk' },
    });
    expect(read.json()).toEqual({ unread: 2 });
    const ids: string[] = [];
    for (let url = '/api/notices?limit=1'; ; ) {
      const { body } = await at.get(url, 'clerk');
      ids.push(...body.rows.map((row: { id: string }) => row.id));
      if (body.next === undefined) break;
      url = `/api/notices?limit=1&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(ids).toEqual([middle.id, oldest.id, newest.id]);
    expect((await at.get('/api/notices', 'second')).body.unread).toBe(3);
    await at.app.inject({ method: 'POST', url: '/api/notices/read', headers: { [actorHeader]: 'clerk' } });
    expect((await at.get('/api/notices?unread=true', 'clerk')).body).toMatchObject({ rows: [], unread: 0 });
  });

  it('belongs to its person alone', async () => {
    await happen((subject) => [reported(newId(), subject)]);
    await at.deps.jobs.drain();
    const { body } = await at.get('/api/notices', 'clerk');
    const url = `/api/notices/${body.rows[0].id}/read`;
    const other = await at.app.inject({ method: 'POST', url, headers: { [actorHeader]: 'second' } });
    expect(other.statusCode).toBe(404);
    const scope = { county, areas: [county], person: staffOf('second').person };
    const seen = await at.db.transaction(scope, (trx) => trx.selectFrom('notice').select('person').execute());
    expect(new Set(seen.map(({ person }) => person))).toEqual(new Set([staffOf('second').person]));
    expect((await at.app.inject({ url: '/api/notices' })).statusCode).toBe(401);
  });
});
