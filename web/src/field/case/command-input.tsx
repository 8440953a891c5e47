import type { CaseView, StaffCommandName } from '@gezhi/contract/cases/index';
import type { Field } from '../../ui/cases/command-fields.ts';
import { useSay } from '../../words/locale.tsx';
import { ChoiceField, PickField, TextField, TickField, WordsField } from '../app/text-field.tsx';
import { AmountField } from './amount-field.tsx';
import { BodiesField } from './bodies-field.tsx';
import { ColleagueField } from './colleague-field.tsx';
import { SummonsKindField } from './summons-kind-field.tsx';

interface CommandInputProps {
  readonly field: Field;
  readonly command: StaffCommandName;
  readonly found: CaseView;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One field of a command's form. Photos are the form's own; what chooses a lead or a category is not asked on a phone. */
export function CommandInput({ field, command, found, value, onChange }: CommandInputProps) {
  const say = useSay();
  const label = labelOf(field, command, say);
  const most = field.most ?? 1000;
  switch (field.widget) {
    case 'words':
      return <WordsField label={label} value={textOf(value)} most={most} onChange={onChange} />;
    case 'line':
      return <TextField label={label} value={textOf(value)} maxLength={most} onChange={onChange} />;
    case 'tick':
      return (
        <TickField
          label={label}
          {...(field.name === 'public' && { hint: say('form.public.hint') })}
          ticked={value === true}
          onChange={onChange}
        />
      );
    case 'upheld':
    case 'pass':
      return <YesNo name={field.widget} label={label} value={value} onChange={onChange} />;
    case 'solved':
      return (
        <ChoiceField
          label={label}
          value={textOf(value)}
          onChange={onChange}
          options={(['yes', 'partly', 'no'] as const).map((one) => ({ value: one, label: say(`case.solved.${one}`) }))}
        />
      );
    case 'satisfied':
      return (
        <ChoiceField
          label={label}
          value={textOf(value)}
          onChange={onChange}
          options={(['very', 'fairly', 'no'] as const).map((one) => ({
            value: one,
            label: say(`case.satisfied.${one}`),
          }))}
        />
      );
    case 'amount':
      return <AmountField label={label} found={found} value={value} onChange={onChange} />;
    case 'moment':
      return <DayField label={label} value={textOf(value)} onChange={onChange} />;
    case 'colleague':
      return <ColleagueField label={label} found={found} value={textOf(value)} onChange={onChange} />;
    case 'bodies':
      return <BodiesField label={label} value={value} onChange={onChange} />;
    case 'summonsKind':
      return <SummonsKindField label={label} value={textOf(value)} onChange={onChange} />;
    case 'workOrder':
      return (
        <PickField
          label={label}
          none={say('field.form.choose')}
          value={textOf(value)}
          onChange={onChange}
          options={ordersFor(found, command)}
        />
      );
    case 'ask':
      return (
        <PickField
          label={label}
          none={say('field.form.choose')}
          value={textOf(value)}
          onChange={onChange}
          options={found.asks
            .filter(({ mine, judgedAt }) => mine && judgedAt === undefined)
            .map((ask) => ({ value: ask.id, label: `${say(`case.ask.${ask.kind}`)}: ${ask.reason}` }))}
        />
      );
    case 'order':
      return (
        <PickField
          label={label}
          none={say('field.form.choose')}
          value={textOf(value)}
          onChange={onChange}
          options={found.orders
            .filter(({ mine, answeredAt }) => mine && answeredAt === undefined)
            .map((order) => ({ value: order.id, label: order.number }))}
        />
      );
    default:
      return null;
  }
}

type Say = ReturnType<typeof useSay>;

function labelOf({ name }: Field, command: StaffCommandName, say: Say): string {
  if (name === 'solved' && command === 'rateBody') return say('form.solvedIt');
  return say(`form.${name}`);
}

function ordersFor(found: CaseView, command: StaffCommandName) {
  const wanted =
    command === 'rateBody'
      ? found.workOrders.filter(({ by }) => by === 'summons')
      : found.workOrders.filter(({ mine }) => mine);
  return wanted.map(({ id, body }) => ({ value: id, label: body.name }));
}

interface YesNoProps {
  readonly name: 'upheld' | 'pass';
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: boolean) => void;
}

function YesNo({ name, label, value, onChange }: YesNoProps) {
  const say = useSay();
  const options = (['yes', 'no'] as const).map((one) => ({ value: one, label: say(`form.${name}.${one}`) }));
  const chosen = value === true ? 'yes' : value === false ? 'no' : undefined;
  return <ChoiceField label={label} value={chosen} options={options} onChange={(one) => onChange(one === 'yes')} />;
}

/** The morning of a day in the county's time. */
function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (iso: string) => void;
}) {
  return (
    <TextField
      label={label}
      type="date"
      value={value.slice(0, 10)}
      onChange={(day) => onChange(day === '' ? '' : `${day}T00:00:00+08:00`)}
    />
  );
}
