import { ruleRoutes } from '@gezhi/contract/rules/index';
import type { TriedAnswer } from '@gezhi/contract/rules/index';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { countyZone } from '../../api/program-time.ts';
import { exactTime } from '../../ui/time-words.ts';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { RoutingRow } from '../cases/routing-row.tsx';
import { RuleName } from '../cases/rule-name.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { CategoryPicker } from '../pickers/category-picker.tsx';

/** What would become of a matter under the rules in force: who gets it, why, and by when. */
export function TryOut() {
  const say = useSay();
  const [category, setCategory] = useState<string>();
  const [area, setArea] = useState<string>();
  const [urgency, setUrgency] = useState<'ordinary' | 'urgent'>('ordinary');
  const [tried, setTried] = useState<TriedAnswer>();
  const attempt = useAct(ruleRoutes.tryOut, { quiet: true });
  const submit = async () => {
    if (category === undefined || area === undefined) return;
    const answer = await attempt.act({ body: { category, area, urgency } });
    if (answer !== undefined) setTried(answer.value);
  };
  return (
    <>
      <section className="page-block fields" aria-label={say('rules.try')}>
        <Field label={say('cases.filter.category')} needed>
          {(id) => <CategoryPicker id={id} value={category} onChange={setCategory} />}
        </Field>
        <Field label={say('cases.filter.area')} needed>
          {(id) => <AreaSelect id={id} value={area} onChange={setArea} />}
        </Field>
        <Radio.Group
          aria-label={say('form.urgency')}
          value={urgency}
          onChange={(event) => setUrgency(event.target.value as 'ordinary' | 'urgent')}
          options={(['ordinary', 'urgent'] as const).map((value) => ({ value, label: say(`case.urgency.${value}`) }))}
        />
        <Refusal problem={attempt.problem} />
        <Button
          type="primary"
          className="rules-try"
          loading={attempt.busy}
          disabled={category === undefined || area === undefined}
          onClick={() => void submit()}
        >
          {say('rules.try')}
        </Button>
      </section>
      {tried === undefined ? null : <Tried tried={tried} />}
    </>
  );
}

function Tried({ tried }: { readonly tried: TriedAnswer }) {
  const say = useSay();
  const { duty } = tried;
  return (
    <section className="page-block" role="status">
      <h2>{say('form.suggested', { lead: duty.lead.name })}</h2>
      <p>
        <RoutingRow routing={duty} />
      </p>
      {duty.supporting.length === 0 ? null : (
        <p>
          {say('form.supporting')} {duty.supporting.map(({ name }) => name).join(say('ui.and'))}
        </p>
      )}
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say('case.clock.col.stage')}</th>
            <th scope="col">{say('case.clock.col.due')}</th>
            <th scope="col">{say('rules.rule')}</th>
          </tr>
        </thead>
        <tbody>
          {tried.clocks.map((clock) => (
            <tr key={clock.stage}>
              <td>{say(`case.stage.${clock.stage}`)}</td>
              <td className="figures">
                {clock.dueAt === undefined ? say('clock.none') : exactTime(Date.parse(clock.dueAt), countyZone)}
              </td>
              <td>{clock.rule === undefined ? say('rules.none') : <RuleName rule={clock.rule} version={0} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
