import type { newPost } from '@gezhi/contract/people/index';
import { mayEditPost } from '@gezhi/domain/access/index';
import { postRefusal } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import { afterCommit, type PostTable, scopeOf, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, refuseArea, type Run, type Staff } from './deps.ts';
import { findOrganisationRow } from './organisation-store.ts';
import { findPersonRow } from './person-store.ts';
import { insertPost } from './post-store.ts';
import { rolesOf } from './rules.ts';

export type NewPost = z.output<typeof newPost>;

/** The areas a post reaches: its own, and the one its organisation serves. Refuses an organisation that does not stand. */
export async function reachOf(
  trx: Trx,
  county: string,
  post: { readonly area?: string | null | undefined; readonly org?: string | null | undefined },
): Promise<readonly string[] | Refusal> {
  const areas = post.area == null ? [] : [post.area];
  if (post.org == null) return areas;
  const org = await findOrganisationRow(trx, county, post.org);
  if (org === undefined || org.retired_at !== null) return refuse('organisation.unknown');
  return [...areas, org.area];
}

/** Gives a post within a transaction that may: set-up, demonstration and imports use this too. */
export async function addPost(
  trx: Trx,
  deps: Pick<PeopleDeps, 'changed'>,
  given: { readonly county: string; readonly input: NewPost; readonly by: string | null; readonly now: number },
): Promise<PostTable | Refusal> {
  const { county, input, by, now } = given;
  const from = input.from === undefined ? now : Date.parse(input.from);
  const to = input.to === undefined ? undefined : Date.parse(input.to);
  const { area, org } = input;
  const wrong = postRefusal({
    from,
    ...(area === undefined ? {} : { area }),
    ...(org === undefined ? {} : { org }),
    ...(to === undefined ? {} : { to }),
  });
  if (wrong !== undefined) return refuse(wrong);
  const reach = await reachOf(trx, county, input);
  if (isRefusal(reach)) return reach;
  const person = await findPersonRow(trx, county, input.person);
  if (person === undefined || person.retired_at !== null) return refuse('person.unknown');
  const roles = await rolesOf(trx, county, now);
  if (!roles.some((role) => role.id === input.role)) return refuse('role.unknown', { params: { role: input.role } });
  const row: PostTable = {
    county,
    id: newId(),
    person: input.person,
    role: input.role,
    area: area ?? null,
    org: org ?? null,
    reach: reach[0] ?? county,
    from_at: iso(from),
    to_at: to === undefined ? null : iso(to),
    time: input.time,
    given_by: by,
    ended_by: null,
    end_reason: null,
    acting_for: null,
    leave_id: null,
  };
  await insertPost(trx, row);
  afterCommit(trx, () => deps.changed.rights(county, row.person));
  return row;
}

/** Gives a post where the actor may edit people: in its area, and in the area its organisation serves. */
export async function givePost(deps: PeopleDeps, run: Run, actor: Staff, input: NewPost): Promise<PostTable | Refusal> {
  const { county } = actor;
  const unknown = refuseArea(deps, input.area);
  if (unknown !== undefined) return unknown;
  return run(scopeOf(actor, county), async (trx) => {
    const reach = await reachOf(trx, county, input);
    if (isRefusal(reach)) return reach;
    if (reach.length > 0 && !mayEditPost(actor, reach)) return refuse('people.forbidden');
    return addPost(trx, deps, { county, input, by: actor.person, now: deps.clock.now() });
  });
}
