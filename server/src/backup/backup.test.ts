import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connected } from '../database/connected.ts';
import { databaseOver } from '../database/database.ts';
import { openTestConnection } from '../database/testing.ts';
import { type Blobs, folderBlobs } from '../files/blobs.ts';
import { openJobs } from '../jobs/index.ts';
import { keysOver } from '../keys/index.ts';
import { appendLive } from '../live/index.ts';
import { openLog } from '../log/log.ts';
import { backUp } from './back-up.ts';
import { BackupFailed, manifestFile } from './manifest.ts';
import { restore } from './restore.ts';

const county = '450802';
const keys = keysOver([{ id: 'k1', key: new Uint8Array(32).fill(7) }]);
const otherKeys = keysOver([{ id: 'k1', key: new Uint8Array(32).fill(8) }]);

let folder: string;
const opened: Connected[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gezhi-backup-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await rm(folder, { recursive: true });
});

async function openPlace(name: string): Promise<{ connected: Connected; blobs: Blobs; keys: typeof keys }> {
  const connected = await openTestConnection();
  opened.push(connected);
  return { connected, blobs: folderBlobs(join(folder, name)), keys };
}

/** Values that a careless way through text would change. */
const odd = { text: '引号" 反斜\\ 换行\n 制表\t', list: ['a,b', '{}', ''], number: 1.5, none: null };

/** A place with rows of many types, a job not done, and a file; backed up into `backup`. */
async function backedUp() {
  const place = await openPlace('files-before');
  const db = databaseOver(place.connected);
  const jobs = openJobs({ db, log: openLog('silent') });
  jobs.handle('later', async () => undefined);
  await jobs.start(false);
  await db.transaction({ county, system: true }, async (trx) => {
    const file = { county, id: 'f', state: 'ready', bytes: 9_007_199_254_740_991, at: '2026-11-22T01:02:03.456Z' };
    await trx
      .insertInto('file')
      .values({ ...file, orgs: odd.list, public: true })
      .execute();
    await appendLive(trx, { county, kind: 'x.y', ref: 'r', data: odd });
    await jobs.enqueue(trx, 'later', odd);
  });
  await jobs.stop();
  await place.blobs.put(`${county}/0f/f-480.webp`, Buffer.from('a picture'), 'image/webp');
  const to = join(folder, 'backup');
  const manifest = await backUp(
    { database: place.connected, blobs: place.blobs, keys },
    to,
    '2026-11-22T00:00:00.000Z',
  );
  return { to, manifest };
}

const refusal = async (work: Promise<unknown>) => {
  await expect(work).rejects.toThrow(BackupFailed);
  return work.catch((error: unknown) => (error as Error).message);
};

describe('a backup', () => {
  it('comes back as it was into an empty place, and only there', async () => {
    const { to, manifest } = await backedUp();
    expect(manifest.files).toHaveLength(1);
    const place = await openPlace('files-after');
    await restore(place, to);
    const db = databaseOver(place.connected);
    const { file, live } = await db.transaction({ county, system: true }, async (trx) => ({
      file: await trx.selectFrom('file').selectAll().executeTakeFirstOrThrow(),
      live: await trx.selectFrom('live_event').select(['data', 'position']).executeTakeFirstOrThrow(),
    }));
    expect(file).toMatchObject({ bytes: 9_007_199_254_740_991, at: '2026-11-22T01:02:03.456Z', orgs: odd.list });
    expect(live.data).toEqual(odd);
    expect((await place.blobs.get(`${county}/0f/f-480.webp`))?.bytes).toBe(9);

    const done: unknown[] = [];
    const jobs = openJobs({ db, log: openLog('silent') });
    jobs.handle('later', async (data) => void done.push(data));
    await jobs.start(false);
    await jobs.drain();
    await jobs.stop();
    expect(done).toEqual([odd]);

    // Numbers go on where they were.
    await db.transaction({ county, system: true }, (trx) => appendLive(trx, { county, kind: 'x.y', ref: 'next' }));
    const next = await db.transaction({ county, system: true }, (trx) =>
      trx.selectFrom('live_event').select('position').where('ref', '=', 'next').executeTakeFirstOrThrow(),
    );
    expect(next.position).toBeGreaterThan(live.position);

    expect(await refusal(restore(place, to))).toMatch(/empty place only/);
    expect(await refusal(restore({ ...place, blobs: folderBlobs(join(folder, 'none')) }, to))).toMatch(/has rows/);
  });

  it('is refused with other keys, when it is damaged, of another version, or none at all', async () => {
    const { to } = await backedUp();
    const place = await openPlace('files-after');
    expect(await refusal(restore({ ...place, keys: otherKeys }, to))).toMatch(/keys here are not those/);
    expect(await refusal(restore(place, join(folder, 'nothing')))).toMatch(/holds no backup/);

    const table = join(to, 'tables/public.file.jsonl.gz');
    const whole = await readFile(table);
    await writeFile(table, gzipSync(gunzipSync(whole).toString().replace('ready', 'raedy')));
    expect(await refusal(restore(place, to))).toMatch(/damaged/);
    await writeFile(table, whole);

    const manifest = join(to, manifestFile);
    const said = await readFile(manifest, 'utf8');
    await writeFile(manifest, said.replace('0050-kernel.sql', '0049-other.sql'));
    expect(await refusal(restore(place, to))).toMatch(/another version/);
    await writeFile(manifest, said);

    await appendFile(join(to, `files/${county}/0f/f-480.webp`), 'x');
    expect(await refusal(restore(place, to))).toMatch(/damaged: files/);
    // Nothing of all this was written.
    const db = databaseOver(place.connected);
    expect(
      await db.transaction({ county, system: true }, (trx) => trx.selectFrom('file').select('id').execute()),
    ).toEqual([]);
  });

  it('needs an empty folder', async () => {
    const { to } = await backedUp();
    const place = await openPlace('files-after');
    const again = backUp({ database: place.connected, blobs: place.blobs, keys }, to, '');
    expect(await refusal(again)).toMatch(/not empty/);
  });
});
