import type { SheetCounts, SheetFormat, SheetPreview, SheetRunState } from '@gezhi/contract/sheets/index';
import type { Locale } from '@gezhi/contract/words/index';
import type { Selectable } from 'kysely';
import type { SheetRunTable, Trx } from '../database/index.ts';
import type { Part } from './part.ts';

/** A fault as it is kept: said in the reader's language when it is shown. */
export interface KeptFault {
  readonly line: number;
  readonly column?: string;
  readonly cell?: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What is kept of a run for looking at. */
export interface Shown {
  readonly columns: readonly string[];
  readonly unknown: readonly string[];
  readonly faults: readonly KeptFault[];
  readonly preview: SheetPreview;
}

/** An import as the program works with it. */
export interface Run {
  readonly county: string;
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly locale: Locale;
  readonly fileName: string;
  readonly format: SheetFormat | null;
  readonly state: SheetRunState;
  readonly choice: 'all' | 'good' | null;
  readonly wrappedKey: string;
  readonly kept: readonly Part[];
  readonly rowsDone: number;
  readonly percent: number;
  readonly counts: SheetCounts;
  readonly shown: Shown;
  readonly problem: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null;
  readonly tries: number;
  readonly startedAt: string;
  readonly expiresAt: string;
}

export const noCounts: SheetCounts = { rows: 0, wrong: 0, added: 0, changed: 0, unchanged: 0 };
export const nothingShown: Shown = {
  columns: [],
  unknown: [],
  faults: [],
  preview: { added: [], changed: [], unchanged: [] },
};

function runOf(row: Selectable<SheetRunTable>): Run {
  return {
    county: row.county,
    id: row.id,
    kind: row.kind,
    person: row.person,
    locale: row.locale as Locale,
    fileName: row.file_name,
    format: row.format as SheetFormat | null,
    state: row.state as SheetRunState,
    choice: row.choice as Run['choice'],
    wrappedKey: row.wrapped_key,
    kept: row.kept as Part[],
    rowsDone: row.rows_done,
    percent: row.percent,
    counts: row.counts as SheetCounts,
    shown: row.shown as Shown,
    problem: row.problem as Run['problem'],
    tries: row.tries,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
  };
}

export async function insertRun(trx: Trx, run: Run): Promise<void> {
  await trx
    .insertInto('sheet_run')
    .values({
      county: run.county,
      id: run.id,
      kind: run.kind,
      person: run.person,
      locale: run.locale,
      file_name: run.fileName,
      format: run.format,
      state: run.state,
      choice: run.choice,
      wrapped_key: run.wrappedKey,
      kept: [...run.kept],
      rows_done: run.rowsDone,
      percent: run.percent,
      counts: JSON.stringify(run.counts),
      shown: JSON.stringify(run.shown),
      problem: null,
      tries: 0,
      lease_until: null,
      started_at: run.startedAt,
      expires_at: run.expiresAt,
    })
    .execute();
}

export async function findRun(trx: Trx, county: string, id: string): Promise<Run | undefined> {
  const row = await trx
    .selectFrom('sheet_run')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && runOf(row);
}

/** Imports of one person, the newest first. */
export async function listRuns(
  trx: Trx,
  county: string,
  person: string,
  filter: { readonly kind?: string | undefined; readonly limit: number },
): Promise<readonly Run[]> {
  let query = trx.selectFrom('sheet_run').selectAll().where('county', '=', county).where('person', '=', person);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  const rows = await query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
  return rows.map(runOf);
}

/** How many imports of a person are still being checked or written. */
export async function countBusy(trx: Trx, county: string, person: string): Promise<number> {
  const { count } = await trx
    .selectFrom('sheet_run')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('county', '=', county)
    .where('person', '=', person)
    .where('state', 'in', ['checking', 'writing'])
    .executeTakeFirstOrThrow();
  return count;
}

export interface RunChange {
  readonly state?: SheetRunState;
  readonly format?: SheetFormat;
  readonly choice?: 'all' | 'good';
  readonly kept?: readonly Part[];
  readonly rowsDone?: number;
  readonly percent?: number;
  readonly counts?: SheetCounts;
  readonly shown?: Shown;
  readonly problem?: NonNullable<Run['problem']>;
  readonly tries?: number;
  /** ISO time of the machine's clock; null gives the lease back. */
  readonly leaseUntil?: string | null;
}

/** Changes a run that is still in a state. Answers whether it was. */
export async function changeRun(
  trx: Trx,
  run: { readonly county: string; readonly id: string },
  from: SheetRunState,
  change: RunChange,
): Promise<boolean> {
  const { rowsDone, leaseUntil, counts, shown, problem, kept, ...plain } = change;
  const result = await trx
    .updateTable('sheet_run')
    .set({
      ...plain,
      ...(rowsDone === undefined ? {} : { rows_done: rowsDone }),
      ...(leaseUntil === undefined ? {} : { lease_until: leaseUntil }),
      ...(kept === undefined ? {} : { kept: [...kept] }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(shown === undefined ? {} : { shown: JSON.stringify(shown) }),
      ...(problem === undefined ? {} : { problem: JSON.stringify(problem) }),
    })
    .where('county', '=', run.county)
    .where('id', '=', run.id)
    .where('state', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes a run to work on unless another server is at it. Answers it as it stands then. Times of the machine's clock. */
export async function claimRun(
  trx: Trx,
  run: { readonly county: string; readonly id: string },
  now: string,
  until: string,
): Promise<Run | undefined> {
  const row = await trx
    .updateTable('sheet_run')
    .set((eb) => ({ lease_until: until, tries: eb('tries', '+', 1) }))
    .where('county', '=', run.county)
    .where('id', '=', run.id)
    .where('state', 'in', ['checking', 'writing'])
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
    .returningAll()
    .executeTakeFirst();
  return row && runOf(row);
}

/** Runs whose server has died over them. For the system only. */
export async function listLeft(trx: Trx, before: string): Promise<readonly { county: string; id: string }[]> {
  return trx
    .selectFrom('sheet_run')
    .select(['county', 'id'])
    .where('state', 'in', ['checking', 'writing'])
    .where('lease_until', '<', before)
    .limit(100)
    .execute();
}

/** Runs whose day is over. For the system only. */
export async function listExpired(trx: Trx, now: string): Promise<readonly Run[]> {
  const rows = await trx.selectFrom('sheet_run').selectAll().where('expires_at', '<=', now).limit(100).execute();
  return rows.map(runOf);
}

export async function deleteRun(trx: Trx, county: string, id: string): Promise<void> {
  await trx.deleteFrom('sheet_run').where('county', '=', county).where('id', '=', id).execute();
}
