import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { Tabs } from '../app/tabs.tsx';
import { Accounts } from './accounts.tsx';
import { Organisations } from './organisations.tsx';
import { People } from './people.tsx';
import { Acts, Reveals } from './records.tsx';

const route = getRouteApi('/desk/people');

const tabs = ['people', 'organisations', 'accounts', 'acts', 'reveals'] as const;
type Tab = (typeof tabs)[number];

const needs: Readonly<Record<Tab, string>> = {
  people: 'people.read',
  organisations: 'people.read',
  accounts: 'account.manage',
  acts: 'audit.read',
  reveals: 'audit.read',
};

const parts: Readonly<Record<Tab, () => ReactNode>> = {
  people: () => <People />,
  organisations: () => <Organisations />,
  accounts: () => <Accounts />,
  acts: () => <Acts />,
  reveals: () => <Reveals />,
};

/** Staff, bodies and accounts, and the records of what was done with them. */
export function PeoplePage() {
  const say = useSay();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const { permissions } = useSession();
  const open = tabs.filter((name) => permissions.includes(needs[name]));
  const here = open.find((name) => name === tab) ?? open[0] ?? 'people';
  return (
    <Page title={say('people.title')}>
      <Tabs
        label={say('people.title')}
        names={open}
        here={here}
        titleOf={(name) => say(`people.tab.${name}`)}
        onChange={(name) => void navigate({ search: { tab: name } })}
      />
      {parts[here]()}
    </Page>
  );
}
