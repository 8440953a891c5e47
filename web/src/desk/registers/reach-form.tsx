import { type ChatGroupRow, groupRoutes, householdRoutes } from '@gezhi/contract/registers/index';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { HouseholdPicker } from './household-picker.tsx';

/** Whom a group reaches: households by name of address, or a number where nobody lists them. */
export function ReachForm({ group, onDone }: { readonly group: ChatGroupRow; readonly onDone: () => void }) {
  const say = useSay();
  const [first] = group.covers;
  const [household, setHousehold] = useState<string>();
  const [count, setCount] = useState<number>();
  const refresh = [groupRoutes.list, groupRoutes.coverage, householdRoutes.list];
  const reach = useAct(groupRoutes.reach, { refresh });
  const report = useAct(groupRoutes.report, { refresh });
  const left = useAnswer(
    householdRoutes.list,
    { query: { limit: 200, unreached: 'true', ...(first === undefined ? {} : { area: first }) } },
    { enabled: first !== undefined },
  );
  const unreached = left.data?.value.rows ?? [];
  return (
    <section className="page-block fields" aria-label={group.name}>
      <h2>{group.name}</h2>
      <Field label={say('registers.reach.one')}>
        {(id) => <HouseholdPicker id={id} value={household} onChange={setHousehold} />}
      </Field>
      <div className="page-choices">
        <Button
          type="primary"
          disabled={household === undefined}
          loading={reach.busy}
          onClick={() =>
            void reach
              .act({ params: { id: group.id }, body: { add: household === undefined ? [] : [household] } })
              .then(() => setHousehold(undefined))
          }
        >
          {say('registers.reach.add')}
        </Button>
        {unreached.length === 0 ? null : (
          <Button
            loading={reach.busy}
            onClick={() => void reach.act({ params: { id: group.id }, body: { add: unreached.map(({ id }) => id) } })}
          >
            {say('registers.reach.all', { n: unreached.length })}
          </Button>
        )}
      </div>
      {first === undefined ? null : (
        <>
          <Field label={say('registers.report')} hint={say('registers.report.hint')}>
            {(id) => (
              <span className="page-choices">
                <AreaName code={first} />
                <InputNumber id={id} min={0} value={count ?? null} onChange={(next) => setCount(next ?? undefined)} />
              </span>
            )}
          </Field>
          <div className="page-choices">
            <Button
              disabled={count === undefined}
              loading={report.busy}
              onClick={() =>
                void report.act({
                  params: { id: group.id },
                  body: { reports: [{ area: first, households: count ?? 0 }] },
                })
              }
            >
              {say('registers.report.send')}
            </Button>
          </div>
        </>
      )}
      <Refusal problem={reach.problem ?? report.problem} />
      <div className="page-choices">
        <Button onClick={onDone}>{say('ui.close')}</Button>
      </div>
    </section>
  );
}
