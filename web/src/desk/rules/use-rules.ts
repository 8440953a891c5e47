import { ruleBodies } from '@gezhi/contract/rules/index';
import type { RuleBody } from '@gezhi/contract/rules/index';
import { useAnswer } from '../../api/query.ts';
import { defineRoute } from '@gezhi/contract/route';
import { z } from 'zod';
const provisional = defineRoute({
  name: 'rules.inForce',
  method: 'GET',
  path: '/api/rules/:kind',
  summary: '',
  access: 'session',
  params: z.object({ kind: z.string() }),
  answer: z.object({ body: z.unknown() }),
  status: 200,
});

/** The rules of a kind that are in force now; undefined until they are read. */
export function useRules<Kind extends keyof typeof ruleBodies>(kind: Kind): RuleBody<Kind> | undefined {
  const answer = useAnswer(provisional, { params: { kind } });
  return answer.data?.value.body as RuleBody<Kind> | undefined;
}
