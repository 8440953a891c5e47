import { forgiven, lockedUntil, normalUsername } from '@gezhi/domain/access/index';
import type { Keys } from '../keys/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type AccessDeps, everywhere, iso } from './deps.ts';
import { countTry, findTries, forgetTries } from './tries-store.ts';

/** Under which wrong tries of a sign-in name are counted; whether there is such an account makes no difference. */
export function triesKey(keys: Keys, username: string): string {
  return keys.hmac('sign-in tries', normalUsername(username));
}

/**
 * Counts a try before it is made, so that many at once get no further than one after another. A good one forgets
 * them all (`forgive`). Refuses while the name is locked.
 */
export async function spendTry(
  deps: Pick<AccessDeps, 'db' | 'clock' | 'keys'>,
  username: string,
): Promise<undefined | Refusal> {
  const key = triesKey(deps.keys, username);
  const now = deps.clock.now();
  // Returned as a value: a refusal would roll the forgetting of old tries back.
  const until = await deps.db.transaction(everywhere, async (trx) => {
    const tries = await findTries(trx, key);
    const locked = lockedUntil(tries, now);
    if (locked !== undefined) return locked;
    if (tries !== undefined && forgiven(tries, now)) await forgetTries(trx, key);
    return (await countTry(trx, key, iso(now))) ? undefined : now + 60_000;
  });
  if (until === undefined) return undefined;
  return refuse('signIn.tooMany', { params: { minutes: Math.ceil((until - now) / 60_000) } });
}

/** Forgets the wrong tries of a name. */
export async function forgive(deps: Pick<AccessDeps, 'db' | 'keys'>, username: string): Promise<void> {
  await deps.db.transaction(everywhere, (trx) => forgetTries(trx, triesKey(deps.keys, username)));
}
