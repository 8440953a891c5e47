import type { FastifyInstance } from 'fastify';
import { repeat } from '../clock/index.ts';
import type { Deps } from '../deps.ts';
import { forgetAnswers } from './idempotency-store.ts';

/** How long a repeated call gets its first answer: a phone may be offline for weeks. */
export const answersKeptMs = 30 * 24 * 3_600_000;

const hourMs = 3_600_000;

/** Forgets old Idempotency-Keys, once an hour. */
export function forgetOldAnswers(app: FastifyInstance, deps: Pick<Deps, 'db' | 'clock' | 'log'>): void {
  const forgetting = repeat(
    'idempotency keys',
    hourMs,
    () => {
      const before = new Date(deps.clock.now() - answersKeptMs).toISOString();
      return deps.db.transaction({ county: '*', system: true }, (trx) => forgetAnswers(trx, before));
    },
    deps.log,
  );
  app.addHook('onClose', () => forgetting.stop());
}
