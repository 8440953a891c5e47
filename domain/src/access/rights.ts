import { isLive, type Post } from '../people/index.ts';
import type { LivePost } from './actor.ts';
import type { Permission } from './permissions.ts';
import type { Instant } from '../time.ts';
import type { Role } from './roles.ts';

/**
 * The posts that hold at an instant, each with what its role gives. A role the county no longer has gives nothing.
 * @param roles the roles in force at that instant
 */
export function livePosts(posts: readonly Post[], roles: readonly Role[], now: Instant): readonly LivePost[] {
  return posts
    .filter((post) => isLive(post, now))
    .map((post) => ({
      id: post.id,
      role: post.role,
      ...(post.area === undefined ? {} : { area: post.area }),
      ...(post.org === undefined ? {} : { org: post.org }),
      ...(post.to === undefined ? {} : { until: post.to }),
      ...(post.actingFor === undefined ? {} : { actingFor: post.actingFor }),
      permissions: roles.find((role) => role.id === post.role)?.permissions ?? [],
    }));
}

/** Whether one of the posts has a role whose holders sign in with a second factor. */
export function needsSecondFactor(posts: readonly Pick<LivePost, 'role'>[], roles: readonly Role[]): boolean {
  return posts.some((post) => roles.some((role) => role.id === post.role && role.secondFactor));
}

/** Every permission that some of the posts gives, once each, in the order of the names. */
export function permissionsOf(posts: readonly LivePost[]): readonly Permission[] {
  return [...new Set(posts.flatMap((post) => post.permissions))].sort();
}
