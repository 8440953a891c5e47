import { sessionRoutes } from '@gezhi/contract/access/routes';
import { leaveRoutes, peopleRoutes } from '@gezhi/contract/people/index';
import { Button } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { useMay } from '../app/session.tsx';
import { SpanPicker } from '../pickers/moment-picker.tsx';
import { PersonPicker } from '../pickers/person-picker.tsx';

const refresh = [
  leaveRoutes.list,
  peopleRoutes.getPerson,
  peopleRoutes.listPeople,
  peopleRoutes.listPosts,
  sessionRoutes.whoAmI,
];

/** When a person is away and who acts; putting somebody on leave, and their return. */
export function Leaves({ person }: { readonly person: string }) {
  const say = useSay();
  const mayEdit = useMay('people.edit');
  const [taking, setTaking] = useState(false);
  const leaves = useAnswer(leaveRoutes.list, { query: { person, limit: 20 } });
  const end = useAct(leaveRoutes.end, { refresh });
  const rows = leaves.data?.value.rows ?? [];
  return (
    <section>
      <h2>{say('leave.title')}</h2>
      {rows.map((leave) => (
        <div key={leave.id} className="people-post">
          <span>
            {say(`leave.standing.${leave.standing}`)} <When at={leave.from} exact /> – <When at={leave.to} exact />
            <span className="sheet-small">
              {' '}
              {leave.deputyName === undefined
                ? say('leave.noDeputy')
                : say('leave.deputyActs', { name: leave.deputyName, n: leave.acting })}
            </span>
          </span>
          {mayEdit && leave.standing !== 'over' ? (
            <Button size="small" loading={end.busy} onClick={() => void end.act({ params: { id: leave.id } })}>
              {say('leave.end')}
            </Button>
          ) : null}
        </div>
      ))}
      <Refusal problem={end.problem} />
      {taking ? (
        <TakeLeave person={person} onDone={() => setTaking(false)} />
      ) : mayEdit ? (
        <Button onClick={() => setTaking(true)}>{say('leave.take')}</Button>
      ) : null}
    </section>
  );
}

function TakeLeave({ person, onDone }: { readonly person: string; readonly onDone: () => void }) {
  const say = useSay();
  const [deputy, setDeputy] = useState<string>();
  const [span, setSpan] = useState<readonly [from: string, to: string]>();
  const take = useAct(leaveRoutes.take, { refresh });
  const submit = async () => {
    if (span === undefined) return;
    const body = { person, from: span[0], to: span[1], ...(deputy === undefined ? {} : { deputy }) };
    if ((await take.act({ body })) !== undefined) onDone();
  };
  return (
    <form
      className="fields"
      aria-label={say('leave.take')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('leave.span')} needed>
        {(id) => <SpanPicker id={id} value={span} onChange={setSpan} />}
      </Field>
      <Field label={say('leave.deputy')} hint={say('leave.deputy.hint')}>
        {(id) => <PersonPicker id={id} value={deputy} onChange={setDeputy} />}
      </Field>
      <Refusal problem={take.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={take.busy} disabled={span === undefined}>
          {say('leave.take')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
