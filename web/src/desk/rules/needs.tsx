import { inLocale } from '@gezhi/contract/words/index';
import { useLocale } from '../../words/locale.tsx';
import { useRoleName } from '../people/use-role-name.ts';

interface Need {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en?: string };
  readonly roles: readonly string[];
  readonly min: number;
}

/** What a unit needs: how many of whom. */
export function Needs({ needs }: { readonly needs: readonly unknown[] }) {
  const { say, locale } = useLocale();
  const roleName = useRoleName();
  return (
    <ul className="rules-needs">
      {(needs as readonly Need[]).map(({ id, name, roles, min }) => (
        <li key={id}>
          {say('rules.need', { name: inLocale(locale, name), n: min })}{' '}
          <span className="sheet-small">{roles.map(roleName).join(say('rules.formula.orOne'))}</span>
        </li>
      ))}
    </ul>
  );
}
