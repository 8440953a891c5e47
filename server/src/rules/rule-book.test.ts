import { defaultRoles } from '@gezhi/domain/access/index';
import { chinaCalendar, defaultClockRules, type Rules } from '@gezhi/domain/cases/index';
import { defaultStaffing } from '@gezhi/domain/people/index';
import { defaultSettings, ruleKinds } from '@gezhi/domain/rules/index';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Trx } from '../database/index.ts';
import { openTestDatabase } from '../database/testing.ts';
import { newId } from '../new-id.ts';
import { refuse } from '../refusal.ts';
import { openOnce } from '../testing.ts';
import { defaultRules } from './defaults/index.ts';
import { categoriesAt, findCut, readRules, rolesAt, rulesAt, seedRules, settingsAt } from './index.ts';
import { rulesChanged } from './rule-book.ts';
import { insertVersion } from './store.ts';

const county = '450802';
const other = '450803';
const day = 86_400_000;
const start = Date.parse('2026-11-20T00:00:00Z');
const system = { county, system: true } as const;

const db = openOnce(openTestDatabase);
beforeAll(() => db.transaction(system, (trx) => seedRules(trx, county, start)));

const write = (trx: Trx, version: number, from: number, sampleRate: number) => {
  rulesChanged(trx);
  const at = new Date(from).toISOString();
  const body = { ...defaultSettings, sampleRate };
  const row = {
    county,
    kind: 'settings',
    version,
    id: newId(),
    valid_from: at,
    note: '',
    created_at: at,
    created_by: null,
  };
  return insertVersion(trx, { ...row, body });
};
const read = (at: number): Promise<Rules> => db.transaction({ county }, (trx) => rulesAt(trx, county, at));

it('reads settings that were written before there was one of today’s', async () => {
  const old = '450821';
  const { retention: _, ...before } = defaultSettings;
  const at = new Date(start).toISOString();
  await db.transaction({ county: old, system: true }, async (trx) => {
    await seedRules(trx, old, start - day);
    const row = { county: old, kind: 'settings', version: 2, id: newId(), valid_from: at, note: '', created_at: at };
    await insertVersion(trx, { ...row, created_by: null, body: { ...before, sampleRate: 0.5 } });
  });
  const settings = await db.transaction({ county: old }, (trx) => settingsAt(trx, old, start));
  expect(settings).toEqual({ ...defaultSettings, sampleRate: 0.5 });
});

describe('the rules a county begins with', () => {
  it('are the defaults of the design', async () => {
    const rules = await read(start);
    expect(rules.calendar).toEqual(chinaCalendar);
    expect(rules.clocks).toEqual({ version: 1, rows: defaultClockRules });
    expect(rules.dutyList).toEqual({ version: 1, rows: [] });
    expect(rules.summonsKinds).toEqual(['difficulty', 'joint', 'urgent']);
    const [roles, settings, categories] = await db.transaction({ county }, async (trx) => [
      await rolesAt(trx, county, start),
      await settingsAt(trx, county, start),
      await categoriesAt(trx, county, start),
    ]);
    expect(roles).toEqual(defaultRoles);
    expect(settings).toEqual(defaultSettings);
    expect(categories.byCode.get('01020401')?.name.zh).toBe('路灯不亮');
  });

  it('hold before they begin, for cases brought in from elsewhere', async () => {
    expect((await read(Date.parse('2016-01-01T00:00:00Z'))).clocks.version).toBe(1);
  });

  it('are written once', async () => {
    await db.transaction(system, (trx) => seedRules(trx, county, start + day));
    const count = await db.transaction(system, (trx) => trx.selectFrom('rule_set').select('id').execute());
    expect(count).toHaveLength(12);
  });

  it('hold as shipped for a kind that came with a later program, until the county writes its own', async () => {
    const older = '450804';
    const cut = await db.transaction({ county: older, system: true }, async (trx) => {
      const defaults = defaultRules();
      const at = new Date(start).toISOString();
      for (const kind of ruleKinds.filter((one) => one !== 'staffing')) {
        const row = { county: older, kind, version: 1, id: newId(), valid_from: at, note: '', created_at: at };
        await insertVersion(trx, { ...row, created_by: null, body: defaults[kind] });
      }
      return findCut(trx, older, start);
    });
    expect(cut?.staffing).toMatchObject({ version: 0 });
    expect(cut?.staffing.body.rows).toEqual(defaultStaffing);
    expect(cut?.roles.version).toBe(1);
  });

  it('are the same object as long as they hold', async () => {
    const first = await read(start + 1);
    expect(await read(start + 2)).toBe(first);
  });
});

describe('a new version', () => {
  it('holds from its beginning, not from its writing', async () => {
    await db.transaction(system, (trx) => write(trx, 2, start + 10 * day, 0.5));
    expect((await read(start + 10 * day - 1)).sampleRate).toBe(defaultSettings.sampleRate);
    expect((await read(start + 10 * day)).sampleRate).toBe(0.5);
  });

  it('is seen by its own transaction at once, and by nobody when that is rolled back', async () => {
    const at = start + 20 * day;
    const seen: number[] = [];
    await db.transaction(system, async (trx) => {
      await write(trx, 3, at, 0.7);
      seen.push((await rulesAt(trx, county, at)).sampleRate);
      return refuse('rules.empty');
    });
    expect(seen).toEqual([0.7]);
    expect((await read(at)).sampleRate).toBe(0.5);
  });

  it('with the same beginning replaces the one that waits', async () => {
    await db.transaction(system, (trx) => write(trx, 3, start + 10 * day, 0.6));
    expect((await read(start + 10 * day)).sampleRate).toBe(0.6);
  });

  it('is seen outside a transaction as soon as it is committed', async () => {
    const at = start + 10 * day;
    expect((await readRules(db, county, at)).sampleRate).toBe(0.6);
    await db.transaction(system, (trx) => write(trx, 4, at, 0.8));
    expect((await readRules(db, county, at)).sampleRate).toBe(0.8);
  });

  it('is seen after a second by whoever is not told', async () => {
    const at = start + 10 * day;
    expect((await readRules(db, county, at)).sampleRate).toBe(0.8);
    await db.asOwner((owner) =>
      owner.query(
        `update rule_set set id = 'replaced', body = jsonb_set(body, '{sampleRate}', '0.9') where kind = 'settings' and version = 4`,
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await readRules(db, county, at)).sampleRate).toBe(0.9);
  });

  it('is not looked for with a second connection inside a transaction', async () => {
    await expect(db.transaction(system, () => readRules(db, county, start))).rejects.toThrow('second connection');
  });
});

describe('counties', () => {
  it('keep apart', async () => {
    await expect(db.transaction({ county: other }, (trx) => rulesAt(trx, other, start))).rejects.toThrow('no rules');
    const seen = await db.transaction({ county: other }, (trx) => trx.selectFrom('rule_set').select('id').execute());
    expect(seen).toEqual([]);
  });

  it('let only those write who hold the whole county', async () => {
    const asStaff = (areas: readonly string[]) =>
      db.transaction({ county, areas, person: 'p' }, (trx) => write(trx, 9, start, 0));
    await expect(asStaff(['450802001'])).rejects.toThrow(/row-level security/);
    await expect(asStaff([])).rejects.toThrow(/row-level security/);
    expect(await asStaff(['450802'])).toBe(true);
  });
});
