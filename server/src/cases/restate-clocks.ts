import { isOpen } from '@gezhi/domain/cases/index';
import { isRefusal } from '../refusal.ts';
import { apply } from './apply-command.ts';
import type { CaseDeps } from './deps.ts';
import { endDueClocks } from './due-clocks.ts';
import { listCases } from './list-store.ts';
import { lockCase } from './store.ts';

/** Applies the clock rules in force to the clocks already running in a county, because the administrator said so. */
export async function restateClocks(deps: CaseDeps, county: string): Promise<number> {
  const now = new Date(deps.clock.now()).toISOString();
  const scope = { county, system: true };
  const asked = { scope, filters: { open: true }, search: { words: [] }, mine: [], now };
  let after: readonly (string | number | null)[] | undefined;
  let restated = 0;
  for (;;) {
    const page = await deps.db.transaction(scope, (trx) =>
      listCases(trx, asked, { sort: 'newest', after, limit: 200 }),
    );
    for (const { found } of page.slice(0, 200))
      if (isOpen(found.state)) restated += await restate(deps, county, found.id);
    if (page.length <= 200) return restated;
    after = page[199]?.position;
  }
}

async function restate(deps: CaseDeps, county: string, id: string): Promise<number> {
  const rules = await deps.rules(county, deps.clock.now());
  const directory = await deps.directory(county);
  return deps.db.transaction({ county, system: true }, async (trx) => {
    const locked = await lockCase(trx, county, id);
    if (!locked) return 0;
    const commanding = { county, id, actor: { kind: 'system', county } as const, rules, directory };
    const current = await endDueClocks(deps, trx, commanding, locked);
    const after = await apply(deps, trx, commanding, current, { type: 'restateClocks' });
    return !isRefusal(after) && after.version > current.found.version ? 1 : 0;
  });
}
