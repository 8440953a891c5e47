import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type CataloguedTable, listSequences, listTables } from '../database/catalogue.ts';
import type { Connected } from '../database/connected.ts';
import type { OwnerSession } from '../database/migrate.ts';
import { readRows, type RowFilter, seeEverything, tallyLines } from '../database/rows.ts';
import type { Blobs } from '../files/blobs.ts';
import { keyMark, type Keys } from '../keys/index.ts';
import { BackupFailed, type Manifest, manifestFile, tableFile } from './manifest.ts';

/** Rows of a table that are not worth keeping: work already done. */
const filters: Readonly<Record<string, RowFilter>> = { 'pgboss.job': { where: "state < 'completed'" } };

/** Writes a table's rows, a JSON text a line, and answers their count and hash. */
export async function writeTable(
  owner: OwnerSession,
  table: CataloguedTable,
  file: string,
  filter: RowFilter = {},
): Promise<{ rows: number; sum: string }> {
  const tally = tallyLines();
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of readRows(owner, table, filter)) {
      tally.add(batch);
      yield `${batch.join('\n')}\n`;
    }
  }
  await mkdir(dirname(file), { recursive: true });
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { flush: true }));
  return tally.end();
}

async function writeFiles(blobs: Blobs, folder: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = [];
  for await (const key of blobs.keys()) {
    const found = await blobs.get(key);
    if (found === undefined) continue;
    const path = join(folder, 'files', key);
    await mkdir(dirname(path), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const count = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(found.stream, count, createWriteStream(path, { flush: true }));
    files.push({ key, bytes, sha256: hash.digest('hex') });
  }
  return files;
}

/**
 * Writes the whole database at one moment, and every file, into an empty folder. The keys are not in it: without
 * them its personal fields stay closed to whoever finds it. The manifest comes last, so a backup cut short has none.
 * @throws BackupFailed when the folder is not empty.
 */
export async function backUp(
  from: { readonly database: Pick<Connected, 'atOneMoment'>; readonly blobs: Blobs; readonly keys: Keys },
  folder: string,
  now: string,
): Promise<Manifest> {
  const { database, blobs, keys } = from;
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new BackupFailed(`${folder} is not empty`);
  const written = await database.atOneMoment(async (owner) => {
    await seeEverything(owner);
    const tables: Manifest['tables'] = [];
    for (const table of await listTables(owner)) {
      const sum = await writeTable(owner, table, join(folder, tableFile(table.name)), filters[table.name]);
      tables.push({ name: table.name, columns: [...table.columns], ...sum });
    }
    const migrations = await owner.query('select name, hash from migration order by name');
    return {
      tables,
      sequences: await listSequences(owner),
      migrations: migrations.map((row) => ({ name: String(row['name']), hash: String(row['hash']) })),
    };
  });
  // Files after rows: a file that comes meanwhile is one too many, never one too few.
  const files = await writeFiles(blobs, folder);
  const manifest: Manifest = { format: 'gezhi-backup-1', made: now, keys: keyMark(keys), ...written, files };
  await writeFile(join(folder, manifestFile), JSON.stringify(manifest, null, 1), { flush: true });
  return manifest;
}
