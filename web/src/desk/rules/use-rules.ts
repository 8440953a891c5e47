import { ruleRoutes } from '@gezhi/contract/rules/index';
import type { ruleBodies, RuleBody } from '@gezhi/contract/rules/index';
import { useAnswer } from '../../api/query.ts';

/** The rules of a kind that are in force now; undefined until they are read. */
export function useRules<Kind extends keyof typeof ruleBodies>(kind: Kind): RuleBody<Kind> | undefined {
  const answer = useAnswer(ruleRoutes.inForce, { params: { kind } }, { staleTime: 300_000 });
  return answer.data?.value.body as RuleBody<Kind> | undefined;
}
