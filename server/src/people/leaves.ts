import type { LeaveRow, newLeave } from '@gezhi/contract/people/index';
import { mayEditPost } from '@gezhi/domain/access/index';
import { actingPosts, leaveRefusal } from '@gezhi/domain/people/index';
import type { z } from 'zod';
import { afterCommit, asSystem, type LeaveTable, type PostTable, scopeOf, type Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, type Run, type Staff } from './deps.ts';
import {
  closeLeave,
  countActing,
  findLeaveRow,
  insertLeave,
  leaveOf,
  listLeavesOf,
  lockPeople,
} from './leave-store.ts';
import { findPersonRow, readNames } from './person-store.ts';
import { closeLeavePosts, insertPost, listPostsOf, postOf } from './post-store.ts';

/** Leaves as the API shows them. */
export async function leaveRows(
  trx: Trx,
  county: string,
  rows: readonly LeaveTable[],
  now: number,
): Promise<readonly LeaveRow[]> {
  const names = await readNames(
    trx,
    county,
    rows.flatMap((row) => [row.person, ...(row.deputy === null ? [] : [row.deputy])]),
  );
  const acting = await countActing(
    trx,
    county,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { from, to } = leaveOf(row);
    return {
      id: row.id,
      person: row.person,
      personName: names.get(row.person) ?? '',
      from: row.from_at,
      to: row.to_at,
      standing: row.ended_at !== null || to <= now ? 'over' : now < from ? 'ahead' : 'now',
      acting: acting.get(row.id) ?? 0,
      ...(row.deputy === null ? {} : { deputy: row.deputy, deputyName: names.get(row.deputy) ?? '' }),
      ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    };
  });
}

const reachesOf = (posts: readonly PostTable[]): string[] =>
  posts.flatMap(({ reach, area }) => (area === null ? [reach] : [reach, area]));

/** Whether both are there and may be away and act; refuses who has left. */
async function standingPerson(trx: Trx, county: string, id: string) {
  const row = await findPersonRow(trx, county, id);
  return row === undefined || row.retired_at !== null ? refuse('person.unknown') : row;
}

/**
 * Puts a person on leave. The deputy gets the rights of the person's posts for those days, as posts that end by
 * themselves. Who gives rights must be able to give each of those posts.
 */
export async function takeLeave(
  deps: Pick<PeopleDeps, 'clock' | 'changed'>,
  run: Run,
  actor: Staff,
  input: z.output<typeof newLeave>,
): Promise<LeaveTable | Refusal> {
  const { county } = actor;
  return run(scopeOf(actor, county), async (trx) => {
    const now = deps.clock.now();
    const person = await standingPerson(trx, county, input.person);
    if (isRefusal(person)) return person;
    const deputy = input.deputy === undefined ? undefined : await standingPerson(trx, county, input.deputy);
    if (isRefusal(deputy)) return deputy;
    const both = [person.id, ...(deputy === undefined ? [] : [deputy.id])];
    await asSystem(trx, county, () => lockPeople(trx, county, both));
    const posts = await listPostsOf(trx, county, [person.id], iso(now));
    if (!mayEditPost(actor, [person.area, ...reachesOf(posts)])) return refuse('people.forbidden');
    const asked = {
      id: newId(),
      person: person.id,
      from: input.from === undefined ? now : Date.parse(input.from),
      to: Date.parse(input.to),
      ...(deputy === undefined ? {} : { deputy: deputy.id }),
    };
    const others = (await listLeavesOf(trx, county, both, iso(now))).map(leaveOf);
    const wrong = leaveRefusal(asked, others, now);
    if (wrong !== undefined) return refuse(wrong);
    const row: LeaveTable = {
      county,
      id: asked.id,
      person: person.id,
      deputy: deputy?.id ?? null,
      reach: person.area,
      from_at: iso(asked.from),
      to_at: iso(asked.to),
      made_by: actor.person,
      made_at: iso(now),
      ended_at: null,
      ended_by: null,
    };
    await insertLeave(trx, row);
    const reach = new Map(posts.map((post) => [post.id, post.reach]));
    for (const acting of actingPosts(posts.map(postOf), asked, now)) {
      await insertPost(trx, {
        county,
        id: newId(),
        person: deputy?.id ?? person.id,
        role: acting.role,
        area: acting.area ?? null,
        org: acting.org ?? null,
        reach: reach.get(acting.actingFor) ?? person.area,
        from_at: iso(acting.from),
        to_at: iso(acting.to),
        time: acting.time,
        given_by: actor.person,
        ended_by: null,
        end_reason: null,
        acting_for: acting.actingFor,
        leave_id: row.id,
      });
    }
    if (deputy !== undefined) afterCommit(trx, () => deps.changed.rights(county, deputy.id));
    return row;
  });
}

/** The person is back, or does not go: what the deputy acts in ends now. */
export async function endLeave(
  deps: Pick<PeopleDeps, 'db' | 'clock' | 'changed'>,
  actor: Staff,
  id: string,
): Promise<LeaveTable | Refusal> {
  const { county } = actor;
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const now = deps.clock.now();
    const row = await findLeaveRow(trx, county, id);
    if (row === undefined) return refuse('leave.notFound');
    if (!mayEditPost(actor, [row.reach])) return refuse('people.forbidden');
    if (row.ended_at !== null || Date.parse(row.to_at) <= now) return refuse('leave.over');
    const end = { at: iso(now), by: actor.person };
    if (!(await closeLeave(trx, county, id, end))) return refuse('leave.over');
    // Posts elsewhere end too: taking a right back is never held up by who keeps it.
    await asSystem(trx, county, () => closeLeavePosts(trx, county, id, end));
    const { deputy } = row;
    if (deputy !== null) afterCommit(trx, () => deps.changed.rights(county, deputy));
    return { ...row, ended_at: end.at, ended_by: end.by };
  });
}
