import { type AccessDeps, everywhere, iso } from './deps.ts';
import { deleteExpiredLinks } from './link-store.ts';
import { deleteVerifications } from './phone-verification-store.ts';
import { deleteExpired } from './session-store.ts';

const day = 24 * 3_600_000;

/** Deletes sessions, challenges, links and phone codes that are past their time. Run it now and then. */
export async function forgetExpired(deps: Pick<AccessDeps, 'db' | 'clock'>): Promise<void> {
  const machine = Date.now();
  const now = deps.clock.now();
  await deps.db.transaction(everywhere, async (trx) => {
    await deleteExpired(trx, iso(machine), iso(machine - day));
    await deleteExpiredLinks(trx, iso(now));
    // Kept for a day after, because how many were sent to a number is counted over a day.
    await deleteVerifications(trx, iso(now - day));
  });
}
