import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { listForeignKeys, listTables } from '../database/catalogue.ts';
import type { Connected } from '../database/connected.ts';
import { inOwnerTransaction } from '../database/rows.ts';
import type { Blobs } from '../files/blobs.ts';

/** Thrown with a sentence for whoever asked to remove it. */
export class NoDemonstration extends Error {
  override readonly name = 'NoDemonstration';
}

/** Written by the start that filled the demonstration. Empty once it was removed, so that it is not filled again. */
export const demonstrationAccounts = (dataDir: string): string => join(dataDir, 'demo-accounts.json');

const accounts = z.array(z.object({ area: z.string().regex(/^\d{6}/) }));

async function countyOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new NoDemonstration(`no demonstration was filled here: there is no ${file}`);
  const counties = new Set(accounts.parse(JSON.parse(text)).map(({ area }) => area.slice(0, 6)));
  const [county] = counties;
  if (county === undefined) throw new NoDemonstration('the demonstration has been removed already');
  if (counties.size > 1) throw new NoDemonstration(`${file} names more than one county`);
  return county;
}

/** Whether accounts of another county are in the database, whose clock must not be touched. */
const othersSql = 'select 1 from account where county <> $1 limit 1';

/**
 * Takes the demonstration's county out of the database with all that hangs on it, and its files: as a whole or not at
 * all. Other counties keep every row. The accounts of the demonstration end with it.
 * @returns the county and the number of rows and files removed
 * @throws NoDemonstration where this data folder filled none, so that a county of real people is never taken for one
 */
export async function removeDemonstration(parts: {
  readonly connected: Connected;
  readonly blobs: Blobs;
  readonly dataDir: string;
}): Promise<{ readonly county: string; readonly rows: number; readonly files: number }> {
  const { connected, blobs, dataDir } = parts;
  const file = demonstrationAccounts(dataDir);
  const county = await countyOf(file);
  const rows = await connected.withOwner((owner) =>
    inOwnerTransaction(owner, async () => {
      const foreignKeys = await listForeignKeys(owner);
      for (const { drop } of foreignKeys) await owner.query(drop);
      let removed = 0;
      for (const table of await listTables(owner)) {
        if (!table.ofCounty) continue;
        removed += (await owner.query(`delete from ${table.name} where county = $1 returning 1`, [county])).length;
      }
      // What hangs on an account by its id alone.
      for (const table of ['auth.session', 'auth.credential', 'auth."twoFactor"'])
        await owner.query(`delete from ${table} where "userId" not in (select id from auth."user")`);
      // Jobs name their county in what they carry.
      await owner.query("delete from pgboss.job where data->>'county' = $1", [county]);
      if ((await owner.query(othersSql, [county])).length === 0) await owner.query('delete from program_clock');
      for (const { make } of foreignKeys) await owner.query(make);
      return removed;
    }),
  );
  let files = 0;
  for await (const key of blobs.keys()) {
    if (!key.startsWith(`${county}/`)) continue;
    await blobs.remove(key);
    files += 1;
  }
  await writeFile(file, '[]\n', { mode: 0o600 });
  return { county, rows, files };
}
