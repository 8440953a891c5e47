import type { PostDutyRow } from '@gezhi/contract/people/index';
import { mayEditPost } from '@gezhi/domain/access/index';
import { afterCommit, asSystem, type PostTable, scopeOf, type Trx } from '../database/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type EndingDeps, iso, type Staff } from './deps.ts';
import { postDutiesOf } from './post-duties.ts';
import { closeActing, closePost, findPostRow } from './post-store.ts';

/** A post of which somebody speaks, where they may end it. */
async function ownPost(trx: Trx, actor: Staff, id: string): Promise<PostTable | Refusal> {
  const row = await findPostRow(trx, actor.county, id);
  if (row === undefined) return refuse('post.notFound');
  const reach = [row.reach, ...(row.area === null ? [] : [row.area])];
  return mayEditPost(actor, reach) ? row : refuse('people.forbidden');
}

/**
 * Ends a post, now or at a later time. Its rights end with it, and so do those of whoever stands in for it. Answers
 * what it leaves without an owner.
 * @param input.at ISO time, not before now: what was done while a post held stays lawful
 */
export async function endPost(
  deps: EndingDeps,
  actor: Staff,
  input: { readonly id: string; readonly at?: string | undefined; readonly reason: string },
): Promise<{ readonly row: PostTable; readonly openDuties: readonly PostDutyRow[] } | Refusal> {
  const { county } = actor;
  const now = deps.clock.now();
  const at = input.at === undefined ? now : Date.parse(input.at);
  if (at < now) return refuse('post.endsInThePast');
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await ownPost(trx, actor, input.id);
    if (isRefusal(row)) return row;
    const openDuties = await postDutiesOf(trx, deps, row, now);
    // One that has not begun never will.
    const end = { at: iso(Math.max(at, Date.parse(row.from_at))), by: actor.person, reason: input.reason };
    if (!(await closePost(trx, county, row.id, end))) return refuse('post.alreadyEnded');
    const deputies = await asSystem(trx, county, () => closeActing(trx, county, row.id, end));
    afterCommit(trx, () => {
      for (const person of new Set([row.person, ...deputies])) deps.changed.rights(county, person);
    });
    return { row: { ...row, to_at: end.at, ended_by: end.by, end_reason: end.reason }, openDuties };
  });
}

/** What would be left without an owner if a post ended now. */
export async function readPostDuties(
  deps: EndingDeps,
  actor: Staff,
  id: string,
): Promise<readonly PostDutyRow[] | Refusal> {
  return deps.db.transaction(scopeOf(actor, actor.county), async (trx) => {
    const row = await ownPost(trx, actor, id);
    return isRefusal(row) ? row : postDutiesOf(trx, deps, row, deps.clock.now());
  });
}
