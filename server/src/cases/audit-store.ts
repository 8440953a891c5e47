import type { Trx } from '../database/index.ts';

/** A case with its whole chain. */
export interface Chain {
  readonly id: string;
  readonly head: string;
  readonly doc: unknown;
  readonly links: readonly { seq: number; event: unknown; prev: string; hash: string }[];
}

/** A page of cases with their chains, by id. */
export async function listChains(trx: Trx, county: string, after: string, limit: number): Promise<readonly Chain[]> {
  const files = await trx
    .selectFrom('case_file')
    .select(['id', 'head', 'doc'])
    .where('county', '=', county)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  const [first, last] = [files[0], files.at(-1)];
  if (!first || !last) return [];
  const events = await trx
    .selectFrom('case_event')
    .select(['case_id', 'seq', 'event', 'prev', 'hash'])
    .where('county', '=', county)
    .where('case_id', '>=', first.id)
    .where('case_id', '<=', last.id)
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  const byCase = Map.groupBy(events, (event) => event.case_id);
  return files.map((file) => ({ ...file, links: byCase.get(file.id) ?? [] }));
}

/** The last hash of every case in which something happened in a span, as it was at the end of the span. */
export async function listHeads(
  trx: Trx,
  county: string,
  from: string,
  to: string,
): Promise<readonly { readonly case: string; readonly head: string }[]> {
  const rows = await trx
    .selectFrom('case_event')
    .distinctOn('case_id')
    .select(['case_id', 'hash'])
    .where('county', '=', county)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('case_id')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => ({ case: row.case_id, head: row.hash }));
}

/** Keeps the root of a day. One that is there stays: it may have been published. */
export async function insertRoot(
  trx: Trx,
  row: { county: string; day: string; root: string; cases: number; made_at: string },
): Promise<void> {
  await trx
    .insertInto('chain_root')
    .values(row)
    .onConflict((conflict) => conflict.columns(['county', 'day']).doNothing())
    .execute();
}

export async function findRoot(
  trx: Trx,
  county: string,
  day: string,
): Promise<{ readonly root: string; readonly cases: number } | undefined> {
  return trx
    .selectFrom('chain_root')
    .select(['root', 'cases'])
    .where('county', '=', county)
    .where('day', '=', day)
    .executeTakeFirst();
}
