import { accountRoutes } from '@gezhi/contract/access/routes';
import { accountStates } from '@gezhi/contract/access/shapes';
import type { AccountRow } from '@gezhi/contract/access/shapes';
import { Dropdown, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { countyZone } from '../../api/program-time.ts';
import { When } from '../../ui/clock.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { AccountAct } from './account-act.tsx';
import type { AccountActName } from './account-act.tsx';

/** Accounts: who can sign in, and what an administrator may do about it. */
export function Accounts() {
  const say = useSay();
  const [q, setQ] = useState('');
  const [state, setState] = useState<AccountRow['state']>();
  const [acting, setActing] = useState<{ readonly account: AccountRow; readonly act: AccountActName }>();
  const columns: readonly Column<AccountRow>[] = [
    { key: 'username', title: say('account.username'), cell: (account) => account.username },
    { key: 'name', title: say('people.name'), cell: (account) => account.name },
    {
      key: 'state',
      title: say('account.state'),
      cell: (account) =>
        account.lockedOutUntil === undefined
          ? say(`account.state.${account.state}`)
          : say('account.lockedOut', { time: exactTime(Date.parse(account.lockedOutUntil), countyZone) }),
    },
    {
      key: 'factor',
      title: say('account.factor'),
      cell: (account) => (account.secondFactor ? say('account.factor.on') : say('account.factor.off')),
    },
    {
      key: 'last',
      title: say('account.lastSignIn'),
      cell: (account) => (account.lastSignIn === undefined ? '' : <When at={account.lastSignIn} />),
    },
    {
      key: 'acts',
      title: '',
      cell: (account) => (
        <Dropdown
          trigger={['click']}
          menu={{
            items: actsOn(account).map((act) => ({ key: act, label: say(`account.${act}`) })),
            onClick: ({ key }) => setActing({ account, act: key as AccountActName }),
          }}
        >
          <Button size="small" aria-label={say('account.acts', { name: account.name })}>
            …
          </Button>
        </Dropdown>
      ),
    },
  ];
  const query = { ...(q === '' ? {} : { q }), ...(state === undefined ? {} : { state }) };
  return (
    <>
      <div className="page-choices people-tools">
        <Input.Search
          allowClear
          placeholder={say('people.search')}
          aria-label={say('people.search')}
          onSearch={setQ}
          className="people-search"
        />
        <Select
          allowClear
          aria-label={say('account.state')}
          placeholder={say('account.state')}
          options={accountStates.map((value) => ({ value, label: say(`account.state.${value}`) }))}
          onChange={setState}
        />
      </div>
      {acting === undefined ? null : (
        <AccountAct key={acting.account.id + acting.act} {...acting} onDone={() => setActing(undefined)} />
      )}
      <Rows
        route={accountRoutes.list}
        query={query}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('account.empty')}
        label={say('people.tab.accounts')}
      />
    </>
  );
}

function actsOn(account: AccountRow): readonly AccountActName[] {
  if (account.state === 'invited') return ['inviteAgain', 'lock'];
  const factor: readonly AccountActName[] = account.secondFactor ? ['factorReset'] : [];
  const locked = account.state === 'locked' || account.lockedOutUntil !== undefined;
  return ['reset', ...factor, locked ? 'unlock' : 'lock'];
}
