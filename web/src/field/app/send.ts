import type { AnswerOf, Route } from '@gezhi/contract/route';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { InputOf, Problem, Result } from '../../api/call.ts';

interface Send<R> {
  /** Calls the route; a refusal is a value and also in `problem`. */
  readonly send: (input: InputOf<R>) => Promise<Result<AnswerOf<R>>>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/** Calls a changing route and then has read again what was read of the routes named. */
export function useSend<R extends Route>(route: R, refresh: readonly Route[] = []): Send<R> {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (input: InputOf<R>) => {
    setBusy(true);
    setProblem(undefined);
    const result = await call(route, input);
    setBusy(false);
    if (!result.ok) setProblem(result.problem);
    else for (const { name } of refresh) void client.invalidateQueries({ queryKey: [name] });
    return result;
  };
  return { send, busy, problem, forget: () => setProblem(undefined) };
}
