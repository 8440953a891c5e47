import { peopleRoutes } from '@gezhi/contract/people/index';
import type { OrganisationRow } from '@gezhi/contract/people/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { AddOrganisation } from './add-organisation.tsx';

/** The bodies that cases go to and people belong to. */
export function Organisations() {
  const say = useSay();
  const mayEdit = useMay('people.edit');
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const columns: readonly Column<OrganisationRow>[] = [
    { key: 'name', title: say('org.name'), wide: true, cell: (org) => org.name },
    { key: 'kind', title: say('org.kind'), cell: (org) => say(`org.kind.${org.kind}`) },
    { key: 'area', title: say('org.area'), cell: (org) => <AreaName code={org.area} /> },
    { key: 'duty', title: say('org.duty'), cell: (org) => <span className="figures">{org.dutyPhone ?? ''}</span> },
  ];
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
        {mayEdit ? <Button onClick={() => setAdding(true)}>{say('org.add')}</Button> : null}
      </div>
      {adding ? <AddOrganisation onDone={() => setAdding(false)} /> : null}
      <Rows
        route={peopleRoutes.listOrganisations}
        query={q === '' ? {} : { q }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('org.empty')}
        label={say('people.tab.organisations')}
      />
    </>
  );
}
