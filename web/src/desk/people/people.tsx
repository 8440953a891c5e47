import { peopleRoutes } from '@gezhi/contract/people/index';
import type { PersonRow } from '@gezhi/contract/people/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { ListSheet } from '../sheets/list-sheet.tsx';
import { AddPerson } from './add-person.tsx';
import { PersonPanel } from './person-panel.tsx';
import { useRoleName } from './use-role-name.ts';
import './people.css';

/** Posts of one person that a row names; the others are counted. */
const SHOWN = 3;

interface PeopleProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Staff by name; one opened beside the list with the posts held. */
export function People({ chosen, onChoose }: PeopleProps) {
  const say = useSay();
  const roleName = useRoleName();
  const mayEdit = useMay('people.edit');
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const columns: readonly Column<PersonRow>[] = [
    {
      key: 'name',
      title: say('people.name'),
      cell: (person) => (
        <Button type="link" size="small" className="people-name" onClick={() => onChoose(person.id)}>
          {person.name}
        </Button>
      ),
    },
    {
      key: 'posts',
      title: say('people.posts'),
      wide: true,
      cell: ({ posts }) => (
        <>
          {posts.slice(0, SHOWN).map(({ id, role, area }) => (
            <span key={id} className="people-serves">
              {roleName(role)}
              {area === undefined ? null : (
                <span className="people-serves-area">
                  <AreaName code={area} />
                </span>
              )}
            </span>
          ))}
          {posts.length > SHOWN ? say('people.posts.more', { n: posts.length - SHOWN }) : null}
        </>
      ),
    },
    { key: 'area', title: say('people.area'), cell: (person) => <AreaName code={person.area} /> },
    {
      key: 'phone',
      title: say('people.phone'),
      cell: (person) => <span className="figures">{person.phone ?? ''}</span>,
    },
    {
      key: 'account',
      title: say('people.account'),
      cell: (person) => (person.account === undefined ? say('people.account.no') : say('people.account.yes')),
    },
  ];
  return (
    <div className={chosen === undefined ? 'people' : 'people people-open'}>
      <div>
        <div className="page-choices people-tools">
          <Input.Search
            allowClear
            placeholder={say('people.search')}
            aria-label={say('people.search')}
            onSearch={setQ}
            className="people-search"
          />
          {mayEdit ? <Button onClick={() => setAdding(true)}>{say('people.add')}</Button> : null}
          <ListSheet kinds={['people', 'posts']} />
        </div>
        {adding ? (
          <AddPerson
            onDone={(id) => {
              setAdding(false);
              if (id !== undefined) onChoose(id);
            }}
          />
        ) : null}
        <Rows
          route={peopleRoutes.listPeople}
          query={q === '' ? {} : { q }}
          columns={columns}
          keyOf={({ id }) => id}
          empty={say('people.empty')}
          label={say('people.tab.people')}
        />
      </div>
      {chosen === undefined ? null : <PersonPanel key={chosen} id={chosen} onClose={() => onChoose(undefined)} />}
    </div>
  );
}
