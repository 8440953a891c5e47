import { accountRoutes } from '@gezhi/contract/access/routes';
import type { RevealedRow } from '@gezhi/contract/access/shapes';
import type { AnswerOf } from '@gezhi/contract/route';
import { When } from '../../ui/clock.tsx';
import { useLocale, useSay } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';

type Act = AnswerOf<typeof accountRoutes.acts>['rows'][number];

/** What was done to accounts, by whom and why. */
export function Acts() {
  const say = useSay();
  const columns: readonly Column<Act>[] = [
    { key: 'at', title: say('account.act.at'), cell: (act) => <When at={act.at} exact /> },
    { key: 'account', title: say('people.account'), cell: (act) => act.username },
    { key: 'what', title: say('account.act.what'), cell: (act) => say(`account.act.${act.act}`) },
    { key: 'by', title: say('account.act.by'), cell: (act) => act.byName ?? '' },
    { key: 'reason', title: say('account.act.reason'), wide: true, cell: (act) => act.reason ?? '' },
  ];
  return (
    <Rows
      route={accountRoutes.acts}
      query={{}}
      columns={columns}
      keyOf={({ id }) => id}
      empty={say('record.empty')}
      label={say('people.tab.acts')}
    />
  );
}

/** What was shown in clear, to whom and for what. */
export function Reveals() {
  const { say, named } = useLocale();
  const columns: readonly Column<RevealedRow>[] = [
    { key: 'at', title: say('account.act.at'), cell: (row) => <When at={row.at} exact /> },
    { key: 'who', title: say('reveal.who'), cell: (row) => row.personName },
    { key: 'what', title: say('reveal.what'), cell: (row) => named('reveal.what.', row.what) },
    { key: 'purpose', title: say('reveal.purpose'), wide: true, cell: (row) => row.purpose },
  ];
  return (
    <Rows
      route={accountRoutes.reveals}
      query={{}}
      columns={columns}
      keyOf={({ id }) => id}
      empty={say('record.empty')}
      label={say('people.tab.reveals')}
    />
  );
}
