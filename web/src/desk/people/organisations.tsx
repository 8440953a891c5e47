import { Button } from 'antd';
import { useState } from 'react';
import { Notice } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { useMay } from '../app/session.tsx';
import { ListSheet } from '../sheets/list-sheet.tsx';
import { AddOrganisation } from './add-organisation.tsx';
import { OrgSheet } from './org-sheet.tsx';
import { OrgTree } from './org-tree.tsx';
import './organisations.css';

interface OrganisationsProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly onPerson: (id: string) => void;
}

/** The bodies that cases go to and people belong to: the tree on the left, one of them with its chart on the right. */
export function Organisations({ chosen, onChoose, onPerson }: OrganisationsProps) {
  const say = useSay();
  const mayEdit = useMay('people.edit');
  const [adding, setAdding] = useState(false);
  return (
    <div className={chosen === undefined ? 'orgs' : 'orgs orgs-open'}>
      <div className="page-block orgs-tree">
        <div className="page-choices">
          {mayEdit ? <Button onClick={() => setAdding(true)}>{say('org.add')}</Button> : null}
          <ListSheet kinds={['organisations']} />
        </div>
        <OrgTree
          chosen={chosen}
          onChoose={(id) => {
            setAdding(false);
            onChoose(id);
          }}
        />
      </div>
      <div className="orgs-sheet">
        {adding ? <AddOrganisation onDone={() => setAdding(false)} /> : null}
        {chosen === undefined ? (
          adding ? null : (
            <Notice title={say('org.choose')} />
          )
        ) : (
          <OrgSheet key={chosen} id={chosen} onChoose={onChoose} onPerson={onPerson} />
        )}
      </div>
    </div>
  );
}
