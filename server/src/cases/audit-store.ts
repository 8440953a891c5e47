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

/** Cases changed on a day with their head hashes, for the daily root. */
export async function listHeads(
  trx: Trx,
  county: string,
  from: string,
  to: string,
): Promise<readonly { id: string; head: string }[]> {
  return trx
    .selectFrom('case_file')
    .select(['id', 'head'])
    .where('county', '=', county)
    .where('updated_at', '>=', from)
    .where('updated_at', '<', to)
    .orderBy('id')
    .execute();
}

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
