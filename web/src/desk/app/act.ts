import type { AnswerOf, Route } from '@gezhi/contract/route';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { InputOf, Problem } from '../../api/call.ts';
import { useSay } from '../../words/locale.tsx';

interface Act<R> {
  /** Calls the route; the answer, or undefined where it was refused (then `problem` says why). */
  readonly act: (input: InputOf<R>) => Promise<{ readonly value: AnswerOf<R> } | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/**
 * One deed of a form: calls a changing route, keeps its idempotency key while the same input is tried again, tells
 * that it is done (unless `quiet`), and refreshes what was read of the routes named.
 */
export function useAct<R extends Route>(
  route: R,
  options: { readonly done?: string; readonly quiet?: boolean; readonly refresh?: readonly Route[] } = {},
): Act<R> {
  const client = useQueryClient();
  const { message } = App.useApp();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const tried = useRef({ text: '', key: '' });

  const act = async (input: InputOf<R>) => {
    setBusy(true);
    setProblem(undefined);
    const text = JSON.stringify(input);
    if (tried.current.text !== text) tried.current = { text, key: crypto.randomUUID() };
    const result = await call(route, { ...input, idempotencyKey: tried.current.key });
    setBusy(false);
    if (!result.ok) {
      setProblem(result.problem);
      return undefined;
    }
    tried.current = { text: '', key: '' };
    if (options.quiet !== true) message.success(options.done ?? say('desk.done'));
    for (const stale of options.refresh ?? []) void client.invalidateQueries({ queryKey: [stale.name] });
    return { value: result.value };
  };
  return { act, busy, problem, forget: () => setProblem(undefined) };
}
