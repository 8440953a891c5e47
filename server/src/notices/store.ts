import { type Selectable, sql } from 'kysely';
import type { NoticeTable, OutboxTable, Trx } from '../database/index.ts';

export type NoticeRow = Selectable<NoticeTable>;
export type OutboxRow = Selectable<OutboxTable>;

const noticeColumns = [
  'county',
  'id',
  'person',
  'news',
  'kind',
  'case_id',
  'number',
  'category',
  'detail',
  'at',
  'unread',
] as const;

/** Adds notices; one that its person already has stays as it is. Answers those that were new. */
export async function insertNotices(
  trx: Trx,
  rows: readonly Omit<NoticeRow, 'read_at' | 'unread'>[],
): Promise<readonly { readonly id: string; readonly person: string }[]> {
  if (rows.length === 0) return [];
  const columns = sql.join(noticeColumns.map((column) => sql.ref(column)));
  // As one list, whose plan is kept: hundreds are told at once.
  const added = await sql<{ id: string; person: string }>`insert into notice (${columns})
    select ${columns} from json_populate_recordset(null::notice, ${JSON.stringify(rows.map((row) => ({ ...row, unread: true })))}::json)
    on conflict (county, person, news) do nothing returning id, person`.execute(trx);
  return added.rows;
}

/** Where a page of notices begins: after this row. */
export interface AfterNotice {
  readonly unread: boolean;
  readonly at: string;
  readonly id: string;
}

/** A person's notices, unread first, then newest first. */
export async function listNoticeRows(
  trx: Trx,
  county: string,
  person: string,
  filter: { readonly unread?: boolean | undefined },
  after: AfterNotice | undefined,
  limit: number,
): Promise<readonly NoticeRow[]> {
  let query = trx.selectFrom('notice').selectAll().where('county', '=', county).where('person', '=', person);
  if (filter.unread !== undefined) query = query.where('unread', '=', filter.unread);
  if (after !== undefined)
    query = query.where(sql<boolean>`(unread, at, id) < (${after.unread}, ${after.at}, ${after.id})`);
  return query.orderBy('unread', 'desc').orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function countUnread(trx: Trx, county: string, person: string): Promise<number> {
  const row = await trx
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('county', '=', county)
    .where('person', '=', person)
    .where('unread', '=', true)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Marks one of the person's notices, or all of them, as read at an ISO time. */
export async function markRead(trx: Trx, county: string, person: string, at: string, id?: string): Promise<void> {
  let query = trx
    .updateTable('notice')
    .set({ unread: false, read_at: at })
    .where('county', '=', county)
    .where('person', '=', person)
    .where('unread', '=', true);
  if (id !== undefined) query = query.where('id', '=', id);
  await query.execute();
}

/** A notice whoever it is for: for the program itself. */
export async function findNotice(trx: Trx, county: string, id: string): Promise<NoticeRow | undefined> {
  return trx.selectFrom('notice').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst();
}

export async function hasNotice(trx: Trx, county: string, person: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('notice')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}
