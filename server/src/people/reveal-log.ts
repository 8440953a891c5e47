import type { Trx } from '../database/index.ts';
import { newId } from '../new-id.ts';

/** One showing of personal data in clear. */
export interface Reveal {
  readonly county: string;
  /** Who is shown it. */
  readonly person: string;
  readonly what: 'contact' | 'colleague' | 'erased' | 'care';
  readonly subject: string;
  readonly caseId?: string | undefined;
  /** Code of the area whose audit reads this entry. */
  readonly area: string;
  readonly purpose: string;
  /** ISO time. */
  readonly at: string;
}

/** How long what was shown stays on the page: 60 seconds. */
export const revealMs = 60_000;

/** Puts a showing on the record, in the transaction that reads what is shown: without the entry nothing is shown. */
export async function recordReveal(trx: Trx, reveal: Reveal): Promise<void> {
  const { caseId, ...entry } = reveal;
  await trx
    .insertInto('reveal_log')
    .values({ ...entry, id: newId(), case_id: caseId ?? null })
    .execute();
}
