import { type Locale, localeFrom } from '@gezhi/contract/words/index';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../refusal.ts';
import { keptLocale } from './kept-locale.ts';
import { problemOf } from './problem.ts';

/** The request's id and the language to answer in. */
export function asked(request: FastifyRequest): { readonly requestId: string; readonly locale: Locale } {
  const { cookie, 'accept-language': wanted } = request.headers;
  return { requestId: request.id, locale: keptLocale(request.url, cookie) ?? localeFrom(wanted) };
}

/** Answers with the problem document of a refusal. */
export async function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Pick<Refusal, 'code' | 'params' | 'errors'>,
): Promise<void> {
  const problem = problemOf(refusal, asked(request));
  await reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body) => JSON.stringify(body))
    .send(problem);
}
