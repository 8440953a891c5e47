import type { CaseDeps } from './deps.ts';
import { endDueClocks } from './due-clocks.ts';
import { listDueCases } from './list-store.ts';
import { lockCase } from './store.ts';

const batch = 100;

/**
 * Ends every clock that is due, county by county and in order of time, one transaction a case. The case is locked
 * first, so that of two servers scanning at once the second finds nothing left to do.
 * @returns how many cases were looked at
 */
export async function scanClocks(deps: CaseDeps): Promise<number> {
  let seen = 0;
  for (const { code: county } of deps.places.served()) seen += await scanCounty(deps, county);
  return seen;
}

async function scanCounty(deps: CaseDeps, county: string): Promise<number> {
  let seen = 0;
  for (;;) {
    // A clock is over with the minute after its due time; one to resume with the minute itself.
    const now = new Date(deps.clock.now()).toISOString();
    const due = await deps.db.transaction({ county, system: true }, (trx) => listDueCases(trx, county, now, batch));
    let ended = 0;
    for (const id of due) ended += await endOf(deps, county, id);
    seen += ended;
    if (due.length < batch || ended === 0) return seen;
  }
}

async function endOf(deps: CaseDeps, county: string, id: string): Promise<number> {
  const rules = await deps.rules(county, deps.clock.now());
  const directory = await deps.directory(county);
  return deps.db.transaction({ county, system: true }, async (trx) => {
    const locked = await lockCase(trx, county, id);
    if (!locked) return 0;
    const after = await endDueClocks(deps, trx, { county, rules, directory }, locked);
    return after.found.version > locked.found.version ? 1 : 0;
  });
}
