import { registerKind } from '@gezhi/domain/registers/index';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { CareKinds } from './care-kinds.tsx';
import { Care } from './care.tsx';
import { Entries } from './entries.tsx';
import { ExpiringList } from './expiring.tsx';
import { Groups } from './groups.tsx';
import { Households } from './households.tsx';
import { partGroups, type RegisterPart } from './search.ts';
import { ServicePlaces } from './service-places.tsx';
import './registers.css';

const route = getRouteApi('/desk/registers');

function bodyOf(part: RegisterPart): ReactNode {
  switch (part) {
    case 'households':
      return <Households />;
    case 'places':
      return <ServicePlaces />;
    case 'groups':
      return <Groups />;
    case 'care':
      return <Care />;
    case 'careKinds':
      return <CareKinds />;
    case 'expiring':
      return <ExpiringList />;
    default:
      return <Entries key={part} kind={registerKind(part)} />;
  }
}

/** The registers: a menu of lists, one of them open. */
export function RegistersPage() {
  const { say, named } = useLocale();
  const { part } = route.useSearch();
  const navigate = route.useNavigate();
  const { permissions } = useSession();
  const groups = partGroups.map(({ name, parts }) => ({
    name,
    parts: parts.filter((one) => {
      if (one === 'care') return permissions.includes('care.read');
      return one !== 'careKinds' || permissions.includes('rules.edit');
    }),
  }));
  const all = groups.flatMap(({ parts }) => parts);
  const here = all.find((one) => one === part) ?? 'households';
  const titleOf = (one: RegisterPart) => named('registers.kind.', one);
  const go = (next: RegisterPart) => void navigate({ search: { part: next } });
  return (
    <Page title={say('registers.title')} note={titleOf(here)}>
      <div className="registers">
        <nav className="registers-menu" aria-label={say('registers.title')}>
          {groups.map(({ name, parts }) => (
            <div key={name} className="registers-group">
              <h2>{named('registers.group.', name)}</h2>
              {parts.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-current={one === here ? 'page' : undefined}
                  onClick={() => go(one)}
                >
                  {titleOf(one)}
                </button>
              ))}
            </div>
          ))}
        </nav>
        <Select
          className="registers-choose"
          aria-label={say('registers.title')}
          value={here}
          onChange={go}
          options={groups.map(({ name, parts }) => ({
            label: named('registers.group.', name),
            options: parts.map((one) => ({ value: one, label: titleOf(one) })),
          }))}
        />
        <div className="registers-body">{bodyOf(here)}</div>
      </div>
    </Page>
  );
}
