import type { AnswerOf, Route } from '@gezhi/contract/route';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import type { InputOf, Problem } from './call.ts';

/** A refusal on its way through TanStack Query, which knows failures only as thrown. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The problem inside a failed query; undefined for anything else. */
export function problemOf(error: unknown): Problem | undefined {
  return error instanceof Refused ? error.problem : undefined;
}

/** One cache for a face. A refusal (4xx) is not tried again; a lost line is, twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 2 && (problemOf(error)?.status ?? 0) === 0,
      },
      mutations: { retry: false },
    },
  });
}

/** An answer with the ETag it came with. */
export interface Read<Answer> {
  readonly value: Answer;
  readonly etag: string | undefined;
}

/** The cache key of a route's answers: all of them, or those of one input. */
export function keyOf<R extends Route>(route: R, input?: InputOf<R>): readonly unknown[] {
  return input === undefined ? [route.name] : [route.name, input];
}

/** Reads a route; throws `Refused` where it is refused, for loaders and query functions. */
export async function read<R extends Route>(route: R, input: InputOf<R>): Promise<Read<AnswerOf<R>>> {
  const result = await call(route, input);
  if (!result.ok) throw new Refused(result.problem);
  return { value: result.value, etag: result.etag };
}

/** Reads a route and keeps the answer: `useAnswer(routes.cases.get, { params: { id } })`. */
export function useAnswer<R extends Route>(
  route: R,
  input: InputOf<R>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number; readonly staleTime?: number } = {},
) {
  return useQuery({ queryKey: keyOf(route, input), queryFn: () => read(route, input), ...options });
}
