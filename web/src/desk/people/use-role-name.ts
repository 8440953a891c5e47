import { inLocale } from '@gezhi/contract/words/index';
import { useLocale } from '../../words/locale.tsx';
import { useRules } from '../rules/use-rules.ts';

/** Names roles as the county's rules do; the id where they do not. */
export function useRoleName(): (role: string) => string {
  const { locale } = useLocale();
  const roles = useRules('roles')?.roles;
  return (role) => {
    const found = roles?.find(({ id }) => id === role);
    return found === undefined ? role : inLocale(locale, found.name);
  };
}
