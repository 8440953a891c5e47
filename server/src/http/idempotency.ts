import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Scope, Trx } from '../database/index.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { claimKey, findAnswer, recordAnswer } from './idempotency-store.ts';

/** The key under which one creating call is done once, and what was asked with it. */
export interface OnceKey {
  readonly actor: string;
  readonly key: string;
  readonly hash: string;
}

/** The key of a request, if it carries one. */
export function onceKeyOf(request: FastifyRequest, actor: string): OnceKey | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return undefined;
  const asked = JSON.stringify([request.method, request.url, request.body ?? null]);
  return { actor, key, hash: createHash('sha256').update(asked).digest('base64url') };
}

export type OnceDeps = Pick<Deps, 'db' | 'clock' | 'keys'>;

/** A long result that its version says as well: only the number is recorded, and the result is made from it again. */
export interface Remade<T> {
  readonly version: (result: T) => number;
  /** The result as it was at that version. */
  readonly again: (trx: Trx, version: number) => Promise<T | Refusal>;
}

/**
 * Runs work in a transaction that also records its result under the key: the same call again gets the recorded
 * result and does nothing. Of two at once the second waits for the first. A refusal is not recorded.
 * The result must be what JSON can hold, and not a number; it is sealed, since it may hold a follow code. Keys are kept
 * for weeks: with `remade` a few bytes of each are.
 */
export async function doOnce<T>(
  deps: OnceDeps,
  scope: Scope,
  once: OnceKey | undefined,
  work: (trx: Trx) => Promise<T | Refusal>,
  remade?: Remade<T>,
): Promise<{ readonly result: T | Refusal; readonly replayed: boolean }> {
  let replayed = false;
  const result = await deps.db.transaction<T | Refusal>(scope, async (trx) => {
    replayed = false;
    if (once === undefined) return work(trx);
    const row = { county: scope.county, ...once, at: new Date(deps.clock.now()).toISOString() };
    if (!(await claimKey(trx, row))) {
      const known = await findAnswer(trx, row);
      if (known?.hash !== once.hash) return refuse('http.idempotencyKeyReused');
      replayed = true;
      const recorded: unknown = JSON.parse(deps.keys.openOwn(known.answer, 'idempotency'));
      return remade !== undefined && typeof recorded === 'number' ? remade.again(trx, recorded) : (recorded as T);
    }
    const fresh = await work(trx);
    if (isRefusal(fresh)) return fresh;
    const recorded = remade === undefined ? (fresh ?? null) : remade.version(fresh);
    await recordAnswer(trx, row, deps.keys.sealOwn(JSON.stringify(recorded), 'idempotency'));
    return fresh;
  });
  return { result, replayed };
}
