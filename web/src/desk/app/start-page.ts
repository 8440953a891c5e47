/** Where somebody begins. */
interface Beginning {
  readonly to: '/cases' | '/people' | '/figures' | '/rules' | '/account';
  readonly search: Readonly<Record<string, unknown>>;
}

const sees = ['case.desk', 'case.work', 'case.read'];

/**
 * The page to begin with: the to-do list where it holds something; all open cases for leaders and whoever has nothing
 * to do; for posts without cases the first page they may open.
 * @param waiting how many cases wait for the person
 */
export function startOf(permissions: readonly string[], waiting: number): Beginning {
  if (permissions.some((one) => sees.includes(one))) {
    return { to: '/cases', search: waiting > 0 ? { mine: true } : { open: true } };
  }
  if (permissions.includes('figures.read')) return { to: '/figures', search: {} };
  if (permissions.includes('people.read') || permissions.includes('account.manage'))
    return { to: '/people', search: {} };
  return permissions.includes('rules.read') ? { to: '/rules', search: {} } : { to: '/account', search: {} };
}
