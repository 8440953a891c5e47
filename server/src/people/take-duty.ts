import type { HandOver } from '@gezhi/domain/people/index';
import { type OrganisationTable, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { type Refusal } from '../refusal.ts';
import { iso } from './deps.ts';
import { deleteTurn, findTurnRow, insertTurn } from './duty-store.ts';
import { closeMember, findMemberRow, insertMember, listMemberRows } from './member-store.ts';
import type { HandOn } from './open-work.ts';
import { findOrganisationRow, updateOrganisation } from './organisation-store.ts';
import { closeActing, closePost, findPostRow, insertPost, listActingRows } from './post-store.ts';

/** What handing one duty on works with. */
export interface Taking {
  readonly county: string;
  /** The body that ends. */
  readonly from: OrganisationTable;
  /** Who takes it; undefined ends it. */
  readonly to: OrganisationTable | undefined;
  readonly by: string;
  readonly reason: string;
  readonly now: number;
  readonly handOn: HandOn;
}

/** Moves a post to the body that takes it: the old one ends, a new one begins, and so do those that stand in for it. */
async function takePost(trx: Trx, id: string, taking: Taking): Promise<readonly string[]> {
  const { county, to, by, reason, now } = taking;
  const row = await findPostRow(trx, county, id);
  if (row === undefined) return [];
  const at = iso(Math.max(now, Date.parse(row.from_at)));
  const acting = await listActingRows(trx, county, id, at);
  await closePost(trx, county, id, { at, by, reason });
  const deputies = await closeActing(trx, county, id, { at, by, reason });
  if (to !== undefined) {
    const moved = { ...row, id: newId(), org: to.id, from_at: at, reach: row.area ?? to.area, given_by: by };
    await insertPost(trx, { ...moved, ended_by: null, end_reason: null });
    for (const stands of acting) {
      const from = iso(Math.max(Date.parse(at), Date.parse(stands.from_at)));
      const more = { id: newId(), org: to.id, acting_for: moved.id, from_at: from, reach: moved.reach };
      await insertPost(trx, { ...stands, ...more, ended_by: null, end_reason: null });
    }
  }
  return [row.person, ...deputies];
}

async function takeTurn(trx: Trx, id: string, { county, to, by }: Taking): Promise<void> {
  const row = await findTurnRow(trx, county, id);
  if (row === undefined) return;
  await deleteTurn(trx, county, id);
  if (to !== undefined) await insertTurn(trx, { ...row, id: newId(), org: to.id, reach: to.area, made_by: by });
}

/** A place in a body of others goes on under the body that takes it, unless that one has such a place. */
async function takeMembership(trx: Trx, id: string, taking: Taking): Promise<void> {
  const { county, from, to, by, reason, now } = taking;
  const row = await findMemberRow(trx, county, id);
  if (row === undefined) return;
  const at = iso(Math.max(now, Date.parse(row.from_at)));
  await closeMember(trx, county, id, { at, by, reason });
  if (to === undefined) return;
  const own = row.organisation === from.id;
  const next = own ? { ...row, organisation: to.id, reach: to.area } : { ...row, member_org: to.id };
  // A body does not belong to itself.
  if (next.member_org === next.organisation) return;
  const there = await listMemberRows(trx, county, { organisation: next.organisation }, at, undefined, 10_000);
  const same = there.some(
    (other) =>
      other.duty === next.duty && other.member_org === next.member_org && other.member_person === next.member_person,
  );
  if (!same)
    await insertMember(trx, { ...next, id: newId(), from_at: at, added_by: by, ended_by: null, end_reason: null });
}

/** A body below stands under the one that takes it; the one that takes it moves up to where the old one stood. */
async function takeChild(trx: Trx, id: string, { county, from, to }: Taking): Promise<void> {
  const row = await findOrganisationRow(trx, county, id);
  if (row === undefined || to === undefined) return;
  await updateOrganisation(trx, { ...row, parent: id === to.id ? from.parent : to.id });
}

/**
 * Hands one duty on, as the program. Rows of the duty list are handed on together, by a new version of the list.
 * @returns people whose rights changed by it, or why the work cannot be handed on
 */
export async function takeDuty(trx: Trx, duty: HandOver, taking: Taking): Promise<readonly string[] | Refusal> {
  const { from, to } = taking;
  switch (duty.kind) {
    case 'post':
      return takePost(trx, duty.id, taking);
    case 'turn':
      await takeTurn(trx, duty.id, taking);
      return [];
    case 'membership':
      await takeMembership(trx, duty.id, taking);
      return [];
    case 'child':
      await takeChild(trx, duty.id, taking);
      return [];
    case 'dutyRow':
      return [];
    case 'workOrder': {
      if (to === undefined) return [];
      const bodies = { from: { kind: 'org', org: from.id }, to: { kind: 'org', org: to.id } } as const;
      return (await taking.handOn(trx, { caseId: duty.id, ...bodies })) ?? [];
    }
  }
}
