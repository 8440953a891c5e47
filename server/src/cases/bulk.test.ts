import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openForEach, openOnce } from '../testing.ts';
import { openCases, orgs, type StaffName } from './testing.ts';

const db = openOnce(openTestDatabase);
const server = openForEach(async () => {
  await db.clear();
  return openCases(db);
});

interface Outcome {
  readonly id: string;
  readonly ok: boolean;
  readonly case?: { readonly version: number; readonly state: string; readonly number: string };
  readonly after?: { readonly state: string; readonly owner?: { readonly name: string } };
  readonly problem?: { readonly code: string; readonly detail: string };
}

const nowhere = '01900000-0000-7000-8000-00000000dead';
const key = (n: number) => `01900000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function preview(command: object, ids: readonly string[], who: StaffName = 'jia'): Promise<Outcome[]> {
  const answer = await server.call(who, 'POST', '/api/cases/bulk-previews', { command, ids });
  expect(answer.statusCode).toBe(200);
  return answer.json().rows;
}

async function run(command: object, cases: readonly object[], who: StaffName = 'jia'): Promise<Outcome[]> {
  const answer = await server.call(who, 'POST', '/api/cases/bulk', { command, cases });
  expect(answer.statusCode).toBe(200);
  return answer.json().rows;
}

const versionOf = async (id: string): Promise<number> =>
  (await server.call('jia', 'GET', `/api/cases/${id}`)).json().version;

test('a preview says for each case what would come of it, in order, and changes nothing', async () => {
  const fresh = await server.report({});
  const accepted = await server.report({});
  await server.command('jia', accepted.id, { type: 'accept' });
  const before = await versionOf(accepted.id);
  const rows = await preview({ type: 'accept' }, [accepted.id, nowhere, fresh.id]);
  expect(rows.map(({ id, ok, problem }) => [id, ok, problem?.code])).toEqual([
    [accepted.id, false, 'case.notInThisState'],
    [nowhere, false, 'case.notFound'],
    [fresh.id, true, undefined],
  ]);
  expect(rows[0]?.problem?.detail).toMatch(/\S/);
  expect(rows[2]).toMatchObject({ case: { state: 'reported' }, after: { state: 'accepted' } });
  expect(await versionOf(accepted.id)).toBe(before);
  expect((await server.call('jia', 'GET', `/api/cases/${fresh.id}`)).json().state).toBe('reported');
});

test('a run does what the preview said, and what one case refuses does not keep the others', async () => {
  const ids = [(await server.report({})).id, (await server.report({})).id];
  await Promise.all(ids.map((id) => server.command('jia', id, { type: 'accept' })));
  const still = await server.report({});
  const all = [...ids, still.id];
  const command = { type: 'dispatch', lead: { kind: 'org', org: orgs.police } };
  const planned = await preview(command, all);
  const done = await run(
    command,
    planned.map((row, index) => ({ id: row.id, version: row.case?.version, key: key(index) })),
  );
  expect(done.map(({ ok, after, problem }) => [ok, after?.owner?.name, problem?.code])).toEqual(
    planned.map(({ ok, after, problem }) => [ok, after?.owner?.name, problem?.code]),
  );
  expect(done.filter(({ ok }) => ok).map(({ id }) => id)).toEqual(ids);
  expect(done[0]).toMatchObject({ after: { owner: { name: '派出所' } }, case: { state: 'dispatched' } });
});

test('without a named body each case goes to whom the duty list names for it', async () => {
  const { id } = await server.report({});
  await server.command('jia', id, { type: 'accept' });
  const lead = (await server.call('jia', 'GET', `/api/cases/${id}`)).json().routing.lead.name;
  const [row] = await preview({ type: 'dispatch' }, [id]);
  expect(row).toMatchObject({ ok: true, after: { owner: { name: lead } } });
});

test('what was overtaken since the preview is refused, not carried out blindly', async () => {
  const { id } = await server.report({});
  const version = await versionOf(id);
  await server.command('jia', id, { type: 'note', text: '看过了' });
  const [row] = await run({ type: 'accept' }, [{ id, version, key: key(1) }]);
  expect(row).toMatchObject({ ok: false, problem: { code: 'http.stale' } });
  expect((await server.call('jia', 'GET', `/api/cases/${id}`)).json().state).toBe('reported');
});

test('the same run again does nothing twice and answers the same', async () => {
  const { id } = await server.report({});
  const cases = [{ id, version: await versionOf(id), key: key(1) }];
  const first = await run({ type: 'remind', text: '请抓紧' }, cases, 'street');
  const again = await run({ type: 'remind', text: '请抓紧' }, cases, 'street');
  expect(first[0]?.ok).toBe(true);
  expect(again).toEqual(first);
  const other = await run({ type: 'remind', text: '别的话' }, cases, 'street');
  expect(other[0]).toMatchObject({ ok: false, problem: { code: 'http.idempotencyKeyReused' } });
  const history: { type: string }[] = (await server.call('jia', 'GET', `/api/cases/${id}`)).json().history;
  expect(history.filter(({ type }) => type === 'reminded')).toHaveLength(1);
});

test('a neighbour neither previews nor changes what is not theirs', async () => {
  const { id } = await server.report({});
  expect(await preview({ type: 'accept' }, [id], 'neighbour')).toMatchObject([
    { id, ok: false, problem: { code: 'case.notFound' } },
  ]);
  expect(await run({ type: 'accept' }, [{ id, version: await versionOf(id), key: key(1) }], 'neighbour')).toMatchObject(
    [{ ok: false, problem: { code: 'case.notFound' } }],
  );
});

test('more than a hundred, none, and a command that needs a look are refused', async () => {
  const many = Array.from({ length: 101 }, () => nowhere);
  const post = (body: object) => server.call('jia', 'POST', '/api/cases/bulk-previews', body);
  expect((await post({ command: { type: 'accept' }, ids: many })).statusCode).toBe(422);
  expect((await post({ command: { type: 'accept' }, ids: [] })).statusCode).toBe(422);
  expect((await post({ command: { type: 'verify', pass: true }, ids: [nowhere] })).statusCode).toBe(422);
});

test('some rows of a list are read again by their ids, those that no longer fit left out', async () => {
  const first = await server.report({});
  const second = await server.report({});
  await server.command('jia', second.id, { type: 'accept' });
  const answer = await server.call('jia', 'GET', `/api/cases?state=reported&ids=${first.id},${second.id}`);
  expect(answer.json()).toMatchObject({ rows: [{ id: first.id }], total: 1 });
});
