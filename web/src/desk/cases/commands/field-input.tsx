import type { CaseView, StaffCommandName } from '@gezhi/contract/cases/index';
import { Checkbox } from 'antd';
import { countyZone } from '../../../api/program-time.ts';
import { exactTime } from '../../../ui/time-words.ts';
import { useSay } from '../../../words/locale.tsx';
import type { Say } from '../../../words/locale.tsx';
import { Field as Labelled } from '../../app/field.tsx';
import type { Field } from '../../../ui/cases/command-fields.ts';
import { amountWords, extendedClock } from './amount.ts';
import { workOrderOf } from './own-orders.ts';
import { WidgetInput } from './widget-input.tsx';

export interface FieldInputProps {
  readonly field: Field;
  readonly command: StaffCommandName;
  readonly found: CaseView;
  readonly value: unknown;
  /** All that stands in the form: a field may depend on another. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly wrong?: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** One field of a command's form, with its name above it and what is wrong with it below. */
export function FieldInput(props: FieldInputProps) {
  const { field, command, found, value, values, wrong, onChange } = props;
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
  const hint = field.widget === 'amount' ? oldAmount(found, values, say) : undefined;
  return (
    <Labelled label={label} needed={field.required} wrong={wrong} hint={hint}>
      {(id) => <WidgetInput {...props} id={id} label={label} />}
    </Labelled>
  );
}

function labelOf({ name }: Field, command: StaffCommandName, say: Say): string {
  return command === 'rateBody' && name === 'solved' ? say('form.solvedIt') : say(`form.${name}`);
}

/** Which clock an extension is about, how long it is now and when it ends. */
function oldAmount(found: CaseView, values: FieldInputProps['values'], say: Say): string | undefined {
  const order = typeof values['workOrder'] === 'string' ? values['workOrder'] : workOrderOf(found)?.id;
  const clock = extendedClock(found, order);
  if (clock === undefined) return undefined;
  return say('form.amount.now', {
    stage: say(`case.stage.${clock.stage}`),
    amount: amountWords(say, clock.amount),
    time: exactTime(Date.parse(clock.dueAt), countyZone),
  });
}
