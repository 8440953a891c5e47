import { expect, test } from 'vitest';
import { actorHeader, openForEach, openOnce } from '../testing.ts';
import { openTestDatabase } from '../database/testing.ts';
import { openCases, type StaffName } from './testing.ts';

const db = openOnce(openTestDatabase);
const server = openForEach(async () => {
  await db.clear();
  return openCases(db);
});

const state = { open: true, light: ['red', 'yellow'], cols: ['number', 'left'], sort: 'newest' };

const ask = (who: StaffName, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path = '', payload?: object) =>
  server.app.inject({
    method,
    url: `/api/saved-views${path}`,
    ...(payload && { payload }),
    headers: { [actorHeader]: who },
  });
const names = async (who: StaffName): Promise<string[]> =>
  (await ask(who, 'GET')).json().rows.map(({ name }: { name: string }) => name);

test('a view is kept, read, renamed, changed and forgotten', async () => {
  const saved = await ask('jia', 'POST', '', { name: '路灯', state });
  expect(saved.statusCode).toBe(201);
  const { id } = saved.json();
  expect((await ask('jia', 'GET')).json().rows).toEqual([{ id, name: '路灯', state }]);
  expect((await ask('jia', 'PATCH', `/${id}`, { name: '路灯和井盖' })).json()).toEqual({
    id,
    name: '路灯和井盖',
    state,
  });
  expect((await ask('jia', 'PATCH', `/${id}`, { state: { mine: true } })).json().state).toEqual({ mine: true });
  expect((await ask('jia', 'DELETE', `/${id}`)).statusCode).toBe(204);
  expect(await names('jia')).toEqual([]);
});

test('a name is taken once for a person, and not for another', async () => {
  const { id } = (await ask('jia', 'POST', '', { name: '甲', state })).json();
  expect((await ask('jia', 'POST', '', { name: '乙', state })).statusCode).toBe(201);
  const again = await ask('jia', 'POST', '', { name: '甲', state });
  expect([again.statusCode, again.json().code]).toEqual([409, 'view.nameTaken']);
  expect((await ask('jia', 'PATCH', `/${id}`, { name: '乙' })).json().code).toBe('view.nameTaken');
  expect((await ask('yi', 'POST', '', { name: '甲', state })).statusCode).toBe(201);
  expect(await names('jia')).toEqual(['甲', '乙']);
});

test('nobody sees, changes or forgets the view of another', async () => {
  const { id } = (await ask('jia', 'POST', '', { name: '甲', state })).json();
  expect(await names('county')).toEqual([]);
  expect((await ask('county', 'PATCH', `/${id}`, { name: '别人的' })).statusCode).toBe(404);
  expect((await ask('county', 'DELETE', `/${id}`)).statusCode).toBe(404);
  expect(await names('jia')).toEqual(['甲']);
});

test('fifty are the most, and what is no address of a list is not kept', async () => {
  for (let n = 0; n < 50; n += 1) await ask('jia', 'POST', '', { name: `第 ${n}`, state });
  const full = await ask('jia', 'POST', '', { name: '再一个', state });
  expect([full.statusCode, full.json().code]).toEqual([409, 'view.full']);
  expect((await ask('yi', 'POST', '', { name: ' ', state })).statusCode).toBe(422);
  expect((await ask('yi', 'POST', '', { name: '甲', state: { a: { b: 1 } } })).statusCode).toBe(422);
  expect((await ask('yi', 'POST', '', { name: '甲', state: { a: 'x'.repeat(201) } })).statusCode).toBe(422);
});
