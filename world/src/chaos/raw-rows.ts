import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { gezhi } from '../gezhi.ts';

export type RawRow = Readonly<Record<string, unknown>>;

/** The rows of a table in a folder that `gezhi backup` wrote. */
export async function rawRowsIn(folder: string, table: string): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  const lines = createInterface({
    input: createReadStream(join(folder, 'tables', `${table}.jsonl.gz`)).pipe(createGunzip()),
    crlfDelay: Infinity,
  });
  for await (const line of lines) if (line !== '') rows.push(JSON.parse(line) as RawRow);
  return rows;
}

/** Reads the whole database at one moment. The embedded one must not be in use. */
export async function withRawRows<T>(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  work: (table: (name: string) => Promise<readonly RawRow[]>) => Promise<T>,
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'gezhi-raw-'));
  const folder = join(scratch, 'backup');
  try {
    await gezhi(['backup', folder], dataDir, settings);
    return await work((name) => rawRowsIn(folder, name));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
