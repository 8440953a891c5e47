import type { Trx } from '../../database/index.ts';

/** Which of these numbers of a source are cases already. */
export async function knownNumbers(
  trx: Trx,
  county: string,
  source: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('case_file')
    .select('source_number')
    .where('county', '=', county)
    .where('source_name', '=', source)
    .where('source_number', 'in', [...numbers])
    .execute();
  return new Set(rows.flatMap((row) => row.source_number ?? []));
}

/** Ids of a county's organisations by their code. */
export async function orgsByCode(trx: Trx, county: string): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('organisation')
    .select(['code', 'id'])
    .where('county', '=', county)
    .where('code', 'is not', null)
    .execute();
  return new Map(rows.flatMap((row) => (row.code === null ? [] : [[row.code, row.id] as const])));
}
