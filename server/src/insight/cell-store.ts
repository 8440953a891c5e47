import { type Cell, cellsOf, type Counted, standingAt } from '@gezhi/domain/insight/index';
import { type Instant, localDateOf } from '@gezhi/domain/time';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { insertMany, type Trx } from '../database/index.ts';
import { offsetMinutes, turned, uncounted } from './counted.ts';

const counted = ['area', 'category', 'day', 'light', 'key', 'orgs', 'overdue', 'contact', 'handle'] as const;

/** Cases that were added up as they no more are at this moment. */
async function turnedOf(trx: Trx, county: string, now: Instant, limit: number): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('figure_case')
    .select('case_id')
    .where('county', '=', county)
    .where('gone', '=', false)
    .where(turned(now))
    .limit(limit)
    .execute();
  return rows.map(({ case_id: id }) => id);
}

/** Cases to add up as they are now. Nobody else changes them until the transaction ends. */
async function casesOf(trx: Trx, county: string, limit: number, which: RawBuilder<SqlBool>) {
  return (
    trx
      .selectFrom('case_file')
      .select([
        'id',
        'light',
        'category',
        'scope_area as area',
        'reported_at as reportedAt',
        'facts_key as key',
        'due_at as dueAt',
        'contact_ends as contactEnds',
        'handle_ends as handleEnds',
      ])
      .where('county', '=', county)
      .where(which)
      // In no order: sorted, each turn would read all that is still to be added up.
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
  );
}

async function orgsOf(
  trx: Trx,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('work_order')
    .select(['case_id', 'org'])
    .distinct()
    .where('county', '=', county)
    .where('case_id', 'in', ids)
    .where('org', 'is not', null)
    .execute();
  const orgs = new Map<string, string[]>();
  for (const { case_id: id, org } of rows) if (org !== null) orgs.set(id, [...(orgs.get(id) ?? []), org]);
  return orgs;
}

/** Takes out of `figure_case` what stands there of cases, or of any that changed since, and answers it. */
async function takeOut(
  trx: Trx,
  county: string,
  which: readonly string[] | 'gone',
  limit: number,
): Promise<readonly Counted[]> {
  if (which.length === 0) return [];
  const base = trx
    .selectFrom('figure_case')
    .select(['case_id', ...counted])
    .where('county', '=', county);
  const found =
    which === 'gone'
      ? await base.where('gone', '=', true).limit(limit).forUpdate().skipLocked().execute()
      : await base.where('case_id', 'in', which).forUpdate().execute();
  if (found.length > 0) {
    const ids = found.map(({ case_id: id }) => id);
    await trx.deleteFrom('figure_case').where('county', '=', county).where('case_id', 'in', ids).execute();
  }
  return found;
}

const tab = '\t';

const nameOf = ({ span, ...cell }: Cell): string =>
  [
    cell.view,
    span.kind,
    span.begins,
    cell.area,
    cell.category,
    cell.org,
    cell.light,
    cell.key,
    cell.overdue,
    cell.contact,
    cell.handle,
  ].join(tab);

/** Adds up cases by cell, each so many times. */
function totalsOf(parts: readonly { readonly cases: readonly Counted[]; readonly times: number }[]) {
  const totals = new Map<string, { readonly cell: Cell; cases: number }>();
  for (const { cases, times } of parts) {
    for (const cell of cases.flatMap(cellsOf)) {
      const name = nameOf(cell);
      const total = totals.get(name);
      if (total === undefined) totals.set(name, { cell, cases: times });
      else total.cases += times;
    }
  }
  // In one order, so that two who add up at once wait for each other instead of locking each other out.
  return [...totals]
    .filter(([, { cases }]) => cases !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, total]) => total);
}

/** As one JSON text, for the reasons of `insertMany`. */
async function addCells(trx: Trx, county: string, totals: ReturnType<typeof totalsOf>): Promise<void> {
  if (totals.length === 0) return;
  const rows = totals.map(({ cell: { span, ...cell }, cases }) => ({ county, ...cell, ...span, cases }));
  await sql`insert into figure_cell
      (county, view, kind, begins, area, category, org, light, key, overdue, contact, handle, cases)
    select county, view, kind, begins, area, category, org, light, key, overdue, contact, handle, cases
    from json_populate_recordset(null::figure_cell, ${JSON.stringify(rows)}::json)
    on conflict (county, view, kind, begins, area, category, org, light, key, overdue, contact, handle)
    do update set cases = figure_cell.cases + excluded.cases
    returning county`.execute(trx);
}

const momentOf = (text: string | null): Instant | null => (text === null ? null : Date.parse(text));

/**
 * Adds up cases that changed, by what was written or by time, and takes away what stood there of them, at most so many, in
 * the transaction given (of the whole county): cells and cases agree before it and after it.
 * @returns how many cases were looked at; fewer than the limit: nothing is left
 */
export async function rollUpSome(trx: Trx, county: string, now: Instant, limit: number): Promise<number> {
  const late = await turnedOf(trx, county, now, limit);
  const changed = await casesOf(trx, county, limit, uncounted);
  const again =
    late.length === 0 ? [] : await casesOf(trx, county, limit, sql`not uncounted and id = any(${late}::text[])`);
  const found = [...changed, ...again];
  const ids = found.map(({ id }) => id);
  const before = await takeOut(trx, county, ids, limit);
  const gone = await takeOut(trx, county, 'gone', limit);
  const orgs = await orgsOf(trx, county, ids);
  const cases = found.map(({ id, area, category, light, key, reportedAt, ...ends }) => ({
    id,
    area,
    category,
    day: localDateOf(Date.parse(reportedAt), offsetMinutes),
    light,
    key,
    orgs: [...(orgs.get(id) ?? [])],
    ...standingAt({ ...ends, dueAt: momentOf(ends.dueAt) }, now),
  }));
  await insertMany(
    trx,
    'figure_case',
    cases.map(({ id, ...one }) => ({ county, case_id: id, ...one, gone: false })),
  );
  await addCells(
    trx,
    county,
    totalsOf([
      { cases, times: 1 },
      { cases: [...before, ...gone], times: -1 },
    ]),
  );
  if (changed.length > 0) {
    await trx
      .updateTable('case_file')
      .set((eb) => ({ counted_version: eb.ref('version'), counted_light: eb.ref('light') }))
      .where('county', '=', county)
      .where(
        'id',
        'in',
        changed.map(({ id }) => id),
      )
      .execute();
  }
  return Math.max(changed.length, late.length, gone.length);
}
