import { bodyRoutes } from '@gezhi/contract/people/index';
import type { OrganisationChart } from '@gezhi/contract/people/index';
import { zoneRoutes } from '@gezhi/contract/places/index';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';

/** What a body serves beside the area that keeps it: areas and zones. */
export function OrgServes({ chart }: { readonly chart: OrganisationChart }) {
  const say = useSay();
  const mayEdit = useMay('people.edit');
  const [editing, setEditing] = useState(false);
  const { areas, zones, organisation } = chart;
  return (
    <section className="page-block">
      <h2>{say('org.serves')}</h2>
      <ul className="org-people">
        <li>
          <AreaName code={organisation.area} /> <span className="sheet-small">{say('org.serves.main')}</span>
        </li>
        {areas.map((code) => (
          <li key={code}>
            <AreaName code={code} />
          </li>
        ))}
        {zones.map(({ id, name }) => (
          <li key={id}>
            {name} <span className="sheet-small">{say('org.serves.zone')}</span>
          </li>
        ))}
      </ul>
      {editing ? (
        <EditServes chart={chart} onDone={() => setEditing(false)} />
      ) : mayEdit ? (
        <Button onClick={() => setEditing(true)}>{say('org.serves.edit')}</Button>
      ) : null}
    </section>
  );
}

function EditServes({ chart, onDone }: { readonly chart: OrganisationChart; readonly onDone: () => void }) {
  const say = useSay();
  const [areas, setAreas] = useState<readonly string[]>(chart.areas);
  const [zones, setZones] = useState<readonly string[]>(chart.zones.map(({ id }) => id));
  const known = useAnswer(zoneRoutes.listZones, { query: { limit: 200 } });
  const set = useAct(bodyRoutes.setServes, { refresh: [bodyRoutes.chart] });
  const submit = async () => {
    const body = { areas: [...areas], zones: [...zones] };
    if ((await set.act({ params: { id: chart.organisation.id }, body })) !== undefined) onDone();
  };
  return (
    <form
      className="fields"
      aria-label={say('org.serves.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="page-choices">
        {areas.map((code) => (
          <Button key={code} size="small" onClick={() => setAreas(areas.filter((one) => one !== code))}>
            <AreaName code={code} /> ×
          </Button>
        ))}
      </div>
      <Field label={say('org.serves.addArea')}>
        {(id) => (
          <AreaSelect
            id={id}
            value={undefined}
            onChange={(code) => {
              if (code !== undefined && !areas.includes(code)) setAreas([...areas, code]);
            }}
          />
        )}
      </Field>
      <Field label={say('org.serves.zones')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={[...zones]}
            showSearch={{ optionFilterProp: 'label' }}
            options={(known.data?.value.rows ?? []).map((zone) => ({ value: zone.id, label: zone.name }))}
            onChange={setZones}
          />
        )}
      </Field>
      <Refusal problem={set.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={set.busy}>
          {say('ui.save')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
