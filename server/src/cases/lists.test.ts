import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { openForEach, openOnce } from '../testing.ts';
import { openCases } from './testing.ts';

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

test('an area itself is less than the area with all below it', async () => {
  const { id } = await server.report({});
  const { area } = (await server.call('jia', 'GET', `/api/cases/${id}`)).json();
  const community = area.code.slice(0, 12);
  expect((await both(`area=${community}`)).list).toEqual([id]);
  expect((await both(`area=${community}&itself=area`)).list).toEqual(area.code === community ? [id] : []);
  expect((await both(`area=${area.code}&itself=area`)).list).toEqual([id]);
});
