import { peopleRoutes } from '@gezhi/contract/people/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';

/** Adds somebody to the staff; posts and account come after. */
export function AddPerson({ onDone }: { readonly onDone: (id?: string) => void }) {
  const say = useSay();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [email, setEmail] = useState('');
  const [area, setArea] = useState<string>();
  const add = useAct(peopleRoutes.createPerson, { refresh: [peopleRoutes.listPeople] });
  const submit = async () => {
    if (area === undefined) return;
    const body = { name: name.trim(), area, ...(phone === '' ? {} : { phone }), ...(email === '' ? {} : { email }) };
    const answer = await add.act({ body });
    if (answer !== undefined) onDone(answer.value.id);
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('people.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('people.name')} needed>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('people.area')} needed>
        {(id) => <AreaSelect id={id} value={area} onChange={setArea} />}
      </Field>
      <Field label={say('people.phone')}>
        {(id) => (
          <Input
            id={id}
            value={phone}
            maxLength={40}
            inputMode="tel"
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('people.email')}>
        {(id) => (
          <Input
            id={id}
            value={email}
            maxLength={200}
            type="email"
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Refusal problem={add.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={add.busy} disabled={name.trim() === '' || area === undefined}>
          {say('people.add')}
        </Button>
        <Button onClick={() => onDone()}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
