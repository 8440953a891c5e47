import type { RegisterEntryRow } from '@gezhi/contract/registers/index';
import type { Trx } from '../database/index.ts';
import { countAnchored, type StoredEntry } from './entry-store.ts';
import { readNamed } from './names.ts';

/** Entries as the API shows them, with the names of what they refer to. */
export async function entryRows(
  trx: Trx,
  county: string,
  rows: readonly StoredEntry[],
): Promise<readonly RegisterEntryRow[]> {
  const { people, orgs, households } = await readNamed(trx, county, rows);
  const anchors = rows.filter(({ kind }) => kind === 'anchorHousehold').map(({ id }) => id);
  const counts = await countAnchored(trx, county, anchors);
  return rows.map((row) => {
    const personName = row.person === null ? undefined : people.get(row.person);
    const orgName = row.org === null ? undefined : orgs.get(row.org);
    const address = row.household === null ? undefined : households.get(row.household);
    return {
      id: row.id,
      kind: row.kind as RegisterEntryRow['kind'],
      area: row.area,
      from: row.from_at,
      fields: row.body as RegisterEntryRow['fields'],
      version: row.version,
      ...(row.person === null ? {} : { person: row.person }),
      ...(personName === undefined ? {} : { personName }),
      ...(row.org === null ? {} : { org: row.org }),
      ...(orgName === undefined ? {} : { orgName }),
      ...(row.household === null ? {} : { household: row.household }),
      ...(address === undefined ? {} : { address }),
      ...(row.to_at === null ? {} : { to: row.to_at }),
      ...(row.kind === 'anchorHousehold' ? { looksAfter: counts.get(row.id) ?? 0 } : {}),
    };
  });
}

/** One entry as the API shows it. */
export async function entryRow(trx: Trx, county: string, row: StoredEntry): Promise<RegisterEntryRow> {
  const [shown] = await entryRows(trx, county, [row]);
  if (shown === undefined) throw new Error('an entry was read and not shown');
  return shown;
}
