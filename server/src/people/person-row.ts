import type { PersonRow } from '@gezhi/contract/people/index';
import { isLive } from '@gezhi/domain/people/index';
import type { PersonTable, Trx } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { iso } from './deps.ts';
import { listPostsOf, postOf } from './post-store.ts';
import { maskedContacts } from './subject.ts';

async function accountsOf(trx: Trx, county: string, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom('account')
    .select(['id', 'person'])
    .where('county', '=', county)
    .where('person', 'in', people)
    .execute();
  return new Map(rows.map((row) => [row.person, row.id]));
}

/** People as the API shows them: with the posts held now that are in scope, and the phone masked. */
export async function personRows(
  trx: Trx,
  keys: Keys,
  county: string,
  rows: readonly PersonTable[],
  now: number,
): Promise<readonly PersonRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const posts = (await listPostsOf(trx, county, ids, iso(now))).map(postOf).filter((post) => isLive(post, now));
  const contacts = await maskedContacts(
    trx,
    keys,
    county,
    rows.flatMap((row) => (row.subject === null ? [] : [row.subject])),
  );
  const accounts = await accountsOf(trx, county, ids);
  return rows.map((row) => {
    const contact = row.subject === null ? undefined : contacts.get(row.subject);
    const account = accounts.get(row.id);
    return {
      id: row.id,
      name: row.name,
      area: row.area,
      hasEmail: contact?.hasEmail ?? false,
      posts: posts
        .filter((post) => post.person === row.id)
        .map(({ id, role, area, org, to, actingFor }) => ({
          id,
          role,
          ...(area === undefined ? {} : { area }),
          ...(org === undefined ? {} : { org }),
          ...(to === undefined ? {} : { to: iso(to) }),
          ...(actingFor === undefined ? {} : { actingFor }),
        })),
      ...(contact?.phone === undefined ? {} : { phone: contact.phone }),
      ...(account === undefined ? {} : { account }),
      ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
    };
  });
}
