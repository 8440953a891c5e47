import type { AnswerOf, BodyInputOf, ParamsOf, QueryInputOf, Route } from '@gezhi/contract/route';
import type { problem } from '@gezhi/contract/shapes';
import { residentTokenHeader } from '@gezhi/contract/access/index';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { asked } from '../http/index.ts';
import { phoneProof } from './device.ts';

export type Problem = z.output<typeof problem>;

/** What the API answered: a value, or a problem in the language of the page. */
export type Answered<R> =
  | { readonly ok: true; readonly value: AnswerOf<R> }
  | { readonly ok: false; readonly problem: Problem };

/** The parts of a call. */
export interface Parts<R> {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryInputOf<R>;
  readonly body?: BodyInputOf<R>;
  readonly idempotencyKey?: string;
}

/**
 * Calls a route of the contract's table inside this process. The residents' pages are a client of the API like any
 * other, so that its limits, its parsing and its refusals hold for a plain form too. The session of somebody who is
 * signed in stays outside: whoever reports here does so as a resident.
 */
export async function callApi<R extends Route>(
  request: FastifyRequest,
  route: R,
  parts: Parts<R>,
): Promise<Answered<R>> {
  const proof = phoneProof(request);
  const answer = await request.server.inject({
    method: route.method,
    url: addressOf(route.path, parts.params, parts.query),
    remoteAddress: request.ip,
    headers: {
      accept: 'application/json',
      'accept-language': asked(request).locale,
      ...(proof !== undefined && { [residentTokenHeader]: proof }),
      ...(parts.idempotencyKey !== undefined && { 'idempotency-key': parts.idempotencyKey }),
    },
    ...(parts.body !== undefined && { payload: parts.body as object }),
  });
  const body: unknown = answer.body === '' ? undefined : JSON.parse(answer.body);
  return answer.statusCode < 300 ? { ok: true, value: body as AnswerOf<R> } : { ok: false, problem: body as Problem };
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replaceAll(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}
