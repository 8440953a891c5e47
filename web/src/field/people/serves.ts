import type { PersonRow } from '@gezhi/contract/people/index';

/** Codes that one question for names takes. */
const MOST = 200;

type Posts = PersonRow['posts'];

/** Every area the posts name, in an order of their own: the same people make the same question, kept for days without a line. */
export function areasServed(rows: readonly Pick<PersonRow, 'posts'>[]): readonly string[] {
  const codes = rows.flatMap(({ posts }) => posts.flatMap(({ area }) => (area === undefined ? [] : [area])));
  return [...new Set(codes)].toSorted().slice(0, MOST);
}

/** One place or body, and what somebody is there. */
interface Serves {
  readonly where: string;
  readonly roles: readonly string[];
}

/**
 * What somebody does where: each place once, with all their posts in it.
 * @param nameOf name of an area or a body; undefined while it is read, or where nothing names it
 */
export function servesOf(posts: Posts, nameOf: (codeOrId: string) => string | undefined): readonly Serves[] {
  const found = new Map<string, Set<string>>();
  for (const { role, area, org } of posts) {
    const where = [area, org].flatMap((key) => (key === undefined ? [] : (nameOf(key) ?? []))).join(' · ');
    found.set(where, (found.get(where) ?? new Set()).add(role));
  }
  return [...found].map(([where, roles]) => ({ where, roles: [...roles] }));
}
