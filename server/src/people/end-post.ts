import { mayEditPost } from '@gezhi/domain/access/index';
import { afterCommit, type PostTable, scopeOf } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { iso, type PeopleDeps, type Staff } from './deps.ts';
import { closePost, findPostRow } from './post-store.ts';

/**
 * Ends a post, now or at a later time. Its rights end with it.
 * @param input.at ISO time, not before now: what was done while a post held stays lawful
 */
export async function endPost(
  deps: PeopleDeps,
  actor: Staff,
  input: { readonly id: string; readonly at?: string | undefined; readonly reason: string },
): Promise<PostTable | Refusal> {
  const { county } = actor;
  const now = deps.clock.now();
  const at = input.at === undefined ? now : Date.parse(input.at);
  if (at < now) return refuse('post.endsInThePast');
  return deps.db.transaction(scopeOf(actor, county), async (trx) => {
    const row = await findPostRow(trx, county, input.id);
    if (row === undefined) return refuse('post.notFound');
    if (!mayEditPost(actor, [row.reach, ...(row.area === null ? [] : [row.area])])) return refuse('people.forbidden');
    // One that has not begun never will.
    const end = { at: iso(Math.max(at, Date.parse(row.from_at))), by: actor.person, reason: input.reason };
    if (!(await closePost(trx, county, row.id, end))) return refuse('post.alreadyEnded');
    afterCommit(trx, () => deps.changed.rights(county, row.person));
    return { ...row, to_at: end.at, ended_by: end.by, end_reason: end.reason };
  });
}
