import { sessionRoutes } from '@gezhi/contract/access/routes';
import { leaveRoutes, peopleRoutes } from '@gezhi/contract/people/index';
import type { PostDutyRow } from '@gezhi/contract/people/index';
import { useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { AreaName } from '../pickers/area-name.tsx';
import { WithReason } from './with-reason.tsx';

/** Ends a post with a reason; the rights end with it. Says first what is left without an owner. */
export function EndPost({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useSay();
  const open = useAnswer(leaveRoutes.postDuties, { params: { id } });
  const end = useAct(peopleRoutes.endPost, {
    refresh: [peopleRoutes.getPerson, peopleRoutes.listPeople, peopleRoutes.listPosts, sessionRoutes.whoAmI],
  });
  const rows = open.data?.value.rows ?? [];
  return (
    <div className="end-post">
      {rows.length === 0 ? null : (
        <div role="note">
          <b>{say('people.endPost.open', { n: rows.length })}</b>
          <ul className="duties">
            {rows.map((duty) => (
              <li key={`${duty.kind}:${duty.id}`}>
                <OpenDuty duty={duty} />
              </li>
            ))}
          </ul>
        </div>
      )}
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
    </div>
  );
}

function OpenDuty({ duty }: { readonly duty: PostDutyRow }) {
  const say = useSay();
  const { kind, name, number, from, to } = duty;
  return (
    <span>
      {say(`people.open.${kind}`)} {number === undefined ? null : <span className="figures">{number} </span>}
      {kind === 'chief' ? <AreaName code={name} /> : kind === 'turn' ? null : name}
      {kind !== 'turn' || from === undefined ? null : (
        <span className="sheet-small">
          <When at={from} exact />
          {to === undefined ? null : (
            <>
              {' – '}
              <When at={to} exact />
            </>
          )}
        </span>
      )}
    </span>
  );
}
