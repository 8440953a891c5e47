import { sql } from 'kysely';
import { asSystem, type Trx } from '../database/index.ts';
import { rolesOf } from '../people/index.ts';
import type { FieldError } from '../refusal.ts';
import type { StoredEntry } from './entry-store.ts';

/** Role that the head of an anchor household holds, by the names of the default roles. */
const headRole = 'anchor-household-head';

type Named = Pick<StoredEntry, 'person' | 'from_at' | 'to_at' | 'body'>;

interface Held {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  /** As people of the county call it. */
  readonly roleName: string;
  readonly area: string | null;
  readonly org: string | null;
  readonly from_at: string;
  readonly to_at: string | null;
}

/** Posts of some people, and posts by id, that hold or will hold: wherever in the county they stand. */
export async function postsHeld(
  trx: Trx,
  county: string,
  whose: { readonly people: readonly string[]; readonly posts: readonly string[] },
  now: number,
): Promise<readonly Held[]> {
  if (whose.people.length + whose.posts.length === 0) return [];
  // Somebody who leaves may hold a post where the asker keeps nothing; that it is there must be known all the same.
  const { rows } = await asSystem(trx, county, () =>
    sql<Omit<Held, 'roleName'>>`
      select id, person, role, coalesce(area, '') as area, org, from_at, to_at from post
      where county = ${county} and (person = any(${whose.people}::text[]) or id = any(${whose.posts}::text[]))`.execute(
      trx,
    ),
  );
  const names = new Map((await rolesOf(trx, county, now)).map(({ id, name }) => [id, name.zh]));
  return rows.map((row) => ({ ...row, roleName: names.get(row.role) ?? row.role }));
}

/** Whether a post holds at some moment from `at` on. */
const lasts = ({ to_at: to }: Held, at: number): boolean => to === null || Date.parse(to) > at;

/** Why somebody cannot be the head of an anchor household: no post of one holds while the entry does. */
export function headFaults(row: Named, held: readonly Held[], now: number): readonly FieldError[] {
  const from = Math.max(now, Date.parse(row.from_at));
  // What has ended is history, and stays as it was.
  if (row.to_at !== null && Date.parse(row.to_at) <= now) return [];
  const post = row.body['post'];
  const heads = held.filter((one) => one.role === headRole && lasts(one, from));
  if (typeof post === 'string') {
    const named = heads.find(({ id }) => id === post);
    if (named === undefined) return [{ path: 'fields.post', code: 'register.notHead' }];
    return row.person === null || named.person === row.person ? [] : [{ path: 'person', code: 'register.otherHead' }];
  }
  return row.person === null || heads.some(({ person }) => person === row.person)
    ? []
    : [{ path: 'person', code: 'register.notHead' }];
}

/** The posts that somebody who leaves still holds on the day: each has to be ended, with a hand-over, before. */
export function exitFaults(row: Named, held: readonly Held[]): readonly FieldError[] {
  return held
    .filter((post) => post.person === row.person && lasts(post, Date.parse(row.from_at)))
    .map(({ roleName, area }) => ({
      path: 'person',
      code: 'register.exit.holdsPost',
      params: { role: roleName, area: area ?? '' },
    }));
}
