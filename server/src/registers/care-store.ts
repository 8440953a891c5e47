import { sql } from 'kysely';
import type { CareKindTable, CareRecordTable, CareVisitTable, Trx } from '../database/index.ts';
import type { After } from './paging.ts';

export interface CareFilter {
  readonly area?: string | undefined;
  readonly kind?: string | undefined;
  /** Only those whose visit is due by now. */
  readonly due?: boolean | undefined;
}

/** Records in force at `now` (ISO), those whose visit is due first. */
export async function listCareRows(
  trx: Trx,
  county: string,
  filter: CareFilter,
  now: string,
  after: After | undefined,
  limit: number,
): Promise<readonly CareRecordTable[]> {
  let query = trx
    .selectFrom('care_record')
    .selectAll()
    .where('county', '=', county)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now);
  if (filter.area !== undefined) query = query.where(sql<boolean>`starts_with(area, ${filter.area})`);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.due === true) query = query.where('visit_due_at', '<=', now);
  if (after !== undefined) query = query.where(sql<boolean>`(visit_due_at, id) > (${after.at}, ${after.id})`);
  return query.orderBy('visit_due_at').orderBy('id').limit(limit).execute();
}

/** A record in force at `now` (ISO); one that expired is gone, whether its key is destroyed yet or not. */
export async function findCareRow(
  trx: Trx,
  county: string,
  id: string,
  now: string,
): Promise<CareRecordTable | undefined> {
  return trx
    .selectFrom('care_record')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export async function insertCare(trx: Trx, row: CareRecordTable): Promise<void> {
  await trx.insertInto('care_record').values(row).execute();
}

/** Changes a row that still has the version read. Answers whether it had. */
export async function updateCare(trx: Trx, row: CareRecordTable): Promise<boolean> {
  const { county, id, version, ...rest } = row;
  const result = await trx
    .updateTable('care_record')
    .set({ ...rest, version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Records of any county that expired by `now` (ISO) and whose sealed data is still there. For the system. */
export async function listExpired(trx: Trx, now: string, limit: number): Promise<readonly CareRecordTable[]> {
  return trx
    .selectFrom('care_record')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .execute();
}

export async function insertVisit(trx: Trx, row: CareVisitTable): Promise<void> {
  await trx.insertInto('care_visit').values(row).execute();
}

/** Visits of a record, the latest first. */
export async function listVisitRows(
  trx: Trx,
  county: string,
  record: string,
  after: After | undefined,
  limit: number,
): Promise<readonly CareVisitTable[]> {
  let query = trx.selectFrom('care_visit').selectAll().where('county', '=', county).where('record', '=', record);
  if (after !== undefined) query = query.where(sql<boolean>`(at, id) < (${after.at}, ${after.id})`);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Takes the sealed notes off the visits of a record. */
export async function clearNotes(trx: Trx, county: string, record: string): Promise<void> {
  await trx
    .updateTable('care_visit')
    .set({ note: null })
    .where('county', '=', county)
    .where('record', '=', record)
    .where('note', 'is not', null)
    .execute();
}

export async function listKindRows(trx: Trx, county: string, retired: boolean): Promise<readonly CareKindTable[]> {
  let query = trx.selectFrom('care_kind').selectAll().where('county', '=', county);
  if (!retired) query = query.where('retired_at', 'is', null);
  return query.orderBy('code').execute();
}

export async function findKindRow(trx: Trx, county: string, code: string): Promise<CareKindTable | undefined> {
  return trx
    .selectFrom('care_kind')
    .selectAll()
    .where('county', '=', county)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** Adds kinds that are not there; answers how many were added. */
export async function insertKinds(trx: Trx, rows: readonly CareKindTable[]): Promise<number> {
  const result = await trx
    .insertInto('care_kind')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['county', 'code']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** Changes a kind that still has the version read. Answers whether it had. */
export async function updateKind(trx: Trx, row: CareKindTable): Promise<boolean> {
  const { county, code, version, ...rest } = row;
  const result = await trx
    .updateTable('care_kind')
    .set({ ...rest, version: version + 1 })
    .where('county', '=', county)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Moves the due visits of a kind whose interval changed. */
export async function restateDue(trx: Trx, county: string, kind: string, intervalDays: number): Promise<void> {
  await trx
    .updateTable('care_record')
    .set({
      visit_due_at: sql<string>`coalesce(visited_at, from_at) + make_interval(days => ${intervalDays}::int)`,
    })
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .execute();
}
