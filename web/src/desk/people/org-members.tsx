import { bodyRoutes, memberDuty } from '@gezhi/contract/people/index';
import type { MembershipRow, OrganisationChart } from '@gezhi/contract/people/index';
import { joinedKinds } from '@gezhi/domain/people/index';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { useMay } from '../app/session.tsx';
import { OrgPicker } from '../pickers/org-picker.tsx';
import { PersonPicker } from '../pickers/person-picker.tsx';
import { WithReason } from './with-reason.tsx';

interface OrgMembersProps {
  readonly chart: OrganisationChart;
  readonly onChoose: (id: string) => void;
  readonly onPerson: (id: string) => void;
}

/** Members of a body that is made of others, with their duties. */
export function OrgMembers({ chart, onChoose, onPerson }: OrgMembersProps) {
  const say = useSay();
  const mayEdit = useMay('people.edit');
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string>();
  const { organisation, members } = chart;
  if (members.length === 0 && !joinedKinds.includes(organisation.kind)) return null;
  return (
    <section className="page-block">
      <h2>{say('org.members')}</h2>
      {members.length === 0 ? <p className="sheet-small">{say('org.members.none')}</p> : null}
      <ul className="org-people">
        {members.map((member) => (
          <li key={member.id}>
            <b className="org-duty">{say(`org.duty.${member.duty}`)}</b>
            <Who member={member} onChoose={onChoose} onPerson={onPerson} />
            {mayEdit ? (
              <Button size="small" type="text" onClick={() => setEnding(member.id)}>
                {say('org.members.end')}
              </Button>
            ) : null}
            {ending === member.id ? <EndMember id={member.id} onDone={() => setEnding(undefined)} /> : null}
          </li>
        ))}
      </ul>
      {adding ? (
        <AddMember organisation={organisation.id} onDone={() => setAdding(false)} />
      ) : mayEdit ? (
        <Button onClick={() => setAdding(true)}>{say('org.members.add')}</Button>
      ) : null}
    </section>
  );
}

interface WhoProps extends Omit<OrgMembersProps, 'chart'> {
  readonly member: MembershipRow;
}

function Who({ member, onChoose, onPerson }: WhoProps) {
  const { memberOrg, memberOrgName, memberPerson, memberPersonName } = member;
  return (
    <span>
      {memberPerson === undefined ? null : (
        <Button type="link" size="small" onClick={() => onPerson(memberPerson)}>
          {memberPersonName}
        </Button>
      )}
      {memberOrg === undefined ? null : (
        <Button type="link" size="small" onClick={() => onChoose(memberOrg)}>
          {memberOrgName}
        </Button>
      )}
    </span>
  );
}

function EndMember({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useSay();
  const end = useAct(bodyRoutes.endMember, { refresh: [bodyRoutes.chart] });
  return (
    <WithReason
      act={say('org.members.end')}
      busy={end.busy}
      problem={end.problem}
      onCancel={onDone}
      onGive={async (reason) => {
        if ((await end.act({ params: { id }, body: { reason } })) !== undefined) onDone();
      }}
    />
  );
}

function AddMember({ organisation, onDone }: { readonly organisation: string; readonly onDone: () => void }) {
  const say = useSay();
  const [duty, setDuty] = useState<MembershipRow['duty']>('part-time-member');
  const [org, setOrg] = useState<string>();
  const [person, setPerson] = useState<string>();
  const add = useAct(bodyRoutes.addMember, { refresh: [bodyRoutes.chart] });
  const submit = async () => {
    const body = {
      duty,
      ...(org === undefined ? {} : { memberOrg: org }),
      ...(person === undefined ? {} : { memberPerson: person }),
    };
    if ((await add.act({ params: { id: organisation }, body })) !== undefined) onDone();
  };
  return (
    <form
      className="fields"
      aria-label={say('org.members.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('org.members.duty')} needed>
        {(id) => (
          <Select
            id={id}
            value={duty}
            options={memberDuty.options.map((value) => ({ value, label: say(`org.duty.${value}`) }))}
            onChange={setDuty}
          />
        )}
      </Field>
      <Field label={say('org.members.org')}>
        {(id) => <OrgPicker id={id} value={org} onChange={setOrg} clearable />}
      </Field>
      <Field label={say('org.members.person')}>
        {(id) => <PersonPicker id={id} value={person} onChange={setPerson} />}
      </Field>
      <Refusal problem={add.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={add.busy}
          disabled={org === undefined && person === undefined}
        >
          {say('org.members.add')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
