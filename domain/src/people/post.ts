import type { Instant } from '../time.ts';

/** How much of a working day a post takes. */
export const postTimes = ['full', 'part'] as const;
export type PostTime = (typeof postTimes)[number];

/** Who holds which role where, since when. Serves an area or an organisation, or both. */
export interface Post {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly area?: string;
  readonly org?: string;
  readonly from: Instant;
  /** The first instant it no longer holds; absent while open. */
  readonly to?: Instant;
  readonly time: PostTime;
  /** The post of somebody on leave that this one stands in for; it gives the same rights for those days. */
  readonly actingFor?: string;
}

/** Whether a post holds at an instant: from it began (included) until it ended (excluded). */
export function isLive(post: Pick<Post, 'from' | 'to'>, now: Instant): boolean {
  return post.from <= now && (post.to === undefined || now < post.to);
}

/** Why a post cannot be as asked, or undefined when it can. */
export function postRefusal(
  post: Pick<Post, 'area' | 'org' | 'from' | 'to'>,
): 'post.nowhere' | 'post.endsBeforeItBegins' | undefined {
  if (post.area === undefined && post.org === undefined) return 'post.nowhere';
  if (post.to !== undefined && post.to <= post.from) return 'post.endsBeforeItBegins';
  return undefined;
}
