import type { Permission } from './permissions.ts';

/** A post that is live now, with the permissions its role gives. Exactly where the rights hold: an area and all under it, or an organisation. */
export interface LivePost {
  readonly id: string;
  readonly role: string;
  /** Code of the area the post serves; its rights hold for every code that begins with it. */
  readonly area?: string;
  /** The organisation the post belongs to. */
  readonly org?: string;
  /** When it ends by itself, where that is known (epoch ms). */
  readonly until?: number;
  /** The post of somebody on leave that it stands in for. */
  readonly actingFor?: string;
  readonly permissions: readonly Permission[];
}

/** Who is asking. A reporter is whoever holds the follow code of one case. */
export type Actor =
  | {
      readonly kind: 'staff';
      readonly county: string;
      readonly person: string;
      readonly name: string;
      readonly posts: readonly LivePost[];
    }
  | { readonly kind: 'reporter'; readonly county: string; readonly caseId: string }
  | { readonly kind: 'public' }
  | { readonly kind: 'system'; readonly county: string };

/** Whether any live post of the actor gives the permission anywhere. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'staff' && actor.posts.some((post) => post.permissions.includes(permission));
}

/** Whether a live post gives the permission in the area (the post's area is a prefix of the code). */
export function mayIn(actor: Actor, permission: Permission, area: string): boolean {
  return (
    actor.kind === 'staff' &&
    actor.posts.some(
      (post) => post.area !== undefined && area.startsWith(post.area) && post.permissions.includes(permission),
    )
  );
}

/** Whether a live post gives the permission for the organisation. */
export function mayFor(actor: Actor, permission: Permission, org: string): boolean {
  return (
    actor.kind === 'staff' && actor.posts.some((post) => post.org === org && post.permissions.includes(permission))
  );
}

/** The area prefixes the actor may see, without those that another covers. */
export function areaScope(actor: Actor): readonly string[] {
  if (actor.kind !== 'staff') return [];
  const all = [...new Set(actor.posts.flatMap((post) => (post.area === undefined ? [] : [post.area])))].sort();
  return all.filter((code) => !all.some((other) => other !== code && code.startsWith(other)));
}

/** The organisations the actor works for. */
export function orgScope(actor: Actor): readonly string[] {
  if (actor.kind !== 'staff') return [];
  return [...new Set(actor.posts.flatMap((post) => (post.org === undefined ? [] : [post.org])))].sort();
}
