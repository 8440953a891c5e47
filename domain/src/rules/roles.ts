import type { Permission, Role } from '../access/index.ts';
import { doubled } from './known.ts';
import type { RuleFault } from './rule-kinds.ts';

/** What no county may be left without: somebody to change its rules, its accounts and its posts. */
const mustRemain: readonly Permission[] = ['rules.edit', 'account.manage', 'people.edit'];

/**
 * What keeps roles from being used.
 * @param held roles that live posts have: taking one away would take their rights in silence
 * @param editing roles by which the one who writes this may write it: one of them must still allow it
 */
export function faultsOfRoles(
  roles: readonly Role[],
  held: ReadonlySet<string>,
  editing: readonly string[],
): RuleFault[] {
  const ids = new Set(roles.map(({ id }) => id));
  const gone = [...held].filter((id) => !ids.has(id));
  const missing = mustRemain.filter((permission) => !roles.some((role) => role.permissions.includes(permission)));
  const keeps = roles.some((role) => editing.includes(role.id) && role.permissions.includes('rules.edit'));
  return [
    ...doubled(
      roles.map(({ id }) => id),
      (index) => `roles.${index}.id`,
    ),
    ...gone.map((id) => ({ path: 'roles', code: 'rules.roleHeld', params: { id } })),
    ...missing.map((id) => ({ path: 'roles', code: 'rules.permissionNowhere', params: { id } })),
    ...(keeps ? [] : [{ path: 'roles', code: 'rules.lockedOut' }]),
  ];
}
