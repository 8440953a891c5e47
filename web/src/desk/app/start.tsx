import { caseRoutes } from '@gezhi/contract/cases/index';
import { Navigate } from '@tanstack/react-router';
import { useAnswer } from '../../api/query.ts';
import { Loading } from '../../ui/states.tsx';
import { startOf } from './start-page.ts';
import { useSession } from './session.tsx';

/** The first page after signing in: what is to be done, or everything open where nothing is. */
export function Start() {
  const { permissions } = useSession();
  const reads = startOf(permissions, 0).to === '/cases';
  const mine = useAnswer(caseRoutes.list, { query: { mine: 'true', limit: 1 } }, { enabled: reads });
  if (reads && mine.isPending) return <Loading rows={8} />;
  const { to, search } = startOf(permissions, mine.data?.value.rows.length ?? 0);
  return <Navigate to={to} search={search as never} replace />;
}
