import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { authOptions } from './better-auth.ts';
import { community, county, openServer, type Server, street } from './testing.ts';

const at = openOnce(() => openServer());
let staff: Awaited<ReturnType<Server['staff']>>;
beforeAll(async () => {
  staff = await at.staff('community-clerk', community);
  await at.enrolled('administrator', street);
});

describe('the database alone', () => {
  const accounts = (scope: Parameters<Server['db']['transaction']>[0]) =>
    at.db.transaction(scope, async (trx) => {
      const rows = await trx.selectFrom('account').select('username').execute();
      return rows.length;
    });

  it('shows accounts and what was done to them to their own area, and to their holder', async () => {
    expect(await accounts({ county, areas: [street], person: 'p' })).toBe(2);
    expect(await accounts({ county, areas: [community], person: 'p' })).toBe(1);
    expect(await accounts({ county, areas: ['450802002'], person: 'p' })).toBe(0);
    expect(await accounts({ county, person: staff.person })).toBe(1);
    expect(await accounts({ county, filing: true })).toBe(0);
    expect(await accounts({ county: '450502', areas: [''], person: 'p' })).toBe(0);
    const acts = (areas: string[]) =>
      at.db.transaction(
        { county, areas, person: 'p' },
        async (trx) => (await trx.selectFrom('account_act').select('id').execute()).length,
      );
    expect(await acts([street])).toBe(1);
    expect(await acts(['450802002'])).toBe(0);
  });

  it('lets nobody change their own account', async () => {
    const own = { county, person: staff.person } as const;
    const change = at.db.transaction(own, (trx) =>
      trx.updateTable('account').set({ state: 'active' }).where('county', '=', county).execute(),
    );
    await expect(change).rejects.toThrow(/row-level security/);
  });

  it('lets what was done to accounts be added to only', async () => {
    for (const statement of [
      sql`update account_act set reason = 'x'`,
      sql`delete from account_act`,
      sql`delete from account`,
    ]) {
      await expect(at.db.transaction({ county, system: true }, (trx) => statement.execute(trx))).rejects.toThrow(
        /permission denied/,
      );
    }
  });
});

describe('the tables of better-auth', () => {
  it('are those that its settings ask for', async () => {
    const plan = await getMigrations(authOptions(at.db, at.deps.keys, at.deps.config.publicUrl), {
      throwOnUnsafe: false,
    });
    expect(plan.toBeCreated).toEqual([]);
    expect(plan.toBeAdded).toEqual([]);
    expect(plan.toBeAddedIndexes).toEqual([]);
  });

  it('have the columns that our queries name', async () => {
    const columns = await at.db.asOwner((owner) =>
      owner.query(
        "select table_name, string_agg(column_name, ' ' order by ordinal_position) as names from information_schema.columns where table_schema = 'auth' group by table_name order by table_name",
      ),
    );
    expect(Object.fromEntries(columns.map((row) => [row['table_name'], row['names']]))).toMatchObject({
      user: 'id name email emailVerified image createdAt updatedAt username twoFactorEnabled county person',
      session: 'id expiresAt token createdAt updatedAt ipAddress userAgent userId',
      verification: 'id identifier value expiresAt createdAt updatedAt',
      twoFactor: 'id secret backupCodes userId verified failedVerificationCount lockedUntil',
    });
  });

  it('hold no address, no personal name and no password in clear', async () => {
    const text = JSON.stringify(
      await at.db.asOwner(async (owner) => [
        await owner.query('select * from auth."user"'),
        await owner.query('select * from auth.credential'),
        await owner.query('select * from auth.session'),
      ]),
    );
    expect(text).not.toContain('correct horse');
    expect(text).not.toContain('127.0.0.1');
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});

describe('the limit by address', () => {
  it('does not believe a forwarded address unless told to', async () => {
    const left = async (server: Server, from: string) => {
      const answer = await server
        .browser()
        .post('/api/session', { username: 'a-name', password: 'x' }, { 'x-forwarded-for': from });
      return Number(answer.headers['x-ratelimit-remaining']);
    };
    const plain = await openServer({ RATE_LIMIT: '1000' }, at.db);
    expect([await left(plain, '10.0.0.1'), await left(plain, '10.0.0.2')]).toEqual([59, 58]);
    await plain.close();
    const behind = await openServer({ RATE_LIMIT: '1000', TRUST_PROXY: '127.0.0.1' }, at.db);
    expect([await left(behind, '10.0.0.1'), await left(behind, '10.0.0.2')]).toEqual([59, 59]);
    await behind.close();
  });
});
