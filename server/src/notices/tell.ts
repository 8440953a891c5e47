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
  /** Of a new case whose reporter left an address: they are sent the link. */
  readonly followCode?: string;
}

const sealedAs = 'follow code';

/**
 * Has whoever must know be told of new events, once the transaction is committed. Only a job is written here: who
 * that is takes longer to find than filing a case may take. No row holds a follow code in clear.
 */
export async function tell({ jobs, keys }: Pick<Deps, 'jobs' | 'keys'>, trx: Trx, told: Told): Promise<void> {
  const { followCode, ...rest } = told;
  await jobs.enqueue(trx, newsQueue, {
    ...rest,
    ...(followCode !== undefined && { followCode: keys.sealOwn(followCode, sealedAs) }),
  });
}

/** The follow code that came with the news. */
export function followCodeIn({ keys }: Pick<Deps, 'keys'>, { followCode }: Told): string | undefined {
  return followCode === undefined ? undefined : keys.openOwn(followCode, sealedAs);
}
