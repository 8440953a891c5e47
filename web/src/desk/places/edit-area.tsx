import { areaRoutes } from '@gezhi/contract/places/index';
import type { AreaDetail } from '@gezhi/contract/places/index';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';

interface EditAreaProps {
  readonly area: AreaDetail;
  readonly etag: string | undefined;
  readonly onDone: () => void;
}

/** Changes the name and the counts of an area. */
export function EditArea({ area, etag, onDone }: EditAreaProps) {
  const say = useSay();
  const [name, setName] = useState(area.name);
  const [households, setHouseholds] = useState<number | null>(area.households ?? null);
  const [population, setPopulation] = useState<number | null>(area.population ?? null);
  const change = useAct(areaRoutes.changeArea, { refresh: [areaRoutes.getArea, areaRoutes.listAreas] });
  const submit = async () => {
    const input = {
      params: { code: area.code },
      body: { name: name.trim(), households, population },
      ifMatch: etag ?? `"${area.version}"`,
    };
    if ((await change.act(input)) !== undefined) onDone();
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('places.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('places.name')} needed>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('places.households')}>
        {(id) => <InputNumber id={id} min={0} precision={0} value={households} onChange={setHouseholds} />}
      </Field>
      <Field label={say('places.population')}>
        {(id) => <InputNumber id={id} min={0} precision={0} value={population} onChange={setPopulation} />}
      </Field>
      <Refusal problem={change.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={change.busy} disabled={name.trim() === ''}>
          {say('ui.save')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
