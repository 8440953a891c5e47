import { type Case, type LightColour, lightOf } from '@gezhi/domain/cases/index';
import type { Trx } from '../database/index.ts';
import type { CaseDeps } from './deps.ts';
import { takeFromFigures } from './store.ts';

const batch = 2_000;

interface Lit {
  readonly id: string;
  readonly version: number;
  readonly doc: unknown;
  readonly light: string;
}

function pageOf(trx: Trx, county: string, after: string, open: boolean): Promise<Lit[]> {
  return trx
    .selectFrom('case_file')
    .select(['id', 'version', 'doc', 'light'])
    .where('county', '=', county)
    .where('id', '>', after)
    .$if(open, (query) => query.where('closed_at', 'is', null))
    .orderBy('id')
    .limit(batch)
    .execute();
}

/** Keeps the light, unless a decision came meanwhile: that one has written its own. */
async function keep(trx: Trx, county: string, { id, version }: Lit, light: LightColour): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('case_file')
    .set({ light, counted_version: null })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await takeFromFigures(trx, county, id);
  return Number(numUpdatedRows);
}

/**
 * Brings the light that lists are filtered by up to the rules in force and to what time alone has changed (a matter
 * raised again counts for 90 days): no event says either.
 * @param which every case after the rules changed; otherwise the open ones are enough
 * @returns how many lights changed
 */
export async function relight(
  deps: Pick<CaseDeps, 'db' | 'clock' | 'rules'>,
  county: string,
  which: 'all' | 'open',
): Promise<number> {
  let changed = 0;
  for (let after = ''; ; ) {
    const now = deps.clock.now();
    const rules = await deps.rules(county, now);
    const from = after;
    const page = await deps.db.transaction({ county, system: true }, async (trx) => {
      const rows = await pageOf(trx, county, from, which === 'open');
      for (const row of rows) {
        const { light } = lightOf(row.doc as Case, rules.light, rules.calendar, now);
        if (light !== row.light) changed += await keep(trx, county, row, light);
      }
      return rows;
    });
    const last = page.at(-1);
    if (!last || page.length < batch) return changed;
    after = last.id;
  }
}

/** The open cases of every county served. */
export async function relightOpen(deps: Pick<CaseDeps, 'db' | 'clock' | 'rules' | 'places'>): Promise<void> {
  for (const { code } of deps.places.served()) await relight(deps, code, 'open');
}
