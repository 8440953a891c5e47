import { expect, it } from 'vitest';
import { openFragileDatabase } from '../../scripts/fragile-database.ts';
import { findPostgres } from '../../scripts/postgres-cluster.ts';
import { type ChaosPlan, runChaos } from '../../world/src/chaos/index.ts';

const plan = { rounds: 1, kills: 2, filers: 3 } as const satisfies Partial<ChaosPlan>;
const nothingWrong = { wrong: [], blunt: {} };

it('a server on the embedded database comes back from kills, a full disk and a clock set on with nothing lost or done twice', async () => {
  const result = await runChaos({ ...plan, seed: 20_261_123 });
  expect(result).toMatchObject(nothingWrong);
  expect(result.reports).toBeGreaterThan(0);
}, 900_000);

it.skipIf(findPostgres() === undefined)(
  'two servers on PostgreSQL come back from kills of either, of the database, and from a bad line',
  async () => {
    const { database, stop } = await openFragileDatabase();
    try {
      const result = await runChaos({ ...plan, seed: 20_261_122, database });
      expect(result).toMatchObject(nothingWrong);
      expect(result.commands).toBeGreaterThan(0);
    } finally {
      await stop();
    }
  },
  900_000,
);
