import { type Actor, areaScope, mayIn } from '@gezhi/domain/access/index';

type Staff = Extract<Actor, { kind: 'staff' }>;

/**
 * The areas whose figures the actor may read: the one asked for if it lies in them, else all of them, without those
 * that another covers. Empty where there is none.
 */
export function figureAreas(actor: Staff, asked: string | undefined): readonly string[] {
  if (asked !== undefined) return mayIn(actor, 'figures.read', asked) ? [asked] : [];
  const posts = actor.posts.filter(({ permissions }) => permissions.includes('figures.read'));
  return areaScope({ ...actor, posts });
}
