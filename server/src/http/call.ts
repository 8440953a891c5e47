import type { Locale } from '@gezhi/contract/words/index';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Scope, Trx } from '../database/index.ts';
import type { Refusal } from '../refusal.ts';
import type { Remade } from './idempotency.ts';

/** What a handler receives: the request, parsed and admitted. */
export interface Call<Params = undefined, Query = undefined, Body = undefined> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Who asks; `public` when nobody is signed in. What of it all they may see is the use case's to decide. */
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  /** Version from If-Match; undefined for `*` or none. Compare it with `refuseStale`. */
  readonly ifMatch: string | undefined;
  /**
   * Runs the effect of a creating call in one transaction together with its Idempotency-Key: a repeated call gets
   * the recorded result. What `work` returns must be what JSON can hold. A handler calls it once. With `remade` only the
   * result's version is recorded.
   */
  readonly once: <T>(
    scope: Scope,
    work: (trx: Trx) => Promise<T | Refusal>,
    remade?: Remade<T>,
  ) => Promise<T | Refusal>;
  readonly request: FastifyRequest;
  /** For headers, cookies and another status; the body is what the handler returns. */
  readonly reply: FastifyReply;
}
