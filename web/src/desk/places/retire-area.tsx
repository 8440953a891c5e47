import { areaRoutes } from '@gezhi/contract/places/index';
import type { AreaDetail } from '@gezhi/contract/places/index';
import { Button } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';

/** Takes an area out of use and says who answers for it. */
export function RetireArea({ area, onDone }: { readonly area: AreaDetail; readonly onDone: () => void }) {
  const say = useSay();
  const [by, setBy] = useState<string>();
  const retire = useAct(areaRoutes.retireArea, { refresh: [areaRoutes.getArea, areaRoutes.listAreas] });
  const submit = async () => {
    const body = { succeededBy: by === undefined ? [] : [by] };
    if ((await retire.act({ params: { code: area.code }, body })) !== undefined) onDone();
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('places.retire')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('places.retire.by')} hint={say('places.retire.hint')}>
        {(id) => <AreaSelect id={id} value={by} onChange={setBy} clearable />}
      </Field>
      <Refusal problem={retire.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={retire.busy}>
          {say('places.retire')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
