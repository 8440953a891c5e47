import type { AnswerOf, Route } from '@gezhi/contract/route';
import type { problem } from '@gezhi/contract/shapes';
import { say } from '@gezhi/contract/words/index';
import type { z } from 'zod';
import { keptLocale } from '../words/locale.tsx';
import { addressOf } from './address.ts';

/** An RFC 9457 problem document; `code` is stable, `title` and `detail` are in the language of the page. */
export type Problem = z.infer<typeof problem>;

/** What a call gives back. A refusal is a value, never thrown; `status` 0 means that no answer came. */
export type Result<Answer> =
  | { readonly ok: true; readonly value: Answer; readonly etag: string | undefined }
  | { readonly ok: false; readonly problem: Problem };

type Part<Name extends string, Schema> = Schema extends z.ZodType
  ? undefined extends z.input<Schema>
    ? { readonly [key in Name]?: undefined }
    : Record<never, never> extends z.input<Schema>
      ? { readonly [key in Name]?: z.input<Schema> }
      : { readonly [key in Name]: z.input<Schema> }
  : never;

/** What a call of the route needs: its parts, an ETag where it changes something, a key where it creates. */
export type InputOf<R> =
  R extends Route<infer P, infer Q, infer B, infer _A>
    ? Part<'params', P> &
        Part<'query', Q> &
        Part<'body', B> & {
          /** The ETag last read, for routes that ask for If-Match. */
          readonly ifMatch?: string | undefined;
          /** Give the same key when the same creation is tried again; made anew where absent. */
          readonly idempotencyKey?: string | undefined;
          readonly signal?: AbortSignal | undefined;
        }
    : never;

interface AnyInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Calls one route of the contract's table. */
export async function call<R extends Route>(route: R, input: InputOf<R>): Promise<Result<AnswerOf<R>>> {
  const parts: AnyInput = input;
  try {
    const response = await fetch(addressOf(route.path, parts.params, parts.query), {
      method: route.method,
      credentials: 'same-origin',
      headers: headersOf(route, parts),
      ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
      ...(parts.signal === undefined ? {} : { signal: parts.signal }),
    });
    return await resultOf<R>(response);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return { ok: false, problem: unreachable() };
  }
}

function headersOf(route: Route, parts: AnyInput): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': keptLocale() };
  if (parts.body !== undefined) headers['content-type'] = 'application/json';
  if (parts.ifMatch !== undefined) headers['if-match'] = parts.ifMatch;
  if (route.idempotent === true) headers['idempotency-key'] = parts.idempotencyKey ?? crypto.randomUUID();
  return headers;
}

async function resultOf<R extends Route>(response: Response): Promise<Result<AnswerOf<R>>> {
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) {
    return { ok: true, value: body as AnswerOf<R>, etag: response.headers.get('etag') ?? undefined };
  }
  return { ok: false, problem: isProblem(body) ? body : unexplained(response.status) };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

function unexplained(status: number): Problem {
  return {
    type: 'about:blank',
    title: say(keptLocale(), 'ui.failed.title'),
    status,
    code: 'unexplained',
    requestId: '',
  };
}

function unreachable(): Problem {
  const detail = say(keptLocale(), 'ui.failed.offline');
  return {
    type: 'about:blank',
    title: say(keptLocale(), 'ui.failed.title'),
    detail,
    status: 0,
    code: 'unreachable',
    requestId: '',
  };
}
