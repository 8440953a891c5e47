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
import { Staffing } from './staffing.tsx';

const route = getRouteApi('/desk/people');

const tabs = ['people', 'organisations', 'staffing', 'accounts', 'acts', 'reveals'] as const;
type Tab = (typeof tabs)[number];

const needs: Readonly<Record<Tab, string>> = {
  people: 'people.read',
  organisations: 'people.read',
  staffing: 'people.read',
  accounts: 'account.manage',
  acts: 'audit.read',
  reveals: 'audit.read',
};

interface Here {
  readonly person: string | undefined;
  readonly org: string | undefined;
  readonly onPerson: (id: string | undefined) => void;
  readonly onOrg: (id: string | undefined) => void;
}

const parts: Readonly<Record<Tab, (here: Here) => ReactNode>> = {
  people: ({ person, onPerson }) => <People chosen={person} onChoose={onPerson} />,
  organisations: ({ org, onOrg, onPerson }) => <Organisations chosen={org} onChoose={onOrg} onPerson={onPerson} />,
  staffing: () => <Staffing />,
  accounts: () => <Accounts />,
  acts: () => <Acts />,
  reveals: () => <Reveals />,
};

/** Staff, bodies and accounts, and the records of what was done with them. */
export function PeoplePage() {
  const say = useSay();
  const { tab, person, org } = route.useSearch();
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
      {parts[here]({
        person,
        org,
        onPerson: (id) =>
          void navigate({ search: id === undefined ? { tab: 'people' } : { tab: 'people', person: id } }),
        onOrg: (id) =>
          void navigate({ search: id === undefined ? { tab: 'organisations' } : { tab: 'organisations', org: id } }),
      })}
    </Page>
  );
}
