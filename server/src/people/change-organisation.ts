import type { organisationChange } from '@gezhi/contract/people/index';
import { mayIn } from '@gezhi/domain/access/index';
import { fitsUnder } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import { afterCommit, type OrganisationTable, scopeOf } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { parentRefusal } from './create-organisation.ts';
import { type EndingDeps, iso, type PeopleDeps, refuseArea, type Staff } from './deps.ts';
import { pinyinInitials } from './initials.ts';
import { findOrganisationRow, readParents, updateOrganisation } from './organisation-store.ts';
import { moveMembers } from './member-store.ts';
import { openDutiesOf } from './open-duties.ts';
import { hasOpenPosts, moveReach } from './post-store.ts';
import { readServed, replaceServed } from './served-store.ts';

type Change = z.output<typeof organisationChange>;

function changed(row: OrganisationTable, change: Change): OrganisationTable {
  return {
    ...row,
    kind: change.kind ?? row.kind,
    name: change.name ?? row.name,
    initials: change.name === undefined ? row.initials : pinyinInitials(change.name),
    parent: change.parent === undefined ? row.parent : change.parent,
    area: change.area ?? row.area,
    duty_phone: change.dutyPhone === undefined ? row.duty_phone : change.dutyPhone,
  };
}

/**
 * Renames an organisation, moves it in the tree or to another area; its posts move with it.
 * @param check told the row as it stands, refuses when the asker had read another version
 */
export async function changeOrganisation(
  deps: PeopleDeps,
  actor: Staff,
  input: {
    readonly id: string;
    readonly change: Change;
    readonly check: (row: OrganisationTable) => Refusal | undefined;
  },
): Promise<OrganisationTable | Refusal> {
  const { county } = actor;
  const unknown = refuseArea(deps, input.change.area);
  if (unknown !== undefined) return unknown;
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findOrganisationRow(trx, county, input.id);
    if (row === undefined) return refuse('organisation.notFound');
    if (row.retired_at !== null) return refuse('organisation.retired');
    const next = changed(row, input.change);
    if (!mayIn(actor, 'people.edit', row.area) || !mayIn(actor, 'people.edit', next.area))
      return refuse('people.forbidden');
    const stale = input.check(row);
    if (stale !== undefined) return stale;
    const refusal = await parentRefusal(trx, county, input.change.parent);
    if (refusal !== undefined) return refusal;
    const parents = await readParents(trx, county);
    if (!fitsUnder(row.id, next.parent ?? undefined, (id) => parents.get(id))) return refuse('organisation.circle');
    if (!(await updateOrganisation(trx, next))) return refuse('http.stale');
    afterCommit(trx, () => deps.changed.names());
    if (next.area !== row.area) {
      await moveReach(trx, county, row.id, next.area);
      await moveMembers(trx, county, row.id, next.area);
      await replaceServed(trx, county, row.id, next.area, await readServed(trx, county, row.id));
    }
    return { ...next, version: row.version + 1 };
  });
}

/** Ends an organisation nobody holds a post in any more and that owes nothing; else it is closed with a hand-over. */
export async function retireOrganisation(
  deps: EndingDeps,
  actor: Staff,
  id: string,
): Promise<OrganisationTable | Refusal> {
  const { county } = actor;
  const now = iso(deps.clock.now());
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findOrganisationRow(trx, county, id);
    if (row === undefined) return refuse('organisation.notFound');
    if (!mayIn(actor, 'people.edit', row.area)) return refuse('people.forbidden');
    if (row.retired_at !== null) return row;
    if (await hasOpenPosts(trx, county, id, now)) return refuse('organisation.hasPosts');
    const open = await openDutiesOf(trx, deps, county, id, deps.clock.now());
    if (open.length > 0) return refuse('organisation.hasDuties', { params: { n: open.length } });
    const retired = { ...row, retired_at: now };
    if (!(await updateOrganisation(trx, retired))) return refuse('http.stale');
    afterCommit(trx, () => deps.changed.names());
    return { ...retired, version: row.version + 1 };
  });
}
