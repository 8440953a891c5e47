import type { Route } from '@gezhi/contract/route';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { keyHolder, refuseEntry } from './admit.ts';
import type { Call } from './call.ts';
import type { CsvColumn } from './csv.ts';
import { doOnce, onceKeyOf } from './idempotency.ts';
import { sendAsCsv, wantsCsv } from './list-as-csv.ts';
import { limitOf, type RateLimit } from './rate-limit.ts';
import { asked, sendRefusal } from './refusing.ts';
import { routeSchema } from './route-schema.ts';
import { versionIn } from './versions.ts';

type ServeDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'config' | 'log'>;

type RowOf<Answer> = Answer extends { readonly rows: readonly (infer Row)[] } ? Row : never;

/** What a route may have besides its handler. */
export interface ServeOptions<Answer> {
  /** Columns of a list that also comes as CSV. */
  readonly csv?: readonly CsvColumn<RowOf<Answer>>[];
  /** A limit by address, stricter than the general one: where guessing or flooding pays. */
  readonly limit?: RateLimit;
}

/** Checks the answer against the contract: what is not in its schema does not leave the server. */
function shaped(route: Route, result: unknown): unknown {
  if (route.answer === undefined) return undefined;
  const read = route.answer.safeParse(result);
  if (read.success) return read.data;
  throw new Error(`the answer of ${route.name} does not fit its schema`, { cause: read.error });
}

/**
 * Registers one entry of the route table: admits by its access, parses by its schemas, calls the handler, answers
 * with what it returns (status of the route) or with the problem document of its refusal.
 */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  deps: ServeDeps,
  route: Route<P, Q, B, A>,
  handler: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<A> | Refusal>,
  options: ServeOptions<z.output<A>> = {},
): void {
  type ThisCall = Call<z.output<P>, z.output<Q>, z.output<B>>;

  async function enter(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const refusal = refuseEntry(route.access, request.actor);
    if (refusal !== undefined) await sendRefusal(request, reply, refusal);
    else if (route.ifMatch === true && request.headers['if-match'] === undefined) {
      await sendRefusal(request, reply, refuse('http.ifMatchMissing'));
    }
  }

  function callOf(request: FastifyRequest, reply: FastifyReply): { call: ThisCall; wasOnce: () => boolean } {
    let used = false;
    const call: ThisCall = {
      params: request.params as z.output<P>,
      query: request.query as z.output<Q>,
      body: request.body as z.output<B>,
      actor: request.actor,
      ...asked(request),
      ifMatch: versionIn(request.headers['if-match']),
      once: async (scope, work, remade) => {
        used = true;
        const key = route.idempotent === true ? onceKeyOf(request, keyHolder(request.actor)) : undefined;
        const { result, replayed } = await doOnce(deps, scope, key, work, remade);
        if (replayed) reply.header('idempotency-replayed', 'true');
        return result;
      },
      request,
      reply,
    };
    return { call, wasOnce: () => used };
  }

  async function answerAsCsv(call: ThisCall, columns: readonly CsvColumn<unknown>[]): Promise<void> {
    const readPage = async (cursor: string | undefined, limit: number) => {
      const query = { ...(call.query as object), format: 'csv', cursor, limit } as z.output<Q>;
      const result = await handler({ ...call, query }).catch((error: unknown) => {
        // Past the first page the answer has begun: whoever asked sees it break off, and nobody else would hear of it.
        if (cursor !== undefined)
          deps.log.error({ err: error, requestId: call.requestId, route: route.path }, 'a sheet broke off');
        throw error;
      });
      return isRefusal(result) ? result : (shaped(route, result) as { rows: unknown[]; next?: string });
    };
    const refusal = await sendAsCsv(call.reply, route.name, columns, readPage, call.locale);
    if (refusal !== undefined) await sendRefusal(call.request, call.reply, refusal);
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { call, wasOnce } = callOf(request, reply);
    if (options.csv !== undefined && wantsCsv(request)) return answerAsCsv(call, options.csv as CsvColumn<unknown>[]);
    reply.code(route.status);
    const result = await handler(call);
    if (reply.sent) return;
    if (isRefusal(result)) return sendRefusal(request, reply, result);
    if (route.idempotent === true && !wasOnce()) throw new Error(`the handler of ${route.name} must use call.once`);
    await reply.send(shaped(route, result));
  }

  if ((route.csv === true) !== (options.csv !== undefined))
    throw new Error(`${route.name}: csv columns go with route.csv`);
  app.route({
    method: route.method,
    url: route.path,
    // The table says which methods there are; a HEAD of the live stream would never end.
    exposeHeadRoute: false,
    schema: routeSchema(route),
    config: { route, ...limitOf(deps.config, options.limit) },
    onRequest: enter,
    handler: answer,
  });
}
