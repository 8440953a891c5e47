import { bodyRoutes, peopleRoutes } from '@gezhi/contract/people/index';
import type { OpenDutyRow, OrganisationRow } from '@gezhi/contract/people/index';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { When } from '../../ui/clock.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { OrgPicker } from '../pickers/org-picker.tsx';
import { useRoleName } from './use-role-name.ts';

interface EndOrganisationProps {
  readonly organisation: OrganisationRow;
  readonly how: 'merge' | 'close';
  /** Told the body that took over, where there is one. */
  readonly onDone: (heir: string | undefined) => void;
  readonly onCancel: () => void;
}

const keyOf = ({ kind, id }: OpenDutyRow): string => `${kind}:${id}`;
const refresh = [bodyRoutes.tree, bodyRoutes.chart, peopleRoutes.listOrganisations, peopleRoutes.getOrganisation];

/** Merges or closes a body: every open duty by name, each with who takes it. */
export function EndOrganisation({ organisation, how, onDone, onCancel }: EndOrganisationProps) {
  const { say } = useLocale();
  const { id } = organisation;
  const [into, setInto] = useState<string>();
  const [reason, setReason] = useState('');
  const [takers, setTakers] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  const [ends, setEnds] = useState<ReadonlySet<string>>(new Set());
  const open = useAnswer(bodyRoutes.openDuties, { params: { id } });
  const merge = useAct(bodyRoutes.merge, { refresh });
  const close = useAct(bodyRoutes.close, { refresh });
  if (open.isPending) return <Loading rows={4} />;
  if (open.data === undefined) return <Failed problem={problemOf(open.error)} retry={() => void open.refetch()} />;
  const { rows } = open.data.value;
  const takerOf = (duty: OpenDutyRow) => takers.get(keyOf(duty)) ?? into;
  const settled = (duty: OpenDutyRow) => ends.has(keyOf(duty)) || takerOf(duty) !== undefined;
  const ready = reason.trim() !== '' && (how === 'close' || into !== undefined) && rows.every(settled);
  const submit = async () => {
    const takes = rows.flatMap((duty) => {
      const { kind, id: ref } = duty;
      if (ends.has(keyOf(duty))) return [{ kind, id: ref }];
      const to = takerOf(duty);
      return to === undefined ? [] : [{ kind, id: ref, to }];
    });
    const body = { reason: reason.trim(), takes };
    const done =
      how === 'close' || into === undefined
        ? await close.act({ params: { id }, body })
        : await merge.act({ params: { id }, body: { ...body, into } });
    if (done !== undefined) onDone(into);
  };
  const set = (duty: OpenDutyRow, to: string | undefined) => setTakers(new Map([...takers, [keyOf(duty), to]]));
  const end = (duty: OpenDutyRow, ended: boolean) =>
    setEnds(new Set(ended ? [...ends, keyOf(duty)] : [...ends].filter((key) => key !== keyOf(duty))));
  return (
    <form
      className="fields end-org"
      aria-label={say(how === 'merge' ? 'org.merge' : 'org.close')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={say(how === 'merge' ? 'org.merge.into' : 'org.close.heir')}
        needed={how === 'merge'}
        hint={say(how === 'merge' ? 'org.merge.hint' : 'org.close.hint')}
      >
        {(field) => <OrgPicker id={field} value={into} onChange={setInto} clearable={how === 'close'} />}
      </Field>
      <section>
        <h3>{say('org.duties', { n: rows.length })}</h3>
        {rows.length === 0 ? <p className="sheet-small">{say('org.duties.none')}</p> : null}
        <ul className="duties">
          {rows.map((duty) => (
            <li key={keyOf(duty)}>
              <Duty duty={duty} />
              <span className="duty-taker">
                <OrgPicker
                  label={say('org.duties.taker', { name: duty.name })}
                  value={ends.has(keyOf(duty)) ? undefined : takerOf(duty)}
                  onChange={(to) => {
                    end(duty, false);
                    set(duty, to);
                  }}
                />
                {duty.mustBeTaken ? null : (
                  <Checkbox checked={ends.has(keyOf(duty))} onChange={({ target }) => end(duty, target.checked)}>
                    {say('org.duties.end')}
                  </Checkbox>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Field label={say('form.reason')} needed>
        {(field) => (
          <Input id={field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Refusal problem={merge.problem ?? close.problem} />
      <div className="page-choices">
        <Button type="primary" danger htmlType="submit" disabled={!ready} loading={merge.busy || close.busy}>
          {say(how === 'merge' ? 'org.merge' : 'org.close')}
        </Button>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}

/** One duty in words: what it is and whose. */
function Duty({ duty }: { readonly duty: OpenDutyRow }) {
  const { say, named } = useLocale();
  const roleName = useRoleName();
  const { kind, name, role, number, from, to } = duty;
  return (
    <span className="duty-what">
      <b>{say(`org.duties.${kind}`)}</b> {name}
      <span className="sheet-small">
        {number === undefined ? null : <span className="figures"> {number}</span>}
        {role === undefined ? null : ` · ${kind === 'post' ? roleName(role) : named('org.duty.', role)}`}
        {from === undefined || kind !== 'turn' ? null : (
          <>
            {' · '}
            <When at={from} exact />
            {to === undefined ? null : (
              <>
                {' – '}
                <When at={to} exact />
              </>
            )}
          </>
        )}
      </span>
    </span>
  );
}
