import { careRoutes } from '@gezhi/contract/registers/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { inLocale } from '@gezhi/contract/words/index';
import { careBases, type CareBasis } from '@gezhi/domain/registers/index';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { MomentPicker } from '../pickers/moment-picker.tsx';

type Kinds = AnswerOf<typeof careRoutes.kinds>['rows'];
const texts = ['name', 'phone', 'address', 'note', 'purpose', 'basisNote'] as const;
type Texts = Readonly<Record<(typeof texts)[number], string>>;
const nothing: Texts = { name: '', phone: '', address: '', note: '', purpose: '', basisNote: '' };
const needed = new Set<string>(['name', 'purpose', 'basisNote']);

/** Opens a record of care: only with consent or legal basis, a purpose and an end. */
export function CareForm({ kinds, onDone }: { readonly kinds: Kinds; readonly onDone: () => void }) {
  const { say, locale } = useLocale();
  const [kind, setKind] = useState(kinds[0]?.code);
  const [area, setArea] = useState<string>();
  const [basis, setBasis] = useState<CareBasis>('consent');
  const [expires, setExpires] = useState<string>();
  const [values, setValues] = useState<Texts>(nothing);
  const open = useAct(careRoutes.create, { refresh: [careRoutes.list] });
  const submit = async () => {
    if (kind === undefined || area === undefined || expires === undefined) return;
    const { name, purpose, basisNote, phone, address, note } = values;
    const answer = await open.act({
      body: {
        kind,
        area,
        basis,
        expires,
        name,
        purpose,
        basisNote,
        ...(phone === '' ? {} : { phone }),
        ...(address === '' ? {} : { address }),
        ...(note === '' ? {} : { note }),
      },
    });
    if (answer !== undefined) onDone();
  };
  const incomplete =
    kind === undefined ||
    area === undefined ||
    expires === undefined ||
    texts.some((name) => needed.has(name) && values[name].trim() === '');
  return (
    <form
      className="page-block fields"
      aria-label={say('registers.care.open')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('registers.column.kind')} needed>
        {(id) => (
          <Select
            id={id}
            value={kind ?? null}
            onChange={setKind}
            options={kinds.map(({ code, name }) => ({ value: code, label: inLocale(locale, name) }))}
          />
        )}
      </Field>
      <Field label={say('registers.area')} needed>
        {(id) => <AreaSelect id={id} value={area} onChange={setArea} />}
      </Field>
      <Field label={say('registers.basis')} needed>
        {(id) => (
          <Select
            id={id}
            value={basis}
            onChange={setBasis}
            options={careBases.map((one) => ({ value: one, label: say(`registers.basis.${one}`) }))}
          />
        )}
      </Field>
      {texts.map((name) => (
        <Field key={name} label={say(`registers.care.${name}`)} needed={needed.has(name)}>
          {(id) => (
            <Input
              id={id}
              value={values[name]}
              autoComplete="off"
              maxLength={name === 'note' ? 2_000 : name === 'phone' ? 40 : name === 'name' ? 100 : 200}
              onChange={(event) => setValues((was) => ({ ...was, [name]: event.target.value }))}
            />
          )}
        </Field>
      ))}
      <Field label={say('registers.expires')} needed hint={say('registers.expires.hint')}>
        {(id) => <MomentPicker id={id} value={expires} onChange={setExpires} ahead />}
      </Field>
      <Refusal problem={open.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={open.busy} disabled={incomplete}>
          {say('registers.care.open')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
