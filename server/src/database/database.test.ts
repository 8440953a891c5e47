import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { refuse } from '../refusal.ts';
import { openOnce } from '../testing.ts';
import { afterCommit } from './index.ts';
import { openTestDatabase } from './testing.ts';

const guigang = '450802';
const beihai = '450502';

const db = openOnce(openTestDatabase);

const fileRow = (county: string, id: string, more: object = {}) => ({
  county,
  id,
  state: 'ready',
  bytes: 1,
  at: '2026-11-22T00:00:00.000Z',
  ...more,
});

describe('a transaction', () => {
  it('sees the rows of its scope only', async () => {
    await db.transaction({ county: guigang, system: true }, (trx) =>
      trx
        .insertInto('file')
        .values([
          fileRow(guigang, 'in', { case_id: 'c1', area: '450802001013' }),
          fileRow(guigang, 'out', { case_id: 'c2', area: '450802002001' }),
          fileRow(guigang, 'org', { case_id: 'c3', area: '450802002001', orgs: ['o1'] }),
          fileRow(guigang, 'mine', { case_id: 'c4', area: '450802002001', person: 'p1' }),
        ])
        .execute(),
    );
    await db.transaction({ county: beihai, system: true }, (trx) =>
      trx
        .insertInto('file')
        .values(fileRow(beihai, 'far', { case_id: 'c1', area: '450502001013' }))
        .execute(),
    );
    const seen = (scope: Parameters<typeof db.transaction>[0]) =>
      db.transaction(scope, async (trx) => {
        const rows = await trx.selectFrom('file').select('id').orderBy('id').execute();
        return rows.map((row) => row.id);
      });
    expect(await seen({ county: guigang })).toEqual([]);
    expect(await seen({ county: guigang, areas: ['450802001'] })).toEqual(['in']);
    expect(await seen({ county: guigang, areas: ['450802001', '450802002'] })).toEqual(['in', 'mine', 'org', 'out']);
    expect(await seen({ county: guigang, areas: [''] })).toEqual(['in', 'mine', 'org', 'out']);
    expect(await seen({ county: guigang, orgs: ['o1', 'o2'] })).toEqual(['org']);
    expect(await seen({ county: guigang, person: 'p1' })).toEqual(['mine']);
    expect(await seen({ county: guigang, caseId: 'c2' })).toEqual(['out']);
    expect(await seen({ county: beihai, areas: [''] })).toEqual(['far']);
    expect(await seen({ county: '*', system: true })).toHaveLength(5);
  });

  it('cannot write into another county', async () => {
    await expect(
      db.transaction({ county: guigang, areas: [''] }, (trx) =>
        trx.insertInto('file').values(fileRow(beihai, 'x')).execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('refuses a scope that is not made of codes', async () => {
    const never = () => Promise.resolve(1);
    await expect(db.transaction({ county: '*' }, never)).rejects.toThrow(TypeError);
    await expect(db.transaction({ county: guigang, areas: ['45.*'] }, never)).rejects.toThrow(TypeError);
    await expect(db.transaction({ county: guigang, orgs: ['a,b'] }, never)).rejects.toThrow(TypeError);
    await expect(db.transaction({ county: "4508'2" }, never)).rejects.toThrow(TypeError);
  });

  it('leaves no scope behind', async () => {
    await db.transaction({ county: guigang, areas: [''] }, () => Promise.resolve());
    const left = await sql<{ s: string | null }>`select current_setting('gezhi.county', true) as s`.execute(
      db.libraries.kysely,
    );
    expect(left.rows[0]?.s ?? '').toBe('');
  });

  it('rolls back on a throw and on a refusal, and runs effects only after a commit', async () => {
    const effects: string[] = [];
    const insert = (id: string, end: () => unknown) =>
      db.transaction({ county: guigang, system: true }, async (trx) => {
        afterCommit(trx, () => effects.push(id));
        await trx.insertInto('file').values(fileRow(guigang, id)).execute();
        return end();
      });
    await expect(
      insert('thrown', () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const refusal = refuse('x');
    expect(await insert('refused', () => refusal)).toBe(refusal);
    await insert('kept', () => 1);
    const rows = await db.transaction({ county: guigang, system: true }, (trx) =>
      trx.selectFrom('file').select('id').where('id', 'in', ['thrown', 'refused', 'kept']).execute(),
    );
    expect(rows).toEqual([{ id: 'kept' }]);
    expect(effects).toEqual(['kept']);
  });

  it('refuses a second connection inside, instead of waiting for itself', async () => {
    const scope = { county: guigang };
    await expect(db.transaction(scope, () => db.transaction(scope, () => Promise.resolve(1)))).rejects.toThrow(
      /pass trx/,
    );
    await expect(db.transaction(scope, () => sql`select 1`.execute(db.libraries.kysely))).rejects.toThrow(/pass trx/);
    await expect(db.transaction(scope, () => db.libraries.jobs.executeSql('select 1'))).rejects.toThrow(/pass trx/);
  });

  it('lets work that was started inside use the database once the transaction is over', async () => {
    const scope = { county: guigang };
    let after: Promise<number> | undefined;
    await db.transaction(scope, () => {
      after = new Promise((resolve) => setTimeout(resolve, 100)).then(() =>
        db.transaction(scope, () => Promise.resolve(2)),
      );
      return Promise.resolve();
    });
    expect(await after).toBe(2);
  });

  it('runs as a role that owns nothing', async () => {
    const scope = { county: guigang };
    await expect(
      db.transaction(scope, (trx) => sql`alter table file disable row level security`.execute(trx)),
    ).rejects.toThrow(/owner/);
    await expect(db.transaction(scope, (trx) => sql`update live_event set kind = 'x'`.execute(trx))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a database that is closed', () => {
  it('begins nothing, says so, and leaves no promise behind that nobody hears', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const closing = await openTestDatabase();
    await closing.close();
    let begun = false;
    const work = () => Promise.resolve(void (begun = true));
    await expect(closing.transaction({ county: guigang }, work)).rejects.toThrow('the database is closed');
    // Node tells of an unheard promise once the turn is over.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect(begun).toBe(false);
    expect(unheard).toEqual([]);
  });
});

describe('a new database', () => {
  it('holds none of its empty tables for analysed: plans that sessions keep would search them whole for good', async () => {
    const wrong = await db.asOwner((owner) =>
      owner.query(`
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relname in ('case_file', 'case_word', 'case_event') and reltuples = 0`),
    );
    expect(wrong).toEqual([]);
  });
});
