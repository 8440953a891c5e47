import type { Instant } from '@gezhi/domain/time';
import type { Database, Scope } from '../database/index.ts';

/** What the clock shows at a real time, and whether it goes on from there. */
export interface Setting {
  readonly shows: Instant;
  readonly real: number;
  readonly running: boolean;
}

const everywhere: Scope = { county: '*', system: true };
const id = 'program';

export function readSetting(db: Database): Promise<Setting | undefined> {
  return db.transaction(everywhere, async (trx) => {
    const row = await trx.selectFrom('program_clock').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { shows: Date.parse(row.shows), real: Date.parse(row.real), running: row.running };
  });
}

export function writeSetting(db: Database, setting: Setting): Promise<void> {
  const shows = new Date(setting.shows).toISOString();
  const real = new Date(setting.real).toISOString();
  return db.transaction(everywhere, async (trx) => {
    await trx
      .insertInto('program_clock')
      .values({ id, shows, real, running: setting.running })
      .onConflict((on) => on.column('id').doUpdateSet({ shows, real, running: setting.running }))
      .execute();
  });
}
