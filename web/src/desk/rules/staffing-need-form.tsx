import { inLocale } from '@gezhi/contract/words/index';
import { holderPlaces, memberDuties, postTimes } from '@gezhi/domain/people/index';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useLocale } from '../../words/locale.tsx';
import { Field } from '../app/field.tsx';
import type { StaffingNeedRow } from './staffing-rows.ts';
import { useRules } from './use-rules.ts';

interface NeedProps {
  readonly need: StaffingNeedRow;
  /** The last one cannot go. */
  readonly only: boolean;
  readonly onChange: (need: StaffingNeedRow) => void;
  readonly onDrop: () => void;
}

/** How many of whom a unit needs, and where their posts may be. */
export function StaffingNeedForm({ need, only, onChange, onDrop }: NeedProps) {
  const { say, locale, named } = useLocale();
  const roles = useRules('roles')?.roles ?? [];
  const choices = [
    ...roles.map(({ id, name }) => ({ value: id, label: inLocale(locale, name) })),
    ...memberDuties.map((duty) => ({ value: duty, label: say(`org.duty.${duty}`) })),
  ];
  const known = new Set(choices.map(({ value }) => value));
  const all = [...choices, ...need.roles.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id }))];
  const setTime = (time: string) => {
    const { time: _was, ...rest } = need;
    const chosen = postTimes.find((one) => one === time);
    onChange(chosen === undefined ? rest : { ...rest, time: chosen });
  };
  const name = inLocale(locale, need.name) || say('rules.staffing.unnamed');
  return (
    <fieldset className="fields rules-staffing-fields rules-need" aria-label={name}>
      <Field label={say('rules.staffing.needName')} needed>
        {(id) => (
          <Input
            id={id}
            value={need.name.zh}
            maxLength={60}
            onChange={(event) => onChange({ ...need, name: { ...need.name, zh: event.target.value } })}
          />
        )}
      </Field>
      <Field label={say('rules.staffing.roles')} needed>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={[...need.roles]}
            options={all}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(next: string[]) => onChange({ ...need, roles: next })}
          />
        )}
      </Field>
      <Field label={say('rules.staffing.min')} needed hint={say('rules.staffing.min.hint')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={1000}
            precision={0}
            value={need.min}
            onChange={(min) => onChange({ ...need, min: min ?? 0 })}
          />
        )}
      </Field>
      <Field label={say('rules.staffing.time')}>
        {(id) => (
          <Select
            id={id}
            value={need.time ?? 'either'}
            options={['either', ...postTimes].map((value) => ({ value, label: named('rules.staffing.time.', value) }))}
            onChange={setTime}
          />
        )}
      </Field>
      <Field label={say('rules.staffing.place')}>
        {(id) => (
          <Select
            id={id}
            value={need.place}
            options={holderPlaces.map((value) => ({ value, label: say(`rules.staffing.place.${value}`) }))}
            onChange={(place) => onChange({ ...need, place })}
          />
        )}
      </Field>
      <div className="page-choices">
        <Checkbox
          checked={need.severalPlaces}
          onChange={(event) => onChange({ ...need, severalPlaces: event.target.checked })}
        >
          {say('rules.staffing.several')}
        </Checkbox>
        <Button type="text" size="small" disabled={only} onClick={onDrop}>
          {say('rules.staffing.dropNeed', { name })}
        </Button>
      </div>
    </fieldset>
  );
}
