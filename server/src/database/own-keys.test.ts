import { expect, test } from 'vitest';
import { readMigrations } from './migrate.ts';
import { prepare } from './open.ts';
import { checkKeys, OtherKeys, takeKeys } from './own-keys.ts';
import { openMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { inOwnerTransaction } from './rows.ts';
import { createDatabase, testRolePassword } from './testing.ts';

const server = process.env['GEZHI_TEST_DATABASE_URL'];

const proof = (mark: string, opens = true) => ({ mark, opens: () => opens });

const sealedSql = `insert into subject (county, id, area, wrapped_key, phone_verified, created_at)
  values ('450802', 's', '450802', 'sealed', false, now())`;

test('a database is opened again with the keys it was begun with, and with no others', async () => {
  const migrations = await readMigrations();
  const connected = await openMemory();
  await prepare(connected, migrations, proof('ours'));
  const check = (mark: string) => connected.withOwner((owner) => checkKeys(owner, proof(mark)));
  await check('ours');
  await expect(check('theirs')).rejects.toThrow(OtherKeys);
  await connected.withOwner((owner) => takeKeys(owner, 'theirs'));
  await check('theirs');
  await expect(check('ours')).rejects.toThrow(OtherKeys);
  await connected.close();
});

test('one that was begun before keys were noted takes those that open what is sealed in it', async () => {
  const migrations = await readMigrations();
  const connected = await openMemory();
  await prepare(connected, migrations);
  await connected.withOwner((owner) =>
    inOwnerTransaction(owner, async () => {
      await owner.query(sealedSql);
    }),
  );
  await expect(prepare(connected, migrations, proof('theirs', false))).rejects.toThrow(OtherKeys);
  await prepare(connected, migrations, proof('ours'));
  await expect(connected.withOwner((owner) => checkKeys(owner, proof('theirs')))).rejects.toThrow(OtherKeys);
  await connected.close();
});

test.runIf(server !== undefined)('a server with other keys leaves the password of the role as it is', async () => {
  const { url, drop } = await createDatabase(server ?? '');
  const open = (keyMark: string, appPassword: string) =>
    openPostgres({ url, appPassword, keyProof: proof(keyMark), lost: () => undefined });
  const first = await open('ours', testRolePassword);
  await prepare(first, await readMigrations(), proof('ours'));
  await expect(open('theirs', 'another password')).rejects.toThrow(OtherKeys);
  const again = await open('ours', testRolePassword);
  expect(await again.foreign.introspection.getTables()).not.toEqual([]);
  await again.close();
  await first.close();
  await drop();
});
