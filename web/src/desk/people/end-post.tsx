import { sessionRoutes } from '@gezhi/contract/access/routes';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { WithReason } from './with-reason.tsx';

/** Ends a post with a reason; the rights end with it. */
export function EndPost({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useSay();
  const end = useAct(peopleRoutes.endPost, {
    refresh: [peopleRoutes.getPerson, peopleRoutes.listPeople, peopleRoutes.listPosts, sessionRoutes.whoAmI],
  });
  return (
    <WithReason
      hint={say('people.endPost.hint')}
      act={say('people.endPost.act')}
      busy={end.busy}
      problem={end.problem}
      onCancel={onDone}
      onGive={async (reason) => {
        if ((await end.act({ params: { id }, body: { reason } })) !== undefined) onDone();
      }}
    />
  );
}
