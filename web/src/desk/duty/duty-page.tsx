import { peopleRoutes } from '@gezhi/contract/people/index';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { programNow } from '../../api/program-time.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { PersonChip } from '../../ui/person-chip.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { useMay } from '../app/session.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { OrgPicker } from '../pickers/org-picker.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { ListSheet } from '../sheets/list-sheet.tsx';
import { AddTurn } from './add-turn.tsx';
import type { Desk } from './desk.ts';
import { Roster } from './roster.tsx';
import { mondayOf } from './week.ts';
import './duty.css';

/** Who covers a desk now, and the roster of a week. */
export function DutyPage() {
  const say = useSay();
  const [own] = useOwnAreas();
  const [kind, setKind] = useState<'area' | 'org'>('area');
  const [area, setArea] = useState(own);
  const [org, setOrg] = useState<string>();
  const [monday, setMonday] = useState(() => mondayOf(programNow()));
  const [adding, setAdding] = useState(false);
  const mayEdit = useMay('duty.edit');
  const desk: Desk | undefined =
    kind === 'area' ? (area === undefined ? undefined : { area }) : org === undefined ? undefined : { org };
  const week = 7 * 86_400_000;

  return (
    <Page
      title={say('duty.title')}
      actions={
        <>
          <ListSheet kinds={['duty']} />
          {mayEdit && desk !== undefined ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {say('duty.add')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="page-choices duty-choices">
        <Segmented
          aria-label={say('duty.desk')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'area', label: say('form.body.desks') },
            { value: 'org', label: say('form.body.orgs') },
          ]}
        />
        <div className="duty-which">
          {kind === 'area' ? (
            <AreaSelect value={area} onChange={setArea} />
          ) : (
            <OrgPicker label={say('form.body.orgs')} value={org} onChange={setOrg} />
          )}
        </div>
      </div>
      {desk === undefined ? null : (
        <>
          <Now desk={desk} />
          {adding ? <AddTurn desk={desk} onDone={() => setAdding(false)} /> : null}
          <section className="page-block">
            <div className="page-choices">
              <h2>{say('duty.roster')}</h2>
              <Button size="small" onClick={() => setMonday(monday - week)}>
                {say('duty.week.before')}
              </Button>
              <Button size="small" onClick={() => setMonday(mondayOf(programNow()))}>
                {say('duty.week.this')}
              </Button>
              <Button size="small" onClick={() => setMonday(monday + week)}>
                {say('duty.week.after')}
              </Button>
            </div>
            <Roster desk={desk} monday={monday} mayEdit={mayEdit} />
          </section>
        </>
      )}
    </Page>
  );
}

function Now({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const now = useAnswer(peopleRoutes.dutyNow, { query: desk }, { refetchInterval: 60_000 });
  if (now.isPending) return <Loading rows={1} />;
  if (now.data === undefined) return <Failed problem={problemOf(now.error)} />;
  const { people, officeHours, uncovered } = now.data.value;
  return (
    <section className="page-block">
      <h2>
        {say('duty.now')} · {officeHours ? say('duty.now.officeHours') : say('duty.now.outOfHours')}
      </h2>
      {uncovered ? <p role="alert">{say('duty.now.uncovered')}</p> : null}
      <div className="page-choices">
        {people.map(({ person, name, by }) => (
          <PersonChip key={person} name={name} note={say(`duty.by.${by}`)} />
        ))}
      </div>
    </section>
  );
}
