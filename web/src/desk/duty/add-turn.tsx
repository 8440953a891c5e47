import { peopleRoutes } from '@gezhi/contract/people/index';
import { Button, Form } from 'antd';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Refusal } from '../app/refusal.tsx';
import { SpanPicker } from '../pickers/moment-picker.tsx';
import { PersonPicker } from '../pickers/person-picker.tsx';
import type { Desk } from './desk.ts';

interface Values {
  readonly person: string;
  readonly between: readonly [from: string, to: string];
}

/** Puts a person on the roster of a desk. */
export function AddTurn({ desk, onDone }: { readonly desk: Desk; readonly onDone: () => void }) {
  const say = useSay();
  const add = useAct(peopleRoutes.addDuty, { refresh: [peopleRoutes.listDuty, peopleRoutes.dutyNow] });
  const required = [{ required: true, message: say('ui.required') }];
  const submit = async ({ person, between: [from, to] }: Values) => {
    const body = { ...desk, person, from, to };
    if ((await add.act({ body })) !== undefined) onDone();
  };
  return (
    <section className="page-block" aria-label={say('duty.add')}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: Values) => void submit(values)}
        className="duty-add"
      >
        <Form.Item name="person" label={say('duty.person')} rules={required}>
          <PersonField />
        </Form.Item>
        <Form.Item name="between" label={`${say('duty.from')} – ${say('duty.to')}`} rules={required}>
          <SpanField />
        </Form.Item>
        <Refusal problem={add.problem} />
        <div className="page-choices">
          <Button type="primary" htmlType="submit" loading={add.busy}>
            {say('duty.add')}
          </Button>
          <Button onClick={onDone}>{say('ui.cancel')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** antd hands a field its value and change as props. */
function PersonField({
  id,
  value,
  onChange,
}: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (person: string) => void;
}) {
  return <PersonPicker {...(id === undefined ? {} : { id })} value={value} onChange={(person) => onChange?.(person)} />;
}

interface SpanFieldProps {
  readonly id?: string;
  readonly value?: readonly [from: string, to: string];
  readonly onChange?: (span: readonly [from: string, to: string] | undefined) => void;
}

function SpanField({ id, value, onChange }: SpanFieldProps) {
  return <SpanPicker {...(id === undefined ? {} : { id })} value={value} onChange={(span) => onChange?.(span)} />;
}
