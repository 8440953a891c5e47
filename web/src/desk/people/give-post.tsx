import { sessionRoutes } from '@gezhi/contract/access/routes';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { inLocale } from '@gezhi/contract/words/index';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { OrgPicker } from '../pickers/org-picker.tsx';
import { useRules } from '../rules/use-rules.ts';

/** Gives a person a role in an area or organisation; the rights begin with it. */
export function GivePost({ person, onDone }: { readonly person: string; readonly onDone: () => void }) {
  const { say, locale } = useLocale();
  const roles = useRules('roles')?.roles ?? [];
  const [role, setRole] = useState<string>();
  const [area, setArea] = useState<string>();
  const [org, setOrg] = useState<string>();
  const [time, setTime] = useState<'full' | 'part'>('full');
  const give = useAct(peopleRoutes.givePost, {
    refresh: [peopleRoutes.getPerson, peopleRoutes.listPeople, peopleRoutes.listPosts, sessionRoutes.whoAmI],
  });
  const submit = async () => {
    if (role === undefined) return;
    const body = { person, role, time, ...(area === undefined ? {} : { area }), ...(org === undefined ? {} : { org }) };
    if ((await give.act({ body })) !== undefined) onDone();
  };
  return (
    <form
      className="fields"
      aria-label={say('people.givePost')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('people.role')} needed>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={role ?? null}
            options={roles.map((one) => ({ value: one.id, label: inLocale(locale, one.name) }))}
            onChange={setRole}
          />
        )}
      </Field>
      <Field label={say('people.post.where')}>
        {(id) => <AreaSelect id={id} value={area} onChange={setArea} clearable />}
      </Field>
      <Field label={say('people.post.org')}>
        {(id) => <OrgPicker id={id} value={org} onChange={setOrg} clearable />}
      </Field>
      <Radio.Group
        aria-label={say('people.post.time')}
        value={time}
        onChange={(event) => setTime(event.target.value as 'full' | 'part')}
        options={(['full', 'part'] as const).map((value) => ({ value, label: say(`people.post.${value}`) }))}
      />
      <Refusal problem={give.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={give.busy}
          disabled={role === undefined || (area === undefined && org === undefined)}
        >
          {say('people.givePost')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
