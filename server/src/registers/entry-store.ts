import { sql } from 'kysely';
import type { RegisterEntryTable, Trx } from '../database/index.ts';
import { type After, likePart } from './paging.ts';

/** An entry as it is kept, its fields read. */
export type StoredEntry = Omit<RegisterEntryTable, 'body'> & { readonly body: Readonly<Record<string, unknown>> };

export interface EntryFilter {
  readonly kind?: string | undefined;
  /** In this area or under it. */
  readonly area?: string | undefined;
  readonly person?: string | undefined;
  readonly org?: string | undefined;
  readonly household?: string | undefined;
  /** Part of what it says. */
  readonly q?: string | undefined;
  /** Ended ones too. */
  readonly ended?: boolean | undefined;
}

/**
 * Entries, the latest to begin first.
 * @param now ISO time by which those left out had ended
 */
export async function listEntryRows(
  trx: Trx,
  county: string,
  filter: EntryFilter,
  now: string,
  after: After | undefined,
  limit: number,
): Promise<readonly StoredEntry[]> {
  let query = trx.selectFrom('register_entry').selectAll().where('county', '=', county).where('removed_at', 'is', null);
  const { kind, area, person, org, household, q } = filter;
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${area})`);
  if (person !== undefined) query = query.where('person', '=', person);
  if (org !== undefined) query = query.where('org', '=', org);
  if (household !== undefined) query = query.where('household', '=', household);
  if (q !== undefined && q.trim() !== '') {
    const like = likePart(q);
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`body::text ilike ${like}`,
        eb.exists(
          eb
            .selectFrom('person')
            .select('person.id')
            .whereRef('person.county', '=', 'register_entry.county')
            .whereRef('person.id', '=', 'register_entry.person')
            .where('person.name', 'ilike', like),
        ),
        eb.exists(
          eb
            .selectFrom('organisation')
            .select('organisation.id')
            .whereRef('organisation.county', '=', 'register_entry.county')
            .whereRef('organisation.id', '=', 'register_entry.org')
            .where('organisation.name', 'ilike', like),
        ),
      ]),
    );
  }
  if (filter.ended === false) query = query.where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', now)]));
  if (after !== undefined) query = query.where(sql<boolean>`(from_at, id) < (${after.at}, ${after.id})`);
  const rows = await query.orderBy('from_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows as StoredEntry[];
}

export async function findEntryRow(trx: Trx, county: string, id: string): Promise<StoredEntry | undefined> {
  const row = await trx
    .selectFrom('register_entry')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row as StoredEntry | undefined;
}

const rowsAtOnce = 500;

export async function insertEntries(trx: Trx, rows: readonly StoredEntry[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await trx
      .insertInto('register_entry')
      .values(rows.slice(at, at + rowsAtOnce).map((row) => ({ ...row, body: JSON.stringify(row.body) })))
      .execute();
  }
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updateEntry(trx: Trx, row: StoredEntry): Promise<boolean> {
  const { county, id, version, body, ...rest } = row;
  const result = await trx
    .updateTable('register_entry')
    .set({ ...rest, body: JSON.stringify(body), version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How many households each anchor household looks after now. */
export async function countAnchored(
  trx: Trx,
  county: string,
  anchors: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (anchors.length === 0) return new Map();
  const rows = await trx
    .selectFrom('household')
    .select(['anchor', sql<number>`count(*)::int`.as('count')])
    .where('county', '=', county)
    .where('anchor', 'in', anchors)
    .where('moved_at', 'is', null)
    .groupBy('anchor')
    .execute();
  return new Map(rows.map(({ anchor, count }) => [String(anchor), count]));
}

/** Hours a person has in trainings and in service. */
export async function sumHours(
  trx: Trx,
  county: string,
  person: string,
): Promise<{ readonly training: number; readonly service: number }> {
  const rows = await trx
    .selectFrom('register_entry')
    .select(['kind', sql<number>`sum((body->>'hours')::float8)`.as('hours')])
    .where('county', '=', county)
    .where('person', '=', person)
    .where('kind', 'in', ['training', 'serviceHours'])
    .where('removed_at', 'is', null)
    .groupBy('kind')
    .execute();
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.hours ?? 0;
  return { training: of('training'), service: of('serviceHours') };
}

/** Entries of a kind that a file may mean: by id, or kept by one of these areas. */
export async function listEntryRowsAlike(
  trx: Trx,
  county: string,
  kind: string,
  asked: { readonly ids: readonly string[]; readonly areas: readonly string[] },
): Promise<readonly StoredEntry[]> {
  const rows = await trx
    .selectFrom('register_entry')
    .selectAll()
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`(id = any(${[...asked.ids]}::text[]) or area = any(${[...asked.areas]}::text[]))`)
    .orderBy('from_at', 'desc')
    .execute();
  return rows as StoredEntry[];
}
