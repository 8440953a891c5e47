import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCases } from '../cases/index.ts';
import type { Connected } from '../database/connected.ts';
import { databaseOver } from '../database/database.ts';
import { readMigrations } from '../database/migrate.ts';
import { openMemory } from '../database/pglite.ts';
import { openTestConnection } from '../database/testing.ts';
import { folderBlobs } from '../files/blobs.ts';
import { keysOver, parseMasterKeys } from '../keys/index.ts';
import type { Manifest } from './manifest.ts';
import { restore } from './restore.ts';

/** A place as the version of 2026-11-22 15:11 wrote it, before five of today's migrations; see its `about.txt`. */
const older = join(import.meta.dirname, 'older');
const keys = keysOver(parseMasterKeys(readFileSync(join(older, 'key.txt'), 'utf8'), 'key.txt'));
const county = '450802';

let folder: string;
let connected: Connected;
let manifest: Manifest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gezhi-older-'));
  connected = await openMemory();
  manifest = await restore({ connected, blobs: folderBlobs(folder), keys }, join(older, 'backup'));
});
afterAll(async () => {
  await connected.close();
  await rm(folder, { recursive: true });
});

const rowsIn = (table: string) => manifest.tables.find(({ name }) => name === `public.${table}`)?.rows;

describe('a backup of an older version', () => {
  it('is brought forward to the present schema', async () => {
    const applied = await connected.withOwner((owner) => owner.query('select name from migration order by name'));
    const names = (await readMigrations()).map(({ name }) => name);
    expect(applied.map(({ name }) => name)).toEqual(names);
    expect(manifest.migrations.length).toBeLessThan(names.length);
  });

  it('keeps every case with its whole history, and says who owes something on it', async () => {
    const db = databaseOver(connected);
    expect(await auditCases({ db }, [county])).toEqual({
      cases: rowsIn('case_file'),
      events: rowsIn('case_event'),
      broken: [],
    });
    const rows = await db.transaction({ county, system: true }, (trx) =>
      trx.selectFrom('case_file').select(['owner', 'owes']).execute(),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { owner, owes } of rows) expect(owes).toEqual(owner === null ? [] : [owner]);
  });

  it('is refused where the schema is already beyond it', async () => {
    const present = await openTestConnection();
    const taken = restore(
      { connected: present, blobs: folderBlobs(join(folder, 'none')), keys },
      join(older, 'backup'),
    );
    await expect(taken).rejects.toThrow(/already brought beyond the backup/);
    await present.close();
  });

  it('keeps its rules', async () => {
    const rows = await databaseOver(connected).transaction({ county, system: true }, (trx) =>
      trx.selectFrom('rule_set').select('kind').execute(),
    );
    expect(rows.length).toBe(rowsIn('rule_set'));
  });
});
