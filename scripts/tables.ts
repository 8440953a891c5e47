import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeTables } from '../server/src/database/describe-tables.ts';
import { migrate, readMigrations } from '../server/src/database/migrate.ts';
import { openMemory } from '../server/src/database/pglite.ts';

// Writes server/src/database/tables.ts from the migrations; with --check it only says whether it is up to date.

const file = join(import.meta.dirname, '../server/src/database/tables.ts');

const connected = await openMemory();
const text = await connected.withOwner(async (owner) => {
  await owner.query('create role gezhi_app');
  await migrate(owner, connected.profile, await readMigrations());
  return describeTables(owner);
});
await connected.close();

const before = await readFile(file, 'utf8').catch(() => '');
if (before !== text && process.argv.includes('--check')) {
  console.error('server/src/database/tables.ts differs from the migrations: run npm run tables');
  process.exitCode = 1;
} else if (before !== text) {
  await writeFile(file, text);
}
