import { areaRoutes } from '@gezhi/contract/places/index';
import type { AreaDetail } from '@gezhi/contract/places/index';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { useRules } from '../rules/use-rules.ts';

/** A new area under another, with the next free code where none is given. */
export function AddArea({ parent, onDone }: { readonly parent: AreaDetail; readonly onDone: () => void }) {
  const { say, named } = useLocale();
  const kinds = (useRules('areaKinds')?.kinds ?? []).filter(({ under }) => under.includes(parent.kind));
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<string>();
  const [households, setHouseholds] = useState<number | null>(null);
  const add = useAct(areaRoutes.createArea, { refresh: [areaRoutes.listAreas] });
  const chosen = kind ?? kinds[0]?.id;
  const submit = async () => {
    if (chosen === undefined) return;
    const body = {
      parent: parent.code,
      kind: chosen,
      name: name.trim(),
      ...(code === '' ? {} : { code }),
      ...(households === null ? {} : { households }),
    };
    if ((await add.act({ body })) !== undefined) onDone();
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('places.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('places.name')} needed>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('places.kind')} needed>
        {(id) => (
          <Select
            id={id}
            value={chosen ?? null}
            options={kinds.map((one) => ({ value: one.id, label: named('places.kind.', one.id) }))}
            onChange={setKind}
          />
        )}
      </Field>
      <Field label={say('places.add.code')}>
        {(id) => (
          <Input
            id={id}
            value={code}
            maxLength={30}
            inputMode="numeric"
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('places.households')}>
        {(id) => <InputNumber id={id} min={0} precision={0} value={households} onChange={setHouseholds} />}
      </Field>
      <Refusal problem={add.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={add.busy}
          disabled={name.trim() === '' || chosen === undefined}
        >
          {say('places.add')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
