import { accountRoutes } from '@gezhi/contract/access/routes';
import type { AccountRow } from '@gezhi/contract/access/shapes';
import type { AnswerOf } from '@gezhi/contract/route';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { OneTimeLink } from './invite.tsx';
import { WithReason } from './with-reason.tsx';

export type AccountActName = 'inviteAgain' | 'reset' | 'factorReset' | 'lock' | 'unlock';

interface AccountActProps {
  readonly account: AccountRow;
  readonly act: AccountActName;
  readonly onDone: () => void;
}

/** One act on an account, with its reason; a link that comes of it is shown once. */
export function AccountAct({ account, act, onDone }: AccountActProps) {
  const say = useSay();
  const [link, setLink] = useState<AnswerOf<typeof accountRoutes.issueReset>>();
  const refresh = [accountRoutes.list, accountRoutes.acts];
  const inviteAgain = useAct(accountRoutes.inviteAgain, { refresh });
  const reset = useAct(accountRoutes.issueReset, { refresh });
  const factorReset = useAct(accountRoutes.resetSecondFactor, { refresh });
  const lock = useAct(accountRoutes.lock, { refresh });
  const unlock = useAct(accountRoutes.unlock, { refresh });
  const params = { id: account.id };

  const doers = {
    inviteAgain: { deed: inviteAgain, give: () => inviteAgain.act({ params }) },
    reset: { deed: reset, give: (reason: string) => reset.act({ params, body: { reason } }) },
    factorReset: { deed: factorReset, give: (reason: string) => factorReset.act({ params, body: { reason } }) },
    lock: { deed: lock, give: (reason: string) => lock.act({ params, body: { reason } }) },
    unlock: { deed: unlock, give: (reason: string) => unlock.act({ params, body: { reason } }) },
  };
  const { deed, give } = doers[act];
  if (link !== undefined) return <OneTimeLink link={link} />;
  return (
    <section className="page-block">
      <h2>
        {account.name} · {say(`account.${act}`)}
      </h2>
      <WithReason
        act={say(`account.${act}`)}
        busy={deed.busy}
        problem={deed.problem}
        onCancel={onDone}
        onGive={async (reason) => {
          const answer = await give(reason);
          if (answer?.value !== undefined) setLink(answer.value);
          else if (answer !== undefined) onDone();
        }}
      />
    </section>
  );
}
