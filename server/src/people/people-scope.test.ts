import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../database/testing.ts';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { community, county, openPeople, otherStreet } from './testing.ts';

const at = openOnce(() => openPeople());
beforeAll(async () => {
  const { id } = await at.person('李小明', community, { phone: '13800012345' });
  await at.made('/api/posts', { person: id, role: 'grid-worker', area: community });
  const night = { from: '2026-11-20T18:00:00+08:00', to: '2026-11-21T08:00:00+08:00' };
  await at.made('/api/duty', { area: community, person: id, ...night });
  await at.organisation('城管局');
});

describe('the database alone', () => {
  const as = <T>(scope: Parameters<TestDatabase['transaction']>[0], work: Parameters<typeof at.db.transaction<T>>[1]) =>
    at.db.transaction(scope, work);

  it('shows nothing of people to somebody who is no staff, or of another county', async () => {
    for (const scope of [
      { county },
      { county: '450502', areas: [''], person: 'p' },
      { county, caseId: 'c' },
      { county, filing: true },
    ]) {
      const counts = await as(scope, async (trx) => [
        (await trx.selectFrom('person').select('id').execute()).length,
        (await trx.selectFrom('post').select('id').execute()).length,
        (await trx.selectFrom('duty_turn').select('id').execute()).length,
        (await trx.selectFrom('organisation').select('id').execute()).length,
        (await trx.selectFrom('subject').select('id').execute()).length,
      ]);
      expect(counts).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it('shows contact data and rosters to their own area only', async () => {
    const seen = (areas: string[]) =>
      as(
        { county, areas, person: 'p' },
        async (trx) => (await trx.selectFrom('subject').select('id').execute()).length,
      );
    expect(await seen([community])).toBeGreaterThan(0);
    expect(await seen([otherStreet])).toBe(0);
  });

  it('lets nobody give a post or change a person of another area', async () => {
    const foreign = { county, areas: [otherStreet], person: 'p' };
    const changed = await as(foreign, (trx) =>
      trx
        .updateTable('person')
        .set({ name: 'x' })
        .where('county', '=', county)
        .where('area', '=', community)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const someone = await at.person('己', community);
    const row = {
      county,
      id: newId(),
      person: someone.id,
      role: 'administrator',
      area: community,
      org: null,
      reach: community,
      from_at: '2026-01-01T00:00:00Z',
      to_at: null,
      time: 'full',
      given_by: null,
      ended_by: null,
      end_reason: null,
    };
    await expect(as(foreign, (trx) => trx.insertInto('post').values(row).execute())).rejects.toThrow(
      /row-level security/,
    );
  });

  it('lets the record of reveals be added to only', async () => {
    for (const statement of [sql`update reveal_log set purpose = 'x'`, sql`delete from reveal_log`]) {
      await expect(as({ county, system: true }, (trx) => statement.execute(trx))).rejects.toThrow(/permission denied/);
    }
  });
});
