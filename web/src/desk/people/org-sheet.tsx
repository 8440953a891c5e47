import { bodyRoutes } from '@gezhi/contract/people/index';
import type { OrganisationChart } from '@gezhi/contract/people/index';
import { Button } from 'antd';
import { useState } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { OrgName } from '../pickers/org-name.tsx';
import { EndOrganisation } from './end-organisation.tsx';
import { HandOvers } from './hand-overs.tsx';
import { OnDutyHere } from './on-duty-here.tsx';
import { OrgChart } from './org-chart.tsx';
import { OrgMembers } from './org-members.tsx';
import { OrgServes } from './org-serves.tsx';
import { useRoleName } from './use-role-name.ts';

interface OrgSheetProps {
  readonly id: string;
  readonly onChoose: (id: string) => void;
  readonly onPerson: (id: string) => void;
}

type Tool = 'merge' | 'close';

/** One body: where it stands, who works in it, who belongs to it, what it serves, and how it ends. */
export function OrgSheet({ id, onChoose, onPerson }: OrgSheetProps) {
  const say = useSay();
  const mayEdit = useMay('people.edit');
  const [tool, setTool] = useState<Tool>();
  const chart = useAnswer(bodyRoutes.chart, { params: { id } });
  if (chart.isPending) return <Loading rows={6} />;
  if (chart.data === undefined) return <Failed problem={problemOf(chart.error)} retry={() => void chart.refetch()} />;
  const found = chart.data.value;
  const { organisation } = found;
  const ended = organisation.retiredAt !== undefined;
  return (
    <>
      <section className="page-block">
        <div className="org-head">
          <div>
            <h2>{organisation.name}</h2>
            <p className="sheet-small">
              {say(`org.kind.${organisation.kind}`)}
              {organisation.code === undefined ? null : <span className="figures"> · {organisation.code}</span>} ·{' '}
              <AreaName code={organisation.area} />
              {organisation.dutyPhone === undefined ? null : (
                <span className="figures"> · {organisation.dutyPhone}</span>
              )}
            </p>
          </div>
          {mayEdit && !ended && tool === undefined ? (
            <div className="page-choices">
              <Button onClick={() => setTool('merge')}>{say('org.merge')}</Button>
              <Button onClick={() => setTool('close')}>{say('org.close')}</Button>
            </div>
          ) : null}
        </div>
        {ended ? <Ended chart={found} onChoose={onChoose} /> : null}
        {tool === undefined ? null : (
          <EndOrganisation
            organisation={organisation}
            how={tool}
            onDone={(heir) => {
              setTool(undefined);
              if (heir !== undefined) onChoose(heir);
            }}
            onCancel={() => setTool(undefined)}
          />
        )}
        <OrgChart chart={found} onChoose={onChoose} />
      </section>
      {ended ? (
        <HandOvers id={id} />
      ) : (
        <>
          <Staff chart={found} onPerson={onPerson} />
          <OrgMembers chart={found} onChoose={onChoose} onPerson={onPerson} />
          <OrgServes chart={found} />
        </>
      )}
    </>
  );
}

function Ended({ chart, onChoose }: { readonly chart: OrganisationChart; readonly onChoose: (id: string) => void }) {
  const say = useSay();
  const { retiredAt = '', successor, endReason } = chart.organisation;
  return (
    <p role="status">
      {say('org.ended')} <When at={retiredAt} exact />
      {endReason === undefined ? null : ` · ${endReason}`}
      {successor === undefined ? null : (
        <>
          {' · '}
          {say('org.successor')}{' '}
          <Button type="link" size="small" className="people-name" onClick={() => onChoose(successor)}>
            <OrgName id={successor} />
          </Button>
        </>
      )}
    </p>
  );
}

function Staff({ chart, onPerson }: { readonly chart: OrganisationChart; readonly onPerson: (id: string) => void }) {
  const say = useSay();
  const roleName = useRoleName();
  return (
    <section className="page-block">
      <h2>{say('org.staff')}</h2>
      {chart.staff.length === 0 ? <p className="sheet-small">{say('org.staff.none')}</p> : null}
      <ul className="org-people">
        {chart.staff.map(({ post, person, name, role, acting }) => (
          <li key={post}>
            <Button type="link" size="small" className="people-name" onClick={() => onPerson(person)}>
              {name}
            </Button>{' '}
            <span className="sheet-small">
              {roleName(role)}
              {acting ? ` · ${say('people.post.acting')}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {chart.staff.length === 0 ? null : <OnDutyHere desk={{ org: chart.organisation.id }} />}
    </section>
  );
}
