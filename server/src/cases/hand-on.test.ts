import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openWork } from './hand-on.ts';
import { community, county, openCases, orgs } from './testing.ts';

const lighting = { kind: 'org', org: orgs.lighting } as const;
const police = { kind: 'org', org: orgs.police } as const;
const system = { county, system: true } as const;

let db: TestDatabase;
let cases: Awaited<ReturnType<typeof openCases>>;
beforeAll(async () => {
  db = await openTestDatabase();
  cases = await openCases(db);
});
afterAll(async () => {
  await cases.close();
  await db.close();
});

async function dispatched(): Promise<string> {
  const { id } = await cases.report();
  await cases.command('jia', id, { type: 'accept' });
  const sent = await cases.command('jia', id, { type: 'dispatch', lead: lighting, supporting: [] });
  expect(sent.statusCode).toBe(200);
  return id;
}

describe('open work, as people ask of it', () => {
  it('is listed by name, and given to who takes over: they may work, the old body may not', async () => {
    const id = await dispatched();
    const work = openWork(cases.deps);
    const owed = await db.transaction(system, (trx) => work.owedBy(trx, county, lighting));
    expect(owed).toContainEqual({ id, number: expect.stringMatching(/\d/), description: '路灯不亮' });
    const handOn = await work.prepare(county);
    const given = { caseId: id, from: lighting, to: police };
    expect(await db.transaction(system, (trx) => handOn(trx, given))).toBeUndefined();
    expect(await db.transaction(system, (trx) => work.owedBy(trx, county, police))).toMatchObject([{ id }]);
    const owes = (await db.transaction(system, (trx) => work.owedBy(trx, county, lighting))).map((one) => one.id);
    expect(owes).not.toContain(id);
    expect((await cases.command('lighting', id, { type: 'acknowledge' })).statusCode).toBeGreaterThanOrEqual(400);
    const taken = await cases.command('police', id, { type: 'acknowledge' });
    expect(taken.statusCode).toBe(200);
    const history = taken.json<{ history: { type: string; by: { kind: string } }[] }>().history;
    expect(history.find(({ type }) => type === 'handedOn')).toMatchObject({ by: { kind: 'system' } });
    expect((await cases.call('county', 'GET', '/api/cases/audit')).statusCode).not.toBe(500);
  });

  it('knows to whom it was passed inside a body, and what waits to be verified', async () => {
    const id = await dispatched();
    await cases.command('lighting', id, { type: 'acknowledge' });
    const work = openWork(cases.deps);
    const colleague = '01900000-0000-7000-8000-6c6967687469';
    const passed = await cases.command('lighting', id, { type: 'transfer', to: colleague });
    expect(passed.statusCode).toBe(200);
    const own = await db.transaction(system, (trx) => work.assignedTo(trx, county, lighting, colleague));
    expect(own.map((one) => one.id)).toContain(id);
    await cases.command('lighting', id, { type: 'finish', note: '已修复', photos: [] });
    const waiting = await db.transaction(system, (trx) => work.toVerify(trx, county, community, 10));
    expect(waiting.map((one) => one.id)).toContain(id);
    const elsewhere = await db.transaction(system, (trx) => work.toVerify(trx, county, '450802001014', 10));
    expect(elsewhere).toEqual([]);
  });
});
