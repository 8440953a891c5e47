import { sessionRoutes } from '@gezhi/contract/access/routes';
import type { Session } from '@gezhi/contract/access/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading, Notice } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { SignIn } from '../entry/sign-in.tsx';
import { forgetAnswers } from '../kept/answers.ts';

const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below `SignedIn`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('No session here');
  return session;
}

/** The areas that the own posts cover, without those another covers; the county where posts are of bodies only. */
export function useOwnAreas(): readonly string[] {
  const { posts, county } = useSession();
  const codes = [...new Set(posts.flatMap(({ area }) => area ?? []))].sort();
  const outer = codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other)));
  return outer.length === 0 ? [county] : outer;
}

/** Shows the pages to whoever is signed in, the sign-in in their place to everybody else; the address stays. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const answer = useAnswer(sessionRoutes.whoAmI, {});
  useOnlyOwn(answer.data?.value.person.id);
  if (answer.isPending) return <Loading />;
  const problem = problemOf(answer.error);
  if (problem?.status === 401) return <SignIn />;
  if (answer.data === undefined) return <Failed problem={problem} retry={() => void answer.refetch()} />;
  const session = answer.data.value;
  if (session.mustEnrol) {
    return (
      <Notice
        title={say('entry.factor.title')}
        hint={say('field.me.enrolOnDesk')}
        action={<a href="/desk">{say('field.me.desk')}</a>}
      />
    );
  }
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** When somebody else is signed in than before, here or in another tab, nothing read for the first is shown or kept. */
function useOnlyOwn(person: string | undefined): void {
  const client = useQueryClient();
  const before = useRef(person);
  useEffect(() => {
    if (person === undefined) return;
    if (before.current !== undefined && before.current !== person) {
      void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionRoutes.whoAmI.name });
    }
    before.current = person;
    void forgetAnswers(person);
  }, [client, person]);
}
