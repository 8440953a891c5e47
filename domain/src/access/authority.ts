import { type Actor, mayIn } from './actor.ts';

/** Codes of the areas a person's posts reach: of the post itself, or the area its organisation serves. */
type Reach = readonly string[];

/**
 * Whether the actor may invite, lock, unlock or reset this person's account. The right must cover every place where the
 * person holds a post: else the administrator of a street could take over the county commander's account.
 * @param keptBy code of the area that keeps the person's record
 */
export function mayManageAccount(actor: Actor, keptBy: string, reach: Reach): boolean {
  return [keptBy, ...reach].every((area) => mayIn(actor, 'account.manage', area));
}

/** Whether the actor may give or end a post that reaches these areas: the right must cover all of them. */
export function mayEditPost(actor: Actor, reach: Reach): boolean {
  return reach.length > 0 && reach.every((area) => mayIn(actor, 'people.edit', area));
}
