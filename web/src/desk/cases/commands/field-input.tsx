import type { CaseView, StaffCommandName } from '@gezhi/contract/cases/index';
import { Checkbox } from 'antd';
import { useSay } from '../../../words/locale.tsx';
import type { Say } from '../../../words/locale.tsx';
import { Field as Labelled } from '../../app/field.tsx';
import type { Field } from '../../../ui/cases/command-fields.ts';
import { WidgetInput } from './widget-input.tsx';

export interface FieldInputProps {
  readonly field: Field;
  readonly command: StaffCommandName;
  readonly found: CaseView;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One field of a command's form, with its name above it. */
export function FieldInput(props: FieldInputProps) {
  const { field, command, found, value, onChange } = props;
  const say = useSay();
  const label = labelOf(field, command, say);
  if (field.widget === 'order' || (field.widget === 'ask' && found.asks.length < 2)) return null;
  if (field.widget === 'tick') {
    return (
      <Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)}>
        {label}
        {field.name === 'public' ? <span className="sheet-small"> {say('form.public.hint')}</span> : null}
      </Checkbox>
    );
  }
  return (
    <Labelled label={label} needed={field.required}>
      {(id) => <WidgetInput {...props} id={id} label={label} />}
    </Labelled>
  );
}

function labelOf({ name }: Field, command: StaffCommandName, say: Say): string {
  return command === 'rateBody' && name === 'solved' ? say('form.solvedIt') : say(`form.${name}`);
}
