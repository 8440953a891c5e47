import { type RegisterEntryRow, registerRoutes } from '@gezhi/contract/registers/index';
import type { Part, RegisterKind, RegisterKindCode } from '@gezhi/domain/registers/index';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { MomentPicker } from '../pickers/moment-picker.tsx';
import { OrgPicker } from '../pickers/org-picker.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { PersonPicker } from '../pickers/person-picker.tsx';
import { FieldInput, type FieldValue } from './field-input.tsx';
import { HouseholdPicker } from './household-picker.tsx';

interface EntryFormProps {
  readonly kind: RegisterKind;
  /** The entry that is changed; absent for a new one. */
  readonly entry?: RegisterEntryRow | undefined;
  readonly onDone: () => void;
}

type Fields = Readonly<Record<string, FieldValue>>;

const given = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number | boolean
  >;

/** Makes or changes an entry: the form follows from the definition of its kind. */
export function EntryForm({ kind, entry, onDone }: EntryFormProps) {
  const { say, named } = useLocale();
  const [own] = useOwnAreas();
  const [area, setArea] = useState(entry?.area ?? own);
  const [person, setPerson] = useState(entry?.person);
  const [org, setOrg] = useState(entry?.org);
  const [household, setHousehold] = useState(entry?.household);
  const [from, setFrom] = useState(entry?.from);
  const [to, setTo] = useState(entry?.to);
  const [fields, setFields] = useState<Fields>(entry?.fields ?? {});
  const refresh = [registerRoutes.list, registerRoutes.ofPerson, registerRoutes.expiring];
  const add = useAct(registerRoutes.create, { refresh });
  const change = useAct(registerRoutes.change, { refresh });
  const remove = useAct(registerRoutes.remove, { refresh });
  const lacks = (part: Part, value: unknown) => part === 'needed' && value === undefined;
  const incomplete =
    area === undefined ||
    lacks(kind.person, person) ||
    lacks(kind.org, org) ||
    lacks(kind.household, household) ||
    lacks(kind.to, to) ||
    kind.fields.some(({ name, needed }) => needed === true && fields[name] === undefined);

  const submit = async () => {
    if (area === undefined) return;
    const answer =
      entry === undefined
        ? await add.act({
            body: {
              kind: kind.code as RegisterKindCode,
              area,
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
              ...(person === undefined ? {} : { person }),
              ...(org === undefined ? {} : { org }),
              ...(household === undefined ? {} : { household }),
              fields: given(fields),
            },
          })
        : await change.act({
            params: { id: entry.id },
            ifMatch: `"${entry.version}"`,
            body: {
              area,
              ...(from === undefined ? {} : { from }),
              to: to ?? null,
              person: person ?? null,
              org: org ?? null,
              household: household ?? null,
              fields: given(fields),
            },
          });
    if (answer !== undefined) onDone();
  };
  const label = entry === undefined ? say('registers.add') : say('registers.change');
  return (
    <form
      className="page-block fields"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('registers.area')} needed>
        {(id) => <AreaSelect id={id} value={area} onChange={(code) => setArea(code)} />}
      </Field>
      {kind.person === 'no' ? null : (
        <Field label={say('registers.column.person')} needed={kind.person === 'needed'}>
          {(id) => <PersonPicker id={id} value={person} onChange={setPerson} />}
        </Field>
      )}
      {kind.org === 'no' ? null : (
        <Field label={say('registers.column.org')} needed={kind.org === 'needed'}>
          {(id) => <OrgPicker id={id} value={org} onChange={setOrg} clearable />}
        </Field>
      )}
      {kind.household === 'no' ? null : (
        <Field label={say('registers.household')} needed={kind.household === 'needed'}>
          {(id) => <HouseholdPicker id={id} value={household} onChange={setHousehold} label={entry?.address} />}
        </Field>
      )}
      {kind.fields.map((field) => (
        <Field key={field.name} label={named('registers.field.', field.name)} needed={field.needed === true}>
          {(id) => (
            <FieldInput
              id={id}
              field={field}
              value={fields[field.name]}
              onChange={(value) => setFields((was) => ({ ...was, [field.name]: value }))}
            />
          )}
        </Field>
      ))}
      <Field label={say('registers.column.from')}>
        {(id) => <MomentPicker id={id} value={from} onChange={setFrom} />}
      </Field>
      {kind.to === 'no' ? null : (
        <Field label={say('registers.column.to')} needed={kind.to === 'needed'}>
          {(id) => <MomentPicker id={id} value={to} onChange={setTo} />}
        </Field>
      )}
      <Refusal problem={add.problem ?? change.problem ?? remove.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={add.busy || change.busy} disabled={incomplete}>
          {label}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
        {entry === undefined ? null : (
          <Button
            type="text"
            loading={remove.busy}
            onClick={() => {
              void remove.act({ params: { id: entry.id } }).then((done) => (done === undefined ? undefined : onDone()));
            }}
          >
            {say('registers.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
