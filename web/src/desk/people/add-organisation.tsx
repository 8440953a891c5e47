import { bodyRoutes, organisationKind, peopleRoutes } from '@gezhi/contract/people/index';
import type { OrganisationRow } from '@gezhi/contract/people/index';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { OrgPicker } from '../pickers/org-picker.tsx';

/** Adds a body, under another or alone, serving an area. */
export function AddOrganisation({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganisationRow['kind']>('department');
  const [area, setArea] = useState<string>();
  const [parent, setParent] = useState<string>();
  const [code, setCode] = useState('');
  const [dutyPhone, setDutyPhone] = useState('');
  const add = useAct(peopleRoutes.createOrganisation, {
    refresh: [peopleRoutes.listOrganisations, bodyRoutes.tree, bodyRoutes.chart],
  });
  const submit = async () => {
    if (area === undefined) return;
    const body = {
      name: name.trim(),
      kind,
      area,
      ...(parent === undefined ? {} : { parent }),
      ...(code.trim() === '' ? {} : { code: code.trim() }),
      ...(dutyPhone === '' ? {} : { dutyPhone }),
    };
    if ((await add.act({ body })) !== undefined) onDone();
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('org.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('org.name')} needed>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('org.kind')} needed>
        {(id) => (
          <Select
            id={id}
            value={kind}
            options={organisationKind.options.map((value) => ({ value, label: say(`org.kind.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Field>
      <Field label={say('org.area')} needed>
        {(id) => <AreaSelect id={id} value={area} onChange={setArea} />}
      </Field>
      <Field label={say('org.parent')}>
        {(id) => <OrgPicker id={id} value={parent} onChange={setParent} clearable />}
      </Field>
      <Field label={say('org.code')} hint={say('org.code.hint')}>
        {(id) => <Input id={id} value={code} maxLength={40} onChange={(event) => setCode(event.target.value)} />}
      </Field>
      <Field label={say('org.duty')}>
        {(id) => (
          <Input id={id} value={dutyPhone} maxLength={24} onChange={(event) => setDutyPhone(event.target.value)} />
        )}
      </Field>
      <Refusal problem={add.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={add.busy} disabled={name.trim() === '' || area === undefined}>
          {say('org.add')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
