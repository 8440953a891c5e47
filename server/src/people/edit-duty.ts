import type { newDutyTurn } from '@gezhi/contract/people/index';
import { type Actor, mayFor, mayIn } from '@gezhi/domain/access/index';
import { turnRefusal } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import { type DutyTurnTable, scopeOf } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, refuseArea, type Run, type Staff } from './deps.ts';
import { type Desk, deleteTurn, findTurnRow, insertTurn } from './duty-store.ts';
import { reachOf } from './give-post.ts';
import { findPersonRow } from './person-store.ts';

/** Whether the actor keeps the roster of this desk: by a right in the area that keeps it, or in the organisation itself. */
export function mayEditDuty(actor: Actor, desk: Desk, reach: string): boolean {
  return mayIn(actor, 'duty.edit', reach) || (desk.org !== undefined && mayFor(actor, 'duty.edit', desk.org));
}

/** Puts a person on the roster of a desk. */
export async function addDuty(
  deps: Pick<PeopleDeps, 'isArea'>,
  run: Run,
  actor: Staff,
  input: z.output<typeof newDutyTurn>,
): Promise<DutyTurnTable | Refusal> {
  const { county } = actor;
  const [from, to] = [Date.parse(input.from), Date.parse(input.to)];
  const wrong = turnRefusal({ from, to });
  if (wrong !== undefined) return refuse(wrong);
  const unknown = refuseArea(deps, input.area);
  if (unknown !== undefined) return unknown;
  return run(scopeOf(actor, county), async (trx) => {
    const areas = await reachOf(trx, county, input);
    if (isRefusal(areas)) return areas;
    const reach = areas[0] ?? county;
    if (!mayEditDuty(actor, input, reach)) return refuse('people.forbidden');
    const person = await findPersonRow(trx, county, input.person);
    if (person === undefined || person.retired_at !== null) return refuse('person.unknown');
    const row: DutyTurnTable = {
      county,
      id: newId(),
      area: input.area ?? null,
      org: input.org ?? null,
      reach,
      person: person.id,
      from_at: iso(from),
      to_at: iso(to),
      made_by: actor.person,
    };
    await insertTurn(trx, row);
    return row;
  });
}

/** Takes a turn off the roster. */
export async function removeDuty(deps: Pick<PeopleDeps, 'db'>, actor: Staff, id: string): Promise<undefined | Refusal> {
  const { county } = actor;
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findTurnRow(trx, county, id);
    if (row === undefined) return refuse('duty.notFound');
    if (!mayEditDuty(actor, { org: row.org ?? undefined }, row.reach)) return refuse('people.forbidden');
    await deleteTurn(trx, county, id);
    return undefined;
  });
}
