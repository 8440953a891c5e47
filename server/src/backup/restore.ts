import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type CataloguedTable, listForeignKeys, listTables } from '../database/catalogue.ts';
import type { Connected, Owner } from '../database/connected.ts';
import { isTextOf, readMigrations } from '../database/migrate.ts';
import { prepare } from '../database/open.ts';
import { takeKeys } from '../database/own-keys.ts';
import { inOwnerTransaction, readRows, tallyLines, writeRows } from '../database/rows.ts';
import type { Blobs } from '../files/blobs.ts';
import { pictureType } from '../files/picture.ts';
import { keyMark, type Keys } from '../keys/index.ts';
import { BackupFailed, type Manifest, readManifest, tableFile } from './manifest.ts';

const batch = 500;
/** What a fresh database writes itself. */
const ownRows = new Set(['public.migration', 'public.installation']);

async function* linesOf(file: string): AsyncGenerator<string[]> {
  let lines: string[] = [];
  for await (const line of createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Infinity,
  })) {
    if (line === '') continue;
    lines.push(line);
    if (lines.length < batch) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}

/** Names of the migrations a database has had; none where it is quite empty. */
async function appliedMigrations(connected: Connected): Promise<readonly string[]> {
  return connected.withOwner(async (owner) => {
    const [there] = await owner.query("select to_regclass('public.migration') is not null as found");
    if (there?.['found'] !== true) return [];
    return (await owner.query('select name from migration order by name')).map(({ name }) => String(name));
  });
}

/**
 * Brings the schema to where it was when the backup was made. A schema that is beyond it is refused: what its migrations
 * reckoned for the rows there were, they would not for the rows of the backup.
 */
async function prepareLike(connected: Connected, manifest: Manifest): Promise<void> {
  const ours = await readMigrations();
  for (const { name, hash } of manifest.migrations) {
    const known = ours.find((migration) => migration.name === name);
    if (known === undefined || !isTextOf(known, hash))
      throw new BackupFailed(`the backup is of another version of Gezhi (${name} differs)`);
  }
  const then = new Set(manifest.migrations.map(({ name }) => name));
  const beyond = (await appliedMigrations(connected)).filter((name) => !then.has(name));
  if (beyond.length > 0)
    throw new BackupFailed(
      `the database was already brought beyond the backup (${beyond.join(', ')}): take an empty one`,
    );
  await prepare(
    connected,
    ours.filter(({ name }) => then.has(name)),
  );
}

async function refuseFilled(owner: Owner, tables: readonly CataloguedTable[]): Promise<void> {
  for (const table of tables) {
    if (!table.ofCounty) continue;
    const rows = await owner.query(`select 1 from ${table.name} limit 1`);
    if (rows.length > 0)
      throw new BackupFailed(`a backup is taken back into an empty place only: ${table.name} has rows`);
  }
}

async function load(
  owner: Owner,
  folder: string,
  table: CataloguedTable,
  said: Manifest['tables'][number],
): Promise<void> {
  if (ownRows.has(table.name)) return;
  await owner.query(`delete from ${table.name}`);
  const given = tallyLines();
  for await (const lines of linesOf(join(folder, tableFile(table.name)))) {
    given.add(lines);
    await writeRows(owner, table, said.columns, lines);
  }
  if (given.end().sum !== said.sum) throw new BackupFailed(`the backup is damaged: ${tableFile(table.name)}`);
  const there = tallyLines();
  for await (const lines of readRows(owner, { ...table, columns: said.columns })) there.add(lines);
  if (there.end().sum !== said.sum) throw new BackupFailed(`${table.name} did not come back as it was`);
}

async function loadAll(owner: Owner, folder: string, manifest: Manifest): Promise<void> {
  await inOwnerTransaction(owner, async () => {
    const tables = await listTables(owner);
    await refuseFilled(owner, tables);
    // Rows may name rows that come later; making the keys again checks them all.
    const foreignKeys = await listForeignKeys(owner);
    for (const { drop } of foreignKeys) await owner.query(drop);
    // Jobs go before the queues they name.
    await owner.query('delete from pgboss.job');
    for (const table of tables) {
      const said = manifest.tables.find(({ name }) => name === table.name);
      if (said !== undefined) await load(owner, folder, table, said);
    }
    for (const { make } of foreignKeys) await owner.query(make);
    for (const [name, next] of Object.entries(manifest.sequences)) {
      await owner.query('select setval($1::regclass, $2, false)', [name, next]);
    }
  });
}

async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { key, sha256 } of manifest.files) {
    const bytes = await readFile(join(folder, 'files', key)).catch(() => Buffer.alloc(0));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new BackupFailed(`the backup is damaged: files/${key}`);
    }
  }
}

async function loadFiles(blobs: Blobs, folder: string, manifest: Manifest): Promise<void> {
  for (const { key } of manifest.files) await blobs.put(key, await readFile(join(folder, 'files', key)), pictureType);
}

/**
 * Takes a backup back into an empty place, reads every row back and compares it, and brings the schema forward.
 * The database changes as a whole or not at all.
 * @throws BackupFailed when the place is not empty, the keys are others, or the backup is damaged or of another version.
 */
export async function restore(
  to: { readonly connected: Connected; readonly blobs: Blobs; readonly keys: Keys },
  folder: string,
): Promise<Manifest> {
  const { connected, blobs, keys } = to;
  const manifest = await readManifest(folder);
  if (manifest.keys !== keyMark(keys)) {
    throw new BackupFailed(
      'the keys here are not those of the backup: put its DATA_DIR/keys (or GEZHI_KEY) in place first',
    );
  }
  for await (const key of blobs.keys())
    throw new BackupFailed(`a backup is taken back into an empty place only: files/${key}`);
  await checkFiles(folder, manifest);
  await prepareLike(connected, manifest);
  await connected.withOwner((owner) => loadAll(owner, folder, manifest));
  await loadFiles(blobs, folder, manifest);
  await prepare(connected, await readMigrations());
  // A fresh place may have noted keys of its own: those of the backup have just been proved.
  await connected.withOwner((owner) => takeKeys(owner, manifest.keys));
  return manifest;
}
