import { ruleRoutes } from '@gezhi/contract/rules/index';
import { inLocale } from '@gezhi/contract/words/index';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';

interface NamedRole {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en?: string };
}

/** Says a role by the name that the county's rules give it; by its id where they do not know it. */
export function useRoleName(): (role: string) => string {
  const { locale } = useLocale();
  const answer = useAnswer(ruleRoutes.inForce, { params: { kind: 'roles' }, query: {} });
  const body = answer.data?.value.body as { readonly roles?: readonly NamedRole[] } | undefined;
  return (role) => {
    const known = body?.roles?.find(({ id }) => id === role);
    return known === undefined ? role : inLocale(locale, known.name);
  };
}
