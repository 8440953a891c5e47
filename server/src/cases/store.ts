import { type Case, type CaseEvent, fold } from '@gezhi/domain/cases/index';
import { type Insertable, sql } from 'kysely';
import { type CaseFileTable, insertMany, insertRows, later, laterSql, type Trx } from '../database/index.ts';

/** A row of `case_file` as it is written. */
export type FileRow = Insertable<CaseFileTable>;

/** An event with its place in the chain. */
export interface ChainedEvent {
  readonly seq: number;
  readonly event: CaseEvent;
  readonly prev: string;
  readonly hash: string;
}

/** The case in scope with its head hash, locked until the transaction ends. Opens its children to the transaction. */
export async function lockCase(
  trx: Trx,
  county: string,
  id: string,
): Promise<{ found: Case; head: string; quarantined: boolean } | undefined> {
  const row = await trx
    .selectFrom('case_file')
    .select(['doc', 'head', 'quarantined'])
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  await sql`select set_case(${id})`.execute(trx);
  return { found: row.doc as Case, head: row.head, quarantined: row.quarantined };
}

/** The case in scope, for reading. Opens its children to the transaction. */
export async function findCase(trx: Trx, county: string, id: string): Promise<Case | undefined> {
  const row = await trx
    .selectFrom('case_file')
    .select('doc')
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  await sql`select set_case(${id})`.execute(trx);
  return row.doc as Case;
}

/**
 * A case as it was after so many events, from its history. Opened like one that is seen: for whoever was shown it then, and
 * may have handed it on since.
 */
export async function caseAt(trx: Trx, county: string, id: string, version: number): Promise<Case> {
  await sql`select set_case(${id})`.execute(trx);
  const events = await listEvents(trx, county, id);
  return fold(events.slice(0, version).map(({ event }) => event));
}

/** Events of one or more cases. */
export async function insertEvents(
  trx: Trx,
  cases: readonly { readonly county: string; readonly id: string; readonly events: readonly ChainedEvent[] }[],
  recordedAt: string,
): Promise<void> {
  const rows = cases.flatMap(({ county, id, events }) =>
    events.map(({ seq, event, prev, hash }) => ({
      county,
      case_id: id,
      seq,
      type: event.type,
      at: new Date(event.at).toISOString(),
      event: JSON.stringify(event),
      prev,
      hash,
      recorded_at: recordedAt,
    })),
  );
  await insertRows(trx, 'case_event', rows);
}

/** The history of a case, oldest first. */
export async function listEvents(
  trx: Trx,
  county: string,
  caseId: string,
  after = 0,
): Promise<readonly ChainedEvent[]> {
  const rows = await trx
    .selectFrom('case_event')
    .select(['seq', 'event', 'prev', 'hash'])
    .where('county', '=', county)
    .where('case_id', '=', caseId)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, event: row.event as CaseEvent }));
}

/** Every row of a case that was not there before. */
export interface NewRows {
  /** Area whose staff see the case. */
  readonly area: string;
  readonly file: FileRow;
  readonly events: readonly ChainedEvent[];
  readonly clocks: readonly ClockRow[];
  readonly workOrders: readonly WorkOrderRow[];
  readonly orders: readonly OrderRow[];
  readonly shown: PublicRow | undefined;
  readonly words: readonly string[];
}

interface Owner {
  readonly county: string;
  readonly id: string;
  readonly area: string;
}

/** Rows of a case's children with the columns by which they belong to it. */
export const childrenOf = <T>({ county, id, area }: Owner, rows: readonly T[]) =>
  rows.map((row) => ({ county, case_id: id, area, ...row }));

/**
 * Writes new cases, a statement a table. One is opened to the rest of the transaction; several at once are only for
 * the system, to which all are open.
 */
export async function insertNew(trx: Trx, cases: readonly NewRows[], recordedAt: string): Promise<void> {
  const [first, second] = cases;
  if (!first) return;
  await insertRows(
    trx,
    'case_file',
    cases.map(({ file }) => file),
  );
  if (!second) await laterSql(trx, 'select set_case($1)', [first.file.id]);
  const owned = cases.map((one) => ({ ...one, county: one.file.county, id: one.file.id }));
  await insertEvents(trx, owned, recordedAt);
  await insertRows(
    trx,
    'case_clock',
    owned.flatMap(({ county, id, clocks }) => clocks.map((clock) => ({ county, case_id: id, ...clock }))),
  );
  await putWorkOrders(
    trx,
    owned.flatMap((one) => childrenOf(one, one.workOrders)),
  );
  await putSupervisionOrders(
    trx,
    owned.flatMap((one) => childrenOf(one, one.orders)),
  );
  const shown = owned.flatMap((one) => one.shown ?? []);
  await insertRows(trx, 'public_case', shown);
  if (!second) return insertWords(trx, { county: first.file.county, id: first.file.id, area: first.area }, first.words);
  const found = owned.flatMap((one) =>
    childrenOf(
      one,
      one.words.map((word) => ({ word })),
    ),
  );
  await insertMany(trx, 'case_word', found);
}

/** Writes a case as it now is. Figures count it where it lies until it is added up again. */
export async function updateFile(trx: Trx, { county, id, ...columns }: FileRow): Promise<void> {
  const now = { ...columns, counted_version: null };
  await later(trx, trx.updateTable('case_file').set(now).where('county', '=', county).where('id', '=', id));
  await takeFromFigures(trx, county, id);
}

