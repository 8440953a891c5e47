import { sessionRoutes } from '@gezhi/contract/access/routes';
import type { Session } from '@gezhi/contract/access/shapes';
import { createContext, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { Enrol } from '../entry/enrol.tsx';

const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below `SignedIn`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('No session here');
  return session;
}

/** Whether some live post of the person gives the permission anywhere. The server decides again in each case. */
export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}

/** Shows the pages to whoever is signed in; everybody else goes to the sign-in page, which leads back here. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const answer = useAnswer(sessionRoutes.whoAmI, {});
  if (answer.isPending) return <Loading />;
  const problem = problemOf(answer.error);
  if (problem?.status === 401) return <ToSignIn />;
  if (answer.data === undefined) return <Failed problem={problem} retry={() => void answer.refetch()} />;
  const session = answer.data.value;
  if (session.mustEnrol) return <Enrol />;
  return <SessionContext value={session}>{children}</SessionContext>;
}

function ToSignIn() {
  useEffect(() => {
    const here = location.pathname + location.search;
    location.replace(`/sign-in?next=${encodeURIComponent(here)}`);
  }, []);
  return <Loading />;
}
