import type { Case } from '@gezhi/domain/cases/index';
import type { Trx } from '../../database/index.ts';

/** What a list of requests asks for. */
export interface Asked {
  readonly numbers?: readonly string[];
  readonly categories?: readonly string[];
  readonly open?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly offset: number;
}

/** Cases that may be shown to anybody, newest first: nobody complained about, not hidden, not waiting for a look. */
export async function listShown(trx: Trx, county: string, asked: Asked): Promise<readonly Case[]> {
  let query = trx.selectFrom('case_file').select('doc').where('county', '=', county).where('quarantined', '=', false);
  if (asked.numbers) query = query.where('number', 'in', [...asked.numbers]);
  if (asked.categories) query = query.where('category', 'in', [...asked.categories]);
  if (asked.open !== undefined) query = query.where('closed_at', asked.open ? 'is' : 'is not', null);
  if (asked.from !== undefined) query = query.where('reported_at', '>=', asked.from);
  if (asked.to !== undefined) query = query.where('reported_at', '<=', asked.to);
  const rows = await query
    .orderBy('reported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return rows
    .map((row) => row.doc as Case)
    .filter((found) => found.report.about === undefined && found.visibleToHandler);
}