/** Says that what stands of a case in the cells of figures is no more so. */
export async function takeFromFigures(trx: Trx, county: string, id: string): Promise<void> {
  await laterSql(trx, 'update figure_case set gone = true where county = $1 and case_id = $2 and not gone', [
    county,
    id,
  ]);
}

export interface ClockRow {
  readonly clock: string;
  readonly stage: string;
  readonly due_at: string;
}

/** Clocks that can still end, exactly these. */
export async function replaceClocks(
  trx: Trx,
  county: string,
  caseId: string,
  clocks: readonly ClockRow[],
): Promise<void> {
  await later(trx, trx.deleteFrom('case_clock').where('county', '=', county).where('case_id', '=', caseId));
  await insertRows(
    trx,
    'case_clock',
    clocks.map((clock) => ({ county, case_id: caseId, ...clock })),
  );
}

export interface WorkOrderRow {
  readonly work_order: string;
  readonly body: string;
  readonly org: string | null;
  readonly role: string;
  readonly state: string;
  readonly sent_at: string;
  readonly answered_at: string | null;
  readonly finished_at: string | null;
}

export async function putWorkOrders(
  trx: Trx,
  orders: readonly (WorkOrderRow & { readonly county: string; readonly case_id: string; readonly area: string })[],
): Promise<void> {
  if (orders.length === 0) return;
  const put = trx
    .insertInto('work_order')
    .values(orders)
    .onConflict((conflict) =>
      conflict.columns(['county', 'case_id', 'work_order']).doUpdateSet((eb) => ({
        // Another body may have taken it over.
        body: eb.ref('excluded.body'),
        org: eb.ref('excluded.org'),
        area: eb.ref('excluded.area'),
        role: eb.ref('excluded.role'),
        state: eb.ref('excluded.state'),
        answered_at: eb.ref('excluded.answered_at'),
        finished_at: eb.ref('excluded.finished_at'),
      })),
    );
  await later(trx, put);
}

export interface OrderRow {
  readonly order_id: string;
  readonly number: string;
  readonly over_desk: string;
  readonly to_desk: string;
  readonly ordered_at: string;
  readonly due_at: string | null;
  readonly answered_at: string | null;
}

export async function putSupervisionOrders(
  trx: Trx,
  orders: readonly (OrderRow & { readonly county: string; readonly case_id: string; readonly area: string })[],
): Promise<void> {
  if (orders.length === 0) return;
  const put = trx
    .insertInto('supervision_order')
    .values(orders)
    .onConflict((conflict) =>
      conflict.columns(['county', 'case_id', 'order_id']).doUpdateSet((eb) => ({
        to_desk: eb.ref('excluded.to_desk'),
        due_at: eb.ref('excluded.due_at'),
        answered_at: eb.ref('excluded.answered_at'),
      })),
    );
  await later(trx, put);
}

/** The words a case is found by. Something is returned for the same reason as in `insertMany`. */
async function insertWords(trx: Trx, { county, id, area }: Owner, words: readonly string[]): Promise<void> {
  await laterSql(
    trx,
    `insert into case_word (county, case_id, area, word) select $1, $2, $3, unnest($4::text[]) returning county`,
    [county, id, area, words],
  );
}

/**
 * Replaces the words a case is found by. Those it was found by until now are named, for a case's words have no index of
 * their own: it would be as large as all the words.
 */
export async function replaceWords(
  trx: Trx,
  owner: Owner,
  before: readonly string[],
  words: readonly string[],
): Promise<void> {
  const { county, id } = owner;
  await later(
    trx,
    trx
      .deleteFrom('case_word')
      .where('county', '=', county)
      .where('word', 'in', [...new Set([...before, ...words])])
      .where('case_id', '=', id),
  );
  await insertWords(trx, owner, words);
}

export async function insertFollowCode(trx: Trx, county: string, caseId: string, codeHash: string): Promise<void> {
  await insertRows(trx, 'case_follow', [{ county, case_id: caseId, code_hash: codeHash }]);
}

/** The case a follow code opens, by the hash of the code. */
export async function findFollowed(trx: Trx, county: string, codeHash: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('case_follow')
    .select('case_id')
    .where('county', '=', county)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row?.case_id;
}

export interface PublicRow {
  readonly county: string;
  readonly id: string;
  readonly number: string;
  readonly area: string;
  readonly category: string;
  readonly state: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly reported_at: string;
  readonly supporters: number;
}

/** Puts a case on the public map, or takes it off. */
export async function putPublic(trx: Trx, county: string, id: string, row: PublicRow | undefined): Promise<void> {
  if (!row) {
    await later(trx, trx.deleteFrom('public_case').where('county', '=', county).where('id', '=', id));
    return;
  }
  const put = trx
    .insertInto('public_case')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['county', 'id']).doUpdateSet((eb) => ({
        area: eb.ref('excluded.area'),
        category: eb.ref('excluded.category'),
        state: eb.ref('excluded.state'),
        longitude: eb.ref('excluded.longitude'),
        latitude: eb.ref('excluded.latitude'),
        supporters: eb.ref('excluded.supporters'),
      })),
    );
  await later(trx, put);
}

export async function insertSupport(
  trx: Trx,
  row: { county: string; case_id: string; supporter: string; verified: boolean; subject: string | null; at: string },
): Promise<void> {
  await trx
    .insertInto('case_support')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['county', 'case_id', 'supporter']).doUpdateSet((eb) => ({
        verified: eb.ref('excluded.verified'),
        subject: eb.ref('excluded.subject'),
      })),
    )
    .execute();
}
