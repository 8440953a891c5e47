import { livePosts } from '@gezhi/domain/access/index';
import type { Database } from '../database/index.ts';
import type { Staff } from './deps.ts';
import { findPersonRow } from './person-store.ts';
import { listPostsOf, postOf } from './post-store.ts';
import { rolesOf } from './rules.ts';

/**
 * Reads who somebody is from the posts they hold now: work done in the background for them is done with no right that
 * has ended. Not inside a transaction.
 */
export function staffFrom({ db, clock }: { readonly db: Database; readonly clock: { now(): number } }) {
  return (county: string, id: string): Promise<Staff | undefined> =>
    db.transaction({ county, system: true }, async (trx) => {
      const now = clock.now();
      const person = await findPersonRow(trx, county, id);
      if (person === undefined || person.retired_at !== null) return undefined;
      const posts = (await listPostsOf(trx, county, [id], new Date(now).toISOString())).map(postOf);
      const roles = await rolesOf(trx, county, now);
      return { kind: 'staff', county, person: id, name: person.name, posts: livePosts(posts, roles, now) };
    });
}
