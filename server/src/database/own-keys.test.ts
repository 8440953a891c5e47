import { expect, test } from 'vitest';
import { readMigrations } from './migrate.ts';
import { prepare } from './open.ts';
import { OtherKeys } from './own-keys.ts';
import { openMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { createDatabase, testRolePassword } from './testing.ts';

const server = process.env['GEZHI_TEST_DATABASE_URL'];

test('a database is opened again with the keys it was begun with, and with no others', async () => {
  const migrations = await readMigrations();
  const connected = await openMemory();
  await prepare(connected, migrations, 'ours');
  expect(await prepare(connected, migrations, 'ours')).toEqual([]);
  await expect(prepare(connected, migrations, 'theirs')).rejects.toThrow(OtherKeys);
  await connected.close();
});

test('one that was begun before keys were compared takes those it is opened with', async () => {
  const migrations = await readMigrations();
  const connected = await openMemory();
  await prepare(connected, migrations);
  await prepare(connected, migrations, 'ours');
  await expect(prepare(connected, migrations, 'theirs')).rejects.toThrow(OtherKeys);
  await connected.close();
});

test.runIf(server !== undefined)('a server with other keys leaves the password of the role as it is', async () => {
  const { url, drop } = await createDatabase(server ?? '');
  const open = (keyMark: string, appPassword: string) =>
    openPostgres({ url, appPassword, keyMark, lost: () => undefined });
  const first = await open('ours', testRolePassword);
  await prepare(first, await readMigrations(), 'ours');
  await expect(open('theirs', 'another password')).rejects.toThrow(OtherKeys);
  const again = await open('ours', testRolePassword);
  expect(await again.foreign.introspection.getTables()).not.toEqual([]);
  await again.close();
  await first.close();
  await drop();
});
