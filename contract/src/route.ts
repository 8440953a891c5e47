import type { Permission } from '@gezhi/domain/access/index';
import type { z } from 'zod';

/** Who may call a route at all. What of it they then see or change is decided by scope and by the use case. */
export type Access =
  /** Anybody, signed in or not. */
  | 'public'
  /** Anybody who is signed in. */
  | 'session'
  /** Anybody signed in with a live post that gives the permission somewhere. */
  | { readonly permission: Permission }
  /** Whoever holds a follow code, which is part of the path. */
  | 'followCode';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One entry of the route table. OpenAPI, the server's parsing, the typed client and the authorisation table come from it. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Stable name, `<noun>.<verb>`, also the OpenAPI operation id. */
  readonly name: string;
  readonly method: Method;
  /** Path with `:params`, beginning with `/api`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Shape of the answer on success; absent means an empty answer (204). */
  readonly answer?: Answer;
  readonly status: 200 | 201 | 202 | 204;
  /** Creating calls take an Idempotency-Key header: same key and body → same answer; same key, other body → 422. */
  readonly idempotent?: boolean;
  /** Changing calls that need If-Match with the ETag last read. */
  readonly ifMatch?: boolean;
  /** Lists that also come as CSV (`?format=csv` or `Accept: text/csv`). */
  readonly csv?: boolean;
}

/** Keeps the precise types of one route's schemas. */
export function defineRoute<
  Params extends z.ZodType = z.ZodType<undefined>,
  Query extends z.ZodType = z.ZodType<undefined>,
  Body extends z.ZodType = z.ZodType<undefined>,
  Answer extends z.ZodType = z.ZodType<undefined>,
>(route: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return route;
}

/** What a caller passes and a handler receives, by part. */
export type ParamsOf<R> = R extends Route<infer P, infer _Q, infer _B, infer _A> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<infer _P, infer Q, infer _B, infer _A> ? z.output<Q> : never;
export type BodyOf<R> = R extends Route<infer _P, infer _Q, infer B, infer _A> ? z.output<B> : never;
export type AnswerOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer A> ? z.output<A> : never;
export type BodyInputOf<R> = R extends Route<infer _P, infer _Q, infer B, infer _A> ? z.input<B> : never;
export type QueryInputOf<R> = R extends Route<infer _P, infer Q, infer _B, infer _A> ? z.input<Q> : never;
