import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { newsQueue } from './queues.ts';

/** Events of a case that were just recorded. */
export interface Told {
  readonly county: string;
  readonly caseId: string;
  /** Events after this number, up to and including `toSeq`, are news. */
  readonly fromSeq: number;
  readonly toSeq: number;
}

/**
 * Has whoever must know be told of new events, once the transaction is committed. Only a job is written here: who
 * that is takes longer to find than filing a case may take.
 */
export async function tell({ jobs }: Pick<Deps, 'jobs'>, trx: Trx, told: Told): Promise<void> {
  await jobs.enqueue(trx, newsQueue, told);
}
