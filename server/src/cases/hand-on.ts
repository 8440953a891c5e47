import type { Actor } from '@gezhi/domain/access/index';
import { type Body, bodyKey, type Case, isActive } from '@gezhi/domain/cases/index';
import { asSystem, type Trx } from '../database/index.ts';
import type { OpenWork, OwedCase } from '../people/index.ts';
import { isRefusal } from '../refusal.ts';
import { apply } from './apply-command.ts';
import type { CaseDeps } from './deps.ts';
import { endDueClocks } from './due-clocks.ts';
import { lockCase } from './store.ts';

const mostListed = 5000;

const named = (found: Case): OwedCase => ({
  id: found.id,
  number: found.number,
  description: found.report.description,
});

async function docsOwedBy(trx: Trx, county: string, body: Body): Promise<readonly Case[]> {
  const rows = await asSystem(trx, county, () =>
    trx
      .selectFrom('work_order')
      .innerJoin('case_file', (join) =>
        join.onRef('case_file.county', '=', 'work_order.county').onRef('case_file.id', '=', 'work_order.case_id'),
      )
      .select(['case_file.doc', 'case_file.id'])
      .where('work_order.county', '=', county)
      .where('work_order.body', '=', bodyKey(body))
      .where('work_order.state', 'in', ['sent', 'working'])
      .orderBy('case_file.id')
      .limit(mostListed)
      .execute(),
  );
  return [...new Map(rows.map(({ id, doc }) => [id, doc as Case])).values()];
}

/** The view that people have of open work, answered from the cases. */
export function openWork(deps: CaseDeps): OpenWork {
  return {
    owedBy: async (trx, county, body) => (await docsOwedBy(trx, county, body)).map(named),
    assignedTo: async (trx, county, body, person) => {
      const key = bodyKey(body);
      const own = (found: Case) =>
        found.workOrders.some((order) => isActive(order) && order.assignee === person && bodyKey(order.body) === key);
      return (await docsOwedBy(trx, county, body)).filter(own).map(named);
    },
    toVerify: async (trx, county, area, limit) => {
      const rows = await asSystem(trx, county, () =>
        trx
          .selectFrom('case_file')
          .select('doc')
          .where('county', '=', county)
          .where('state', '=', 'handled')
          .where('scope_area', '>=', area)
          .where('scope_area', '<', `${area}:`)
          .orderBy('reported_at')
          .limit(limit)
          .execute(),
      );
      return rows.map(({ doc }) => named(doc as Case));
    },
    prepare: async (county) => {
      const rules = await deps.rules(county, deps.clock.now());
      const directory = await deps.directory(county);
      const actor: Actor = { kind: 'system', county };
      return (trx, { caseId: id, from, to }) =>
        asSystem(trx, county, async () => {
          const locked = await lockCase(trx, county, id);
          if (!locked) return undefined;
          const commanding = { county, id, actor, rules, directory };
          const current = await endDueClocks(deps, trx, commanding, locked);
          const owes = current.found.workOrders.some(
            (order) => isActive(order) && bodyKey(order.body) === bodyKey(from),
          );
          // It may have finished while the list was read.
          if (!owes) return undefined;
          const after = await apply(deps, trx, commanding, current, { type: 'handOn', from, to });
          return isRefusal(after) ? after : undefined;
        });
    },
  };
}
