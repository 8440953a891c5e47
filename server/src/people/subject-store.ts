import { later, type Trx } from '../database/index.ts';

/** A row of `subject`. Its fields are sealed; `wrapped_key` null means the person was forgotten. */
export interface SubjectRow {
  readonly county: string;
  readonly id: string;
  readonly area: string;
  readonly case_id: string | null;
  readonly wrapped_key: string | null;
  readonly phone: string | null;
  readonly phone_index: string | null;
  readonly phone_verified: boolean;
  readonly email: string | null;
  readonly name: string | null;
  readonly created_at: string;
  readonly erased_at: string | null;
  readonly language: string | null;
}

export async function insertSubject(trx: Trx, row: SubjectRow): Promise<void> {
  await later(trx, trx.insertInto('subject').values(row));
}

export async function findSubjectRow(trx: Trx, county: string, id: string): Promise<SubjectRow | undefined> {
  return trx.selectFrom('subject').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

export async function listSubjectRows(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<readonly SubjectRow[]> {
  if (ids.length === 0) return [];
  return trx.selectFrom('subject').selectAll().where('county', '=', county).where('id', 'in', ids).execute();
}

export async function listSubjectsByIndex(
  trx: Trx,
  county: string,
  phoneIndex: string,
): Promise<readonly SubjectRow[]> {
  return trx
    .selectFrom('subject')
    .selectAll()
    .where('county', '=', county)
    .where('phone_index', '=', phoneIndex)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Fields of a subject that may change later. */
export type SubjectChange = Partial<
  Pick<SubjectRow, 'area' | 'case_id' | 'phone' | 'phone_index' | 'phone_verified' | 'email' | 'name'>
>;

export async function updateSubject(trx: Trx, county: string, id: string, change: SubjectChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await trx.updateTable('subject').set(change).where('county', '=', county).where('id', '=', id).execute();
}

/** Moves all that was left with a case to the staff of another area. */
export async function moveContactsOf(trx: Trx, county: string, caseId: string, area: string): Promise<void> {
  await trx.updateTable('subject').set({ area }).where('county', '=', county).where('case_id', '=', caseId).execute();
}

/** Destroys the key and the sealed fields. Answers whether there was a key left to destroy. */
export async function destroySubjectKey(trx: Trx, county: string, id: string, at: string): Promise<boolean> {
  const result = await trx
    .updateTable('subject')
    .set({
      wrapped_key: null,
      phone: null,
      phone_index: null,
      phone_verified: false,
      language: null,
      email: null,
      name: null,
      erased_at: at,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('wrapped_key', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
