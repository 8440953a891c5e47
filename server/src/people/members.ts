import type { newMembership } from '@gezhi/contract/people/index';
import { mayIn } from '@gezhi/domain/access/index';
import { membershipRefusal } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import { afterCommit, type OrganisationMemberTable, scopeOf, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, type Run, type Staff } from './deps.ts';
import { closeMember, findMemberRow, insertMember, listMemberRows } from './member-store.ts';
import { findOrganisationRow } from './organisation-store.ts';
import { findPersonRow } from './person-store.ts';

export type NewMembership = z.output<typeof newMembership>;

/** Why a member cannot be taken in, or undefined when it can. */
async function memberRefusal(trx: Trx, county: string, input: NewMembership): Promise<Refusal | undefined> {
  if (input.memberOrg !== undefined) {
    const org = await findOrganisationRow(trx, county, input.memberOrg);
    if (org === undefined || org.retired_at !== null) return refuse('organisation.unknown');
  }
  if (input.memberPerson !== undefined) {
    const person = await findPersonRow(trx, county, input.memberPerson);
    if (person === undefined || person.retired_at !== null) return refuse('person.unknown');
  }
  return undefined;
}

/** Adds a member to a body within a transaction that may. */
async function addMembership(
  trx: Trx,
  given: {
    readonly county: string;
    readonly body: { readonly id: string; readonly area: string };
    readonly input: NewMembership;
    readonly by: string | null;
    readonly now: number;
  },
): Promise<OrganisationMemberTable | Refusal> {
  const { county, body, input, by, now } = given;
  const { memberOrg, memberPerson } = input;
  const from = input.from === undefined ? now : Date.parse(input.from);
  const to = input.to === undefined ? undefined : Date.parse(input.to);
  const wrong = membershipRefusal({
    body: body.id,
    from,
    ...(memberOrg === undefined ? {} : { memberOrg }),
    ...(memberPerson === undefined ? {} : { memberPerson }),
    ...(to === undefined ? {} : { to }),
  });
  if (wrong !== undefined) return refuse(wrong);
  const unknown = await memberRefusal(trx, county, input);
  if (unknown !== undefined) return unknown;
  const filter = { organisation: body.id, memberOrg, memberPerson };
  const same = (await listMemberRows(trx, county, filter, iso(from), undefined, 50)).some(
    (row) =>
      row.duty === input.duty &&
      row.member_org === (memberOrg ?? null) &&
      row.member_person === (memberPerson ?? null) &&
      (to === undefined || Date.parse(row.from_at) < to),
  );
  if (same) return refuse('membership.doubled');
  const row: OrganisationMemberTable = {
    county,
    id: newId(),
    organisation: body.id,
    member_org: memberOrg ?? null,
    member_person: memberPerson ?? null,
    duty: input.duty,
    reach: body.area,
    from_at: iso(from),
    to_at: to === undefined ? null : iso(to),
    added_by: by,
    ended_by: null,
    end_reason: null,
  };
  await insertMember(trx, row);
  return row;
}

/** Adds a member to a body where the actor may edit people: the body decides who belongs to it. */
export async function addMember(
  deps: Pick<PeopleDeps, 'clock' | 'changed'>,
  run: Run,
  actor: Staff,
  organisation: string,
  input: NewMembership,
): Promise<OrganisationMemberTable | Refusal> {
  const { county } = actor;
  return run(scopeOf(actor, county), async (trx) => {
    const body = await findOrganisationRow(trx, county, organisation);
    if (body === undefined) return refuse('organisation.notFound');
    if (body.retired_at !== null) return refuse('organisation.retired');
    if (!mayIn(actor, 'people.edit', body.area)) return refuse('people.forbidden');
    const row = await addMembership(trx, { county, body, input, by: actor.person, now: deps.clock.now() });
    if (!isRefusal(row)) afterCommit(trx, () => deps.changed.names());
    return row;
  });
}

/** Ends a membership now. */
export async function endMember(
  deps: Pick<PeopleDeps, 'db' | 'clock' | 'changed'>,
  actor: Staff,
  id: string,
  reason: string,
): Promise<OrganisationMemberTable | Refusal> {
  const { county } = actor;
  const at = iso(deps.clock.now());
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findMemberRow(trx, county, id);
    if (row === undefined) return refuse('membership.notFound');
    if (!mayIn(actor, 'people.edit', row.reach)) return refuse('people.forbidden');
    if (!(await closeMember(trx, county, id, { at, by: actor.person, reason }))) return refuse('membership.over');
    afterCommit(trx, () => deps.changed.names());
    return (await findMemberRow(trx, county, id)) ?? row;
  });
}
