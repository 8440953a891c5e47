import { defaultSettings } from '@gezhi/domain/rules/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database/index.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../new-id.ts';
import { readRules, seedRules } from './index.ts';
import { rulesChanged } from './rule-book.ts';
import { insertVersion } from './store.ts';

const county = '450802';
const start = Date.parse('2026-11-20T00:00:00Z');
const system = { county, system: true } as const;
const server = process.env['GEZHI_TEST_DATABASE_URL'] ?? '';

// The embedded database has one process only.
describe.skipIf(server === '')('two server processes on one database', () => {
  let one: TestDatabase;
  let other: Database;
  beforeAll(async () => {
    one = await openTestDatabase();
    const [row] = await one.asOwner((owner) => owner.query('select current_database() as name'));
    const url = new URL(server);
    url.pathname = `/${String(row?.['name'])}`;
    other = await openDatabase({ url: url.href, dataDir: '', appPassword: 'test only' });
    await one.transaction(system, (trx) => seedRules(trx, county, start));
  });
  afterAll(async () => {
    await other.close();
    await one.close();
  });

  it('hear of each other’s versions', async () => {
    expect((await readRules(other, county, start)).sampleRate).toBe(defaultSettings.sampleRate);
    await one.transaction(system, async (trx) => {
      rulesChanged(trx);
      const at = new Date(start).toISOString();
      const body = { ...defaultSettings, sampleRate: 0.5 };
      const row = { county, kind: 'settings', version: 2, id: newId(), valid_from: at, created_at: at };
      return insertVersion(trx, { ...row, note: '', created_by: null, body });
    });
    const told = performance.now();
    while ((await readRules(other, county, start)).sampleRate !== 0.5) {
      expect(performance.now() - told).toBeLessThan(5000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
});
