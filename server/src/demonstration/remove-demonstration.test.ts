import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connected } from '../database/connected.ts';
import { databaseOver } from '../database/database.ts';
import { listTables } from '../database/catalogue.ts';
import { inOwnerTransaction } from '../database/rows.ts';
import { openTestConnection } from '../database/testing.ts';
import { folderBlobs } from '../files/blobs.ts';
import { appendLive } from '../live/index.ts';
import { demonstrationAccounts, NoDemonstration, removeDemonstration } from './remove-demonstration.ts';

let dataDir: string;
let connected: Connected;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gezhi-demo-'));
  connected = await openTestConnection();
});
afterEach(async () => {
  await connected.close();
  await rm(dataDir, { recursive: true });
});

const [demo, real] = ['450802', '320507'];

/** One person with an account, a session, a case's trace and a picture in each of two counties. */
async function fill(): Promise<void> {
  const db = databaseOver(connected);
  for (const county of [demo, real]) {
    await db.transaction({ county, system: true }, (trx) => appendLive(trx, { county, kind: 'x.y', ref: county }));
    await connected.withOwner((owner) =>
      inOwnerTransaction(owner, async () => {
        await owner.query(
          `insert into person (county, id, name, initials, area, version, created_at)
           values ($1, $2, '韦小芳', 'wxf', $1, 1, now())`,
          [county, `u${county}`],
        );
        await owner.query(
          `insert into auth."user" (id, name, email, "emailVerified", username, county, person)
           values ($1, $1, $1, false, $1, $2, $1)`,
          [`u${county}`, county],
        );
        await owner.query(
          `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ($1, now(), $1, now(), $2)`,
          [`s${county}`, `u${county}`],
        );
        await owner.query(
          `insert into account (county, id, person, username, area, state, second_factor, created_at)
           values ($1, $2, $2, $2, $1, 'active', false, now())`,
          [county, `u${county}`],
        );
      }),
    );
    await folderBlobs(join(dataDir, 'files')).put(`${county}/0f/f-480.webp`, Buffer.from('a'), 'image/webp');
  }
}

/** Rows by county in every table that has one, and sessions by user. */
function rowsLeft(): Promise<Record<string, number>> {
  return connected.withOwner((owner) =>
    inOwnerTransaction(owner, async () => {
      const left: Record<string, number> = {};
      for (const { name, ofCounty } of await listTables(owner)) {
        if (!ofCounty) continue;
        for (const { county } of await owner.query(`select county from ${name}`))
          left[String(county)] = (left[String(county)] ?? 0) + 1;
      }
      for (const { id } of await owner.query('select id from auth.session')) left[String(id)] = 1;
      return left;
    }),
  );
}

it('takes the demonstration out and leaves every row of the other county', async () => {
  await fill();
  const file = demonstrationAccounts(dataDir);
  await writeFile(file, JSON.stringify([{ username: 'jia', area: `${demo}001013` }]));
  const before = await rowsLeft();
  expect(before[demo]).toBe(before[real]);

  const blobs = folderBlobs(join(dataDir, 'files'));
  const removed = await removeDemonstration({ connected, blobs, dataDir });
  expect(removed).toEqual({ county: demo, rows: before[demo], files: 1 });
  expect(await rowsLeft()).toEqual({ [real]: before[real], [`s${real}`]: 1 });
  expect(await blobs.get(`${demo}/0f/f-480.webp`)).toBeUndefined();
  expect((await blobs.get(`${real}/0f/f-480.webp`))?.bytes).toBe(1);
  // On record as removed: the next start does not fill it again, and there is nothing left to remove.
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([]);
  await expect(removeDemonstration({ connected, blobs, dataDir })).rejects.toThrow(/removed already/);
});

it('touches nothing where no demonstration was filled', async () => {
  await fill();
  const before = await rowsLeft();
  const blobs = folderBlobs(join(dataDir, 'files'));
  await expect(removeDemonstration({ connected, blobs, dataDir })).rejects.toThrow(NoDemonstration);
  expect(await rowsLeft()).toEqual(before);
});
