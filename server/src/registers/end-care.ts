import type { CareRecordTable, Database, Trx } from '../database/index.ts';
import { destroySubjectKey } from '../people/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { clearNotes, findCareRow, listExpired, updateCare } from './care-store.ts';
import { iso, refuseRight, type RegisterDeps, type Staff } from './deps.ts';

/** Ends a record and destroys what was sealed: nothing of the person can be read any more, and no field tells who it was. */
async function forget(trx: Trx, row: CareRecordTable, at: string, reason: string): Promise<void> {
  await destroySubjectKey(trx, row.county, row.subject, at);
  await clearNotes(trx, row.county, row.id);
  await updateCare(trx, { ...row, details: null, household: null, ended_at: at, end_reason: reason });
}

/** Ends a record before its time: consent was withdrawn, or it is needed no more. */
export async function endCare(
  trx: Trx,
  deps: Pick<RegisterDeps, 'clock'>,
  actor: Staff,
  input: { readonly id: string; readonly reason: string },
): Promise<undefined | Refusal> {
  const at = iso(deps.clock.now());
  const row = await findCareRow(trx, actor.county, input.id, at);
  if (row === undefined) return refuse('care.notFound');
  const refusal = refuseRight(actor, 'care.edit', [row.area]);
  if (refusal !== undefined) return refusal;
  await forget(trx, row, at, input.reason);
  return undefined;
}

const atOnce = 200;

/** Destroys what was sealed of every record that expired, in all counties. Answers how many. Run it daily. */
export async function forgetExpiredCare(deps: {
  readonly db: Database;
  readonly clock: { now(): number };
}): Promise<number> {
  const at = iso(deps.clock.now());
  let forgotten = 0;
  for (;;) {
    const rows = await deps.db.transaction({ county: '*', system: true }, (trx) => listExpired(trx, at, atOnce));
    for (const row of rows) {
      await deps.db.transaction({ county: row.county, system: true }, (trx) => forget(trx, row, at, 'expired'));
    }
    forgotten += rows.length;
    if (rows.length < atOnce) return forgotten;
  }
}
